import { describe, expect, test } from "vitest";
import type { Figure } from "../figure";
import { claimMark } from "./claim-mark";
import { agents, day, figure, metrics, place } from "./figures.fixture";
import { holdsOf } from "./holds";
import { timeScale } from "./scale-time";
import { valueScale } from "./scale-value";
import { dayToMs } from "./time";

const window = { from: dayToMs("2024-01-01"), to: dayToMs("2024-12-31") };
const x = timeScale(window, 0, 365);
const frame = {
  x,
  y: valueScale({ min: 0, max: 100 }, 0, 100),
  window,
  now: dayToMs("2030-01-01"),
  longestSilenceDays: 30,
  dotX: new Map<string, number>(),
};

const held = (date: string, value: string, said: Partial<Figure> = {}) =>
  figure({
    id: date + value,
    metric: metrics.territory,
    period: day(date),
    value,
    claimant: agents.ukraine,
    ...said,
  });
const holds = (figures: Figure[], change: Partial<typeof frame> = {}) =>
  holdsOf(
    figures.flatMap((f) => claimMark(f) ?? []),
    { ...frame, ...change },
  );

describe("a stock is held", () => {
  test("until the next report of the same claimant, and steps there", () => {
    const [first] = holds([held("2024-03-01", "80"), held("2024-03-21", "60")]);
    expect(first).toMatchObject({ y: 20, riserTo: 40, dashedTo: null, openEnd: false });
    expect(first?.x2).toBeCloseTo(x(dayToMs("2024-03-21")) + 0.5, 0);
  });

  test("dashed once the silence is long, as far as the next report", () => {
    const [first] = holds([held("2024-03-01", "80"), held("2024-04-20", "60")]);
    expect(first?.dashedTo).toBeGreaterThan(first?.x2 ?? 0);
    expect(first?.riserTo).toBe(40);
  });

  test("then not at all: a gap, behind an open tick", () => {
    const [first] = holds([held("2024-03-01", "80"), held("2024-11-20", "60")]);
    expect(first).toMatchObject({ riserTo: null, openEnd: true });
    expect(first?.dashedTo).toBeCloseTo(x(dayToMs("2024-03-02")) + 60, 0);
  });

  test("never beyond today, nor out of the window", () => {
    const [today] = holds([held("2024-03-01", "80")], { now: dayToMs("2024-03-11") });
    expect(today?.x2).toBeCloseTo(x(dayToMs("2024-03-11")), 0);
    const [edge] = holds([held("2024-12-20", "80")]);
    expect(edge).toMatchObject({ x2: 365, openEnd: false });
  });
});

describe("nothing is joined", () => {
  test("across claimants, subjects or places", () => {
    const others = [{ claimant: agents.russianMod }, { subject: agents.moscow }, { place }];
    for (const other of others)
      expect(
        holds([held("2024-03-01", "80"), held("2024-03-21", "60", other)]).every((h) => h.riserTo === null),
      ).toBe(true);
  });

  test("that nobody is named for, that is replaced, withdrawn or denied", () => {
    const gone = [
      { claimant: null },
      { supersededBy: "y" },
      { status: "retracted" as const },
      { modality: "denied" as const },
    ];
    for (const said of gone) expect(holds([held("2024-03-01", "80", said)])).toEqual([]);
  });

  test("of a metric that is never held", () => {
    expect(holds([held("2024-03-01", "80")], { longestSilenceDays: null as unknown as number })).toEqual([]);
  });
});

test("a range without a value ends the hold and starts none", () => {
  const drawn = holds([
    held("2024-03-01", "80"),
    held("2024-03-21", "x", { value: null, low: "20", high: "60" }),
  ]);
  expect(drawn).toHaveLength(1);
  expect(drawn[0]).toMatchObject({ riserTo: null, openEnd: false });
});
