import { expect, test } from "vitest";
import { shareLinks } from "./share-links";

const chart = { list: "metrics", name: "storks" } as const;

test("a live chart can be frozen, with its filters and its point, and every picture of it is of the same state", () => {
  const query = { claimant: "watch", known_on: "2031-05-01" } as const;
  expect(shareLinks(chart, "en", { query, revision: 4, point: "aaaaaaa1" })).toEqual({
    page: "/en/metrics/storks?claimant=watch&known_on=2031-05-01&point=aaaaaaa1",
    live: "/en/metrics/storks?claimant=watch&known_on=2031-05-01&point=aaaaaaa1",
    frozen: "/en/metrics/storks?claimant=watch&known_on=2031-05-01&as_of=4&point=aaaaaaa1",
    card: "/api/v1/cards/metrics/storks.png?claimant=watch&known_on=2031-05-01&lang=en&point=aaaaaaa1",
    chart: "/api/v1/metrics/storks.png?claimant=watch&known_on=2031-05-01&lang=en&point=aaaaaaa1",
    embed: "/embed/storks?claimant=watch&known_on=2031-05-01&lang=en&point=aaaaaaa1",
  });
});

test("how a chart is looked at goes with every picture of it; that it is being explored does not", () => {
  const view = { hide: "claimant:watch", log: "1", ghosts: "1", explore: "1" };
  const links = shareLinks(chart, "en", { query: {}, revision: 4, view });
  expect(links.page).toContain("explore=1");
  for (const address of [links.card, links.chart!, links.embed!]) {
    const asked = new URLSearchParams(address.split("?")[1]);
    expect(Object.fromEntries(asked)).toEqual({ lang: "en", hide: "claimant:watch", log: "1", ghosts: "1" });
  }
});

test("a frozen chart stays frozen in all that is given away of it, and offers its live page", () => {
  const links = shareLinks(chart, "fr", { query: { as_of: "3" }, revision: 3 });
  expect(links.page).toBe(links.frozen);
  expect(links.live).toBe("/fr/metrics/storks");
  for (const address of [links.card, links.chart, links.embed]) expect(address).toContain("as_of=3");
});

test("a figure is whole: no filter goes with it; the dashboard has nothing to embed", () => {
  const figure = shareLinks({ list: "figures", name: "aaaaaaa1" }, "en", {
    query: { q: "nest" },
    revision: 2,
  });
  expect(figure).toMatchObject({ live: "/en/figures/aaaaaaa1", chart: null });
  const whole = shareLinks({ list: "collection" }, "en", { query: {}, revision: 2 });
  expect(whole).toMatchObject({ live: "/en", frozen: "/en?as_of=2", embed: null });
});

test("a table and rival claims are given away as they are seen: their own settings with them, and no embed", () => {
  const table = shareLinks({ list: "table" }, "en", {
    query: { metric: "storks", sort: "value" },
    revision: 4,
    view: { columns: "value,claimant" },
  });
  expect(table).toEqual({
    page: "/en/figures?metric=storks&sort=value&columns=value%2Cclaimant",
    live: "/en/figures?metric=storks&sort=value&columns=value%2Cclaimant",
    frozen: "/en/figures?metric=storks&as_of=4&sort=value&columns=value%2Cclaimant",
    card: "/api/v1/cards/collection.png?metric=storks&sort=value&lang=en",
    chart: null,
    embed: null,
  });
  const rivals = shareLinks({ list: "compare" }, "fr", {
    query: { as_of: "3" },
    revision: 3,
    view: { a: "watch", b: "ministry" },
  });
  expect(rivals.page).toBe("/fr/compare?as_of=3&a=watch&b=ministry");
  expect(rivals.live).toBe("/fr/compare?a=watch&b=ministry");
});
