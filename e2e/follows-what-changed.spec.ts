import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { deskSites, type Site } from "./support/accounts";
import { plantChanges } from "./support/plant-changes";

test.use({ locale: "en-GB" });
test.setTimeout(400_000); // hundreds of changes are made, one after the other

const [corrected, revised, retracted] = ["v7v4he0z", "5ef6srf2", "qkygkrd0"] as const;
const inferred = (day: string) => ({
  start: day,
  end: day,
  precision: "day",
  basis: "inferred",
  reasoning: { fr: "Relu.", en: "Read again." },
});

/** Everything that can be had of the first revision: pages, tables, pictures, citations. */
const frozenAddresses = [
  ...["", "/metrics/villages-held", "/metrics/territory-share-occupied", "/figures", "/sources"].flatMap(
    (path) => ["fr", "en"].map((locale) => `/${locale}${path}?as_of=1`),
  ),
  ...[corrected, revised, retracted].map((id) => `/en/figures/${id}?as_of=1`),
  "/en/sources/zone-de-securite-500-km2?as_of=1",
  "/en/changes?as_of=1",
  ...["csv", "tsv", "json", "ndjson", "xlsx", "parquet"].map((format) => `/api/v1/figures.${format}?as_of=1`),
  "/api/v1/sources.json?as_of=1",
  "/api/v1/datapackage.json?as_of=1",
  `/api/v1/figures/${corrected}.json?as_of=1`,
  "/api/v1/metrics/villages-held.svg?as_of=1",
  "/api/v1/metrics/villages-held.png?as_of=1",
  `/api/v1/citations/figures/${corrected}?as_of=1`,
] as const;

/** An answer as bytes; of a page what it says, for its scripts carry a number used once. */
async function bytesOf(request: APIRequestContext, address: string): Promise<string> {
  const answer = await request.get(address);
  expect(answer.status(), address).toBe(200);
  if (!answer.headers()["content-type"]?.startsWith("text/html"))
    return (await answer.body()).toString("base64");
  return /<main id="content">.*<\/main>/s.exec(await answer.text())![0];
}

const read = async (request: APIRequestContext, site: Site) =>
  new Map(
    await Promise.all(
      frozenAddresses.map(async (address) => [address, await bytesOf(request, site.url + address)] as const),
    ),
  );

