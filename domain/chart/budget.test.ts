import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostMarks, shareOf } from "./budget";
import type { Population } from "./chart";
import { textEn } from "./chart-text-words.fixture";
import { drawChart } from "./draw-chart";
import { day, figure, metrics } from "./figures.fixture";
import { groupBy } from "./group-by";
import { msToDay } from "./time";

/** Forty who report on every third day or so, each about three places. */
const crowd = Array.from({ length: 40 }, (_, n) => ({
  slug: `speaker-${n}`,
  name: { fr: `Locuteur ${n}`, en: `Speaker ${n}` },
  inSentence: { fr: `Locuteur ${n}`, en: `Speaker ${n}` },
  kind: "organisation" as const,
  side: null,
  mark: n,
}));
const places = ["lowland", "upland", "island"].map((slug) => ({
  slug,
  name: { fr: slug, en: slug },
  kind: "region" as const,
}));
const many = (count: number, speakers: number) =>
  Array.from({ length: count }, (_, i) =>
    figure({
      id: `p${i}`,
      metric: metrics.territory,
      claimant: crowd[i % speakers]!,
      place: places[i % 3]!,
      period: day(msToDay(Date.UTC(2015, 0, 1) + Math.floor(i / speakers) * 86_400_000)),
      value: String(1000 + ((i * 7919) % 6131)),
    }),
  );
const draw = (
  figures: ReturnType<typeof many>,
  more: object = {},
  width = 1080,
  variant: "page" | "card" = "page",
) =>
  drawChart({
    metric: metrics.territory,
    figures,
    events: [],
    width,
    locale: "en",
    today: "2026-11-23",
    variant,
    words: textEn,
    ...more,
  });
const pointsOf = (chart: ReturnType<typeof draw>) => chart.panels.flatMap(({ points }) => points);

describe("the marks of many panels", () => {
  test.each([
    [1080, "explorer"],
    [1080, "page"],
    [340, "page"],
    [620, "card"],
  ] as const)("at %i px are as many as a %s has room for, the ends of each series aside", (width, room) => {
    const explored = room === "explorer";
    const chart = draw(many(8000, 40), { keep: ["p4321"], explored }, width, explored ? "page" : room);
    const drawn = pointsOf(chart);
    expect(drawn.length).toBeLessThanOrEqual(mostMarks(room, width) + 2 * 120);
    expect(drawn.some(({ id }) => id === "p4321")).toBe(true);
    expect(chart.thinned).toEqual({ drawn: drawn.length, total: 8000 });
  });

  test("hold the lowest and the highest of every claimant", () => {
    const figures = many(8000, 40);
    const drawn = new Set(pointsOf(draw(figures)).map(({ id }) => id));
    for (const theirs of groupBy(figures, ({ claimant }) => claimant?.slug).values()) {
      const values = theirs.map(({ value }) => Number(value));
      for (const extreme of [Math.min(...values), Math.max(...values)])
        expect(theirs.some(({ id, value }) => Number(value) === extreme && drawn.has(id))).toBe(true);
    }
  });

  test("hold the lowest and the highest of every place a few claimants speak of", () => {
    const figures = many(9000, 4);
    const drawn = new Set(pointsOf(draw(figures)).map(({ id }) => id));
    const things = groupBy(figures, ({ claimant, place }) => `${claimant?.slug} ${place?.slug}`);
    expect(things.size).toBe(12);
    for (const theirs of things.values()) {
      const values = theirs.map(({ value }) => Number(value));
      for (const extreme of [Math.min(...values), Math.max(...values)])
        expect(theirs.some(({ id, value }) => Number(value) === extreme && drawn.has(id))).toBe(true);
    }
  });

  test("leave out who has no place, and say who", () => {
    const left = [{ slug: "speaker-1", name: crowd[1]!.name, count: 100 }];
    const population: Population = {
      total: 200,
      current: 200,
      unattributed: 0,
      superseded: 0,
      retracted: 0,
      byClaimant: { "speaker-0": 100, "speaker-1": 100 },
      left,
    };
    const chart = draw(many(200, 2), { population });
    expect(new Set(pointsOf(chart).map(({ claimant }) => claimant))).toEqual(new Set(["speaker-0"]));
    expect(chart.left).toEqual(left);
    expect(chart.summary).toMatchObject({ claims: 200, claimants: 2 });
  });
});

test("small series have all they want, and the large ones share the rest", () => {
  expect(shareOf([10, 10, 500, 500], 220)).toBe(100);
  expect(shareOf([10, 20], 220)).toBe(Number.POSITIVE_INFINITY);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 60, max: 3000 }),
      (sizes, budget) => {
        const share = shareOf(sizes, budget);
        const used = sizes.reduce((sum, size) => sum + Math.min(size, share), 0);
        expect(used).toBeLessThanOrEqual(budget + 1e-6);
        if (share < Number.POSITIVE_INFINITY) expect(used).toBeGreaterThan(budget - 1e-6);
      },
    ),
  );
});
