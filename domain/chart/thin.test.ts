import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textEn } from "./chart-text-words.fixture";
import { drawChart } from "./draw-chart";
import { agents, day, figure, metrics } from "./figures.fixture";
import { groupBy } from "./group-by";
import { neighboursOf } from "./neighbours";
import { type Spot, thin } from "./thin";
import { msToDay } from "./time";

const none: ReadonlySet<string> = new Set();

describe("thinning", () => {
  const spots = Array.from({ length: 10_000 }, (_, i) => {
    const level = Math.sin(i / 50) * 100 + (i === 4321 ? 900 : 0);
    return { id: String(i), x: (i / 10_000) * 300, low: level, high: level, series: "a" };
  });

  test("draws at most two points per two pixels, and the first and the last", () => {
    const kept = thin(spots, { width: 300, bucket: 2, share: 1e9, always: none });
    expect(kept.size).toBeLessThanOrEqual(302);
    for (const id of ["0", "4321", "9999"]) expect(kept.has(id)).toBe(true);
  });

  test("leaves a series with a point per pixel whole", () => {
    expect(thin(spots.slice(0, 300), { width: 300, bucket: 2, share: 1e9, always: none }).size).toBe(300);
    expect(thin(spots.slice(0, 301), { width: 300, bucket: 2, share: 1e9, always: none }).size).toBeLessThan(
      301,
    );
  });

  const anySpots = fc
    .array(
      fc.record({
        x: fc.double({ min: 0, max: 40, noNaN: true }),
        low: fc.integer({ min: -50, max: 50 }),
        reach: fc.integer({ min: 0, max: 20 }),
        series: fc.constantFrom("a", "b", "c"),
      }),
      { maxLength: 300 },
    )
    .map((raw) =>
      [...raw]
        .sort((one, other) => one.x - other.x)
        .map(({ low, reach, ...spot }, i): Spot => ({ ...spot, id: String(i), low, high: low + reach })),
    );

  test("whatever the points: no extreme, first, last or chosen point is dropped, and none is invented", () => {
    fc.assert(
      fc.property(
        anySpots,
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.nat(299), { maxLength: 5 }),
        (all, bucket, chosen) => {
          const always = new Set(chosen.map(String));
          const kept = thin(all, { width: 40, bucket, share: 1e9, always });
          const ids = new Set(all.map(({ id }) => id));
          expect([...kept].filter((id) => !ids.has(id))).toEqual([]);
          for (const id of always) if (ids.has(id)) expect(kept.has(id)).toBe(true);
          for (const series of groupBy(all, (spot) => spot.series).values()) {
            expect(kept.has(series[0]!.id) && kept.has(series.at(-1)!.id)).toBe(true);
            for (const near of groupBy(series, (spot) => Math.floor(spot.x / bucket)).values()) {
              const drawn = near.filter(({ id }) => kept.has(id));
              expect(Math.min(...drawn.map(({ low }) => low))).toBe(Math.min(...near.map(({ low }) => low)));
              expect(Math.max(...drawn.map(({ high }) => high))).toBe(
                Math.max(...near.map(({ high }) => high)),
              );
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a dense chart", () => {
  const start = Date.UTC(2015, 0, 1);
  const dense = Array.from({ length: 4000 }, (_, i) =>
    figure({
      id: `p${i}`,
      metric: metrics.territory,
      claimant: i % 2 === 0 ? agents.ukraine : agents.russianMod,
      period: day(msToDay(start + Math.floor(i / 2) * 86_400_000)),
      value: String(1000 + ((i * 7919) % 613)),
      ...(i === 1500 && { low: "10", high: "9000" }),
      ...(i === 1700 && { supersededBy: "p1702" }),
      ...(i === 1702 && { supersedes: "p1700" }),
      ...(i === 2001 && { change: "correction" as const }),
      ...(i === 2100 && { status: "retracted" as const }),
      ...(i === 2200 && { modality: "denied" as const }),
    }),
  );
  const draw = (width: number, variant: "card" | "page") =>
    drawChart({
      metric: metrics.territory,
      figures: dense,
      events: [],
      width,
      locale: "en",
      today: "2026-11-23",
      variant,
      words: textEn,
      keep: ["p2222"],
    });

  test.each([
    [340, "page"],
    [1080, "page"],
    [340, "card"],
  ] as const)("at %i px keeps what a reader must be able to reach on a %s", (width, variant) => {
    const chart = draw(width, variant);
    const drawn = new Set(chart.panels.flatMap(({ points }) => points.map(({ id }) => id)));
    const special = ["p0", "p1", "p3998", "p3999", "p1500", "p1700", "p1702", "p2001", "p2100", "p2200"];
    for (const id of [...special, "p2222"]) expect(drawn.has(id), id).toBe(true);
    expect(chart.thinned).toEqual({ drawn: drawn.size, total: 4000 });
    expect(drawn.size).toBeLessThan(variant === "card" ? 250 : 2200);
  });

  test("walks from the first point to the last without a gap", () => {
    const points = draw(700, "page").panels[0]!.points;
    const byId = new Map(points.map((point) => [point.id, point]));
    const walked = [points[0]!];
    for (let at = points[0]!.next; at !== null; at = byId.get(at)!.next) walked.push(byId.get(at)!);
    expect(walked).toEqual(points);
  });
});

test("arrow keys walk through time and to other claimants", () => {
  const spots = [
    { id: "a", x: 10, y: 50, claimant: "u" },
    { id: "b", x: 12, y: 80, claimant: "r" },
    { id: "c", x: 90, y: 20, claimant: "u" },
    { id: "d", x: 95, y: 20, claimant: "r" },
  ];
  const walk = neighboursOf(spots);
  expect(walk.get("a")).toEqual({ prev: null, next: "b", up: "d", down: "b" });
  expect(walk.get("b")).toEqual({ prev: "a", next: "c", up: "a", down: null });
  expect(walk.get("c")).toEqual({ prev: "b", next: "d", up: null, down: "d" });
  expect(walk.get("d")).toEqual({ prev: "c", next: null, up: "c", down: "a" });
});