for (const [index, site] of deskSites.entries()) {
  test.describe(index === 0 ? "on the embedded database" : "on PostgreSQL", () => {
    test.describe.configure({ mode: "serial" });
    let made: number[] = [];
    let first: ReadonlyMap<string, string>;

    test("what was frozen stays byte for byte the same, whatever is changed later", async ({ request }) => {
      first = await read(request, site);
      made = await plantChanges(
        site,
        {
          id: corrected,
          change: "correction",
          reason: "We had misread the day.",
          fields: { period: inferred("2025-02-12"), reportedOn: inferred("2025-02-12") },
        },
        {
          id: revised,
          change: "revision",
          reason: "The ministry named its source.",
          fields: { modality: "estimated", note: { fr: "Selon ses comptes.", en: "By its own count." } },
        },
        { id: retracted, retract: "The sentence was about another day." },
      );
      expect(new Set(made).size, "each at a revision of its own").toBe(3);
      const after = await read(request, site);
      for (const [address, bytes] of first) expect(after.get(address) === bytes, address).toBe(true);
      const today = await bytesOf(request, `${site.url}/en/figures/${corrected}`);
      expect(today, "the page of today did change").toContain("We had misread the day.");
    });

    test("the changes tell revisions from corrections, each with its reason, before and after", async ({
      browser,
    }) => {
      const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
      await page.goto(`${site.url}/en`);
      await page.getByRole("link", { name: "Changes", exact: true }).click();
      await page.getByRole("link", { name: "Corrections", exact: true }).click();
      await expect(page).toHaveURL(`${site.url}/en/changes?kind=correction`);
      const correction = page.locator(`[data-figure-id="${corrected}"]`).first();
      await expect(correction).toContainText("Why: We had misread the day.");
      await expect(correction.locator("del").first()).toContainText("13 February 2025");
      await expect(correction.locator("ins").first()).toContainText("12 February 2025");
      await expect(page.locator(`[data-figure-id="${revised}"]`)).toHaveCount(0);
      await page.getByRole("link", { name: "Revisions", exact: true }).click();
      const revision = page.locator(`[data-figure-id="${revised}"]`).first();
      await expect(revision.locator("ins")).toContainText(["estimated", "By its own count."]);
      await page.getByRole("link", { name: "Retractions", exact: true }).click();
      await expect(page.locator(`[data-figure-id="${retracted}"]`).first()).toContainText(
        "Why: The sentence was about another day.",
      );

      await page.getByRole("link", { name: "Corrections", exact: true }).click();
      await correction.getByRole("link", { name: "As it stood", exact: true }).click();
      await expect(page).toHaveURL(`${site.url}/en/figures/${corrected}?as_of=${made[0]! - 1}`);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("13 Feb 2025");
      await page.getByRole("link", { name: "This page as it stands today" }).click();
      await expect(page).toHaveURL(`${site.url}/en/figures/${corrected}`);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("12 Feb 2025");
      const history = page.locator(".history li");
      await expect(history.first()).toContainText("Correction, our own error");
      await expect(history.last()).toContainText("New figure, published for the first time");
    });

    test("two moments are compared, counts first, from a page kept as it was", async ({ page }) => {
      await page.goto(`${site.url}/en/metrics/territory-held?as_of=1`);
      const note = page.getByRole("complementary", { name: "A page kept as it was" });
      await expect(note).toContainText("at revision 1 of the data");
      await note.getByRole("link", { name: "What changed since" }).click();
      await expect(page).toHaveURL(`${site.url}/en/changes?since=1`);
      await expect(page.getByRole("navigation", { name: "Outcome" })).toContainText(/\d+ figures? changed/);
      await expect(page.locator(`[data-figure-id="${corrected}"]`)).toContainText("12 February 2025");
      await expect(page.locator(`[data-figure-id="${retracted}"]`)).toContainText("Retraction");
      await page.getByLabel("Since data revision").fill(String(made[0]! - 1));
      await page.getByLabel("Up to data revision").fill(String(made[0]));
      await page.getByRole("button", { name: "Compare" }).click();
      await expect(page.locator("[data-figure-id]")).toHaveCount(1);
      await expect(page.locator(`[data-figure-id="${corrected}"]`)).toBeVisible();
    });

    test("no link of a page kept as it was drops the revision", async ({ page }) => {
      const faults: string[] = [];
      const walked = new Set<string>();
      const waiting = ["/en?as_of=1"];
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const [, , section = "home", name] = path.split("?")[0]!.split("/");
        const kind = name === undefined ? section : `${section}/…`;
        if (walked.has(kind)) continue;
        walked.add(kind);
        await page.goto(site.url + path);
        for (const { href, unfreezes } of await linksOf(page)) {
          const url = new URL(href, site.url);
          if (unfreezes || url.origin !== site.url || url.pathname.endsWith(".atom")) continue;
          if (!url.searchParams.has("as_of")) faults.push(`${path} → ${href}`);
          else if (url.pathname === "/en/api")
            continue; // its examples are of no moment
          else if (url.pathname.startsWith("/en") && url.searchParams.get("as_of") === "1")
            waiting.push(url.pathname + url.search);
        }
      }
      expect(faults).toEqual([]);
      expect([...walked].sort(), "every kind of page was walked").toEqual(
        [
          "changes",
          "compare",
          "figures",
          "figures/…",
          "home",
          "method",
          "metrics/…",
          "sources",
          "sources/…",
        ].sort(),
      );
    });

    test("a feed is found, read as XML, and not sent twice", async ({ page, request }) => {
      await page.goto(`${site.url}/en/metrics/territory-held`);
      const found = page.locator('link[rel="alternate"][type="application/atom+xml"]').first();
      expect(await found.getAttribute("href")).toContain("/changes.atom?metric=territory-held&lang=en");
      const address = `${site.url}/changes.atom?kind=correction&lang=en`;
      const answer = await request.get(address);
      expect(answer.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
      const { etag, "last-modified": modified } = answer.headers();
      expect(modified).toBeTruthy();
      expect((await request.get(address, { headers: { "If-None-Match": etag! } })).status()).toBe(304);
      const entries = await page.evaluate(
        (xml) => {
          const document = new DOMParser().parseFromString(xml, "application/xml");
          return [...document.querySelectorAll("parsererror, entry")].map((entry) => ({
            id: entry.querySelector("id")?.textContent,
            summary: entry.querySelector("summary")?.textContent,
            href: entry.querySelector("link")?.getAttribute("href"),
          }));
        },
        await answer.text(),
      );
      const own = entries.filter(({ href }) => href?.includes(`/en/figures/${corrected}?as_of=${made[0]}`));
      expect(own).toHaveLength(1);
      expect(own[0]!.id).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(own[0]!.summary).toContain("We had misread the day.");
      for (const [query, name] of [
        ["as_of=1", "as_of"],
        ["kind=error", "kind"],
        ["metrc=x", "metrc"],
        ["lang=de", "lang"],
      ] as const) {
        const refusal = await request.get(`${site.url}/changes.atom?${query}`);
        expect(refusal.status(), query).toBe(400);
        expect((await refusal.json()).invalid, query).toMatchObject([{ name }]);
      }
    });

    test("hundreds of corrections later, what was frozen is the same and the feed tells them all", async ({
      page,
      request,
    }) => {
      await plantChanges(site, { id: "936vk6e1", corrections: 200 });
      const after = await read(request, site);
      for (const [address, bytes] of first) expect(after.get(address) === bytes, address).toBe(true);
      const told: string[] = [];
      let next: string | null = `${site.url}/changes.atom?kind=correction&lang=en`;
      for (let pages = 0; next !== null; pages++) {
        expect(pages, "pages come to an end").toBeLessThan(20);
        const { entries, faults, links }: Awaited<ReturnType<typeof readAtom>> = await page.evaluate(
          readAtom,
          await (await request.get(next)).text(),
        );
        expect(faults, next).toEqual([]);
        told.push(...entries);
        expect(new URL(links.self!, site.url).search, "a page says its own address").toBe(
          new URL(next, site.url).search,
        );
        expect(links.first).toMatch(/\/changes\.atom\?kind=correction&lang=en$/);
        next = links.next === undefined ? null : new URL(links.next, site.url).href;
      }
      expect(told.length, "each correction once").toBeGreaterThanOrEqual(201);
      expect(new Set(told).size).toBe(told.length);
    });
  });
}

/** What RFC 4287 asks of a feed, read by a browser's own parser: what it lacks, its links, the ids of its entries. */
function readAtom(xml: string) {
  const namespace = "http://www.w3.org/2005/Atom";
  const root = new DOMParser().parseFromString(xml, "application/xml").documentElement;
  const own = (parent: Element, name: string) =>
    [...parent.children].filter((child) => child.namespaceURI === namespace && child.localName === name);
  const faults: string[] = [];
  const once = (parent: Element, name: string, where: string) => {
    const [found, ...more] = own(parent, name);
    if (!found?.textContent || more.length > 0) faults.push(`${where}: one ${name}`);
    return found?.textContent ?? "";
  };
  const moment = (parent: Element, where: string) => {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(once(parent, "updated", where)))
      faults.push(`${where}: a date by RFC 3339`);
  };
  if (root.localName !== "feed" || root.namespaceURI !== namespace) faults.push("no feed");
  for (const name of ["id", "title"]) once(root, name, "feed");
  moment(root, "feed");
  if (own(root, "author").length === 0) faults.push("feed: an author");
  const entries = own(root, "entry").map((entry) => {
    const id = once(entry, "id", "entry");
    if (!/^[a-z][a-z0-9+.-]*:\S+$/.test(id)) faults.push(`${id}: no IRI`);
    once(entry, "title", id);
    moment(entry, id);
    if (own(entry, "link").filter((link) => link.getAttribute("rel") === "alternate").length !== 1)
      faults.push(`${id}: one alternate`);
    return id;
  });
  const links: Record<string, string> = Object.fromEntries(
    own(root, "link").map((link) => [link.getAttribute("rel") ?? "", link.getAttribute("href") ?? ""]),
  );
  return { entries, faults, links };
}

/** The links of a page and whether they say that they lead to today's. */
const linksOf = (page: Page) =>
  page.locator("a[href]").evaluateAll((links) =>
    links
      .map((link) => ({
        href: link.getAttribute("href") ?? "",
        unfreezes: link.hasAttribute("data-unfreezes"),
      }))
      .filter(({ href }) => !href.startsWith("#")),
  );
