import { describe, expect, test } from "vitest";
import { claimMark, inTimeOrder, reachOf } from "./claim-mark";
import { agents, day, figure, metrics, month, unknownDate } from "./figures.fixture";
import { dayToMs } from "./time";

const plain = figure({
  metric: metrics.territory,
  period: day("2025-02-13"),
  value: "500",
  claimant: agents.ukraine,
});

describe("signs", () => {
  test.each([
    ["=", null],
    ["~", null],
    [">", "up"],
    [">=", "up"],
    ["<", "down"],
    ["<=", "down"],
  ] as const)("%s points %s", (comparator, arrow) => {
    expect(claimMark({ ...plain, comparator })?.arrow).toBe(arrow);
  });

  test("a value with a range has dot and whisker; a range alone has no dot", () => {
    expect(claimMark({ ...plain, low: "400", high: "700" })).toMatchObject({
      hasDot: true,
      level: 500,
      whisker: { low: 400, high: 700 },
    });
    const range = claimMark({ ...plain, value: null, low: "400", high: "700", comparator: "range" });
    expect(range).toMatchObject({ hasDot: false, level: 550 });
    expect(range && reachOf(range)).toEqual([550, 400, 700]);
  });

  test("a lone bound is a dot with an arrow", () => {
    expect(claimMark({ ...plain, value: null, low: "24" })).toMatchObject({
      hasDot: true,
      level: 24,
      arrow: "up",
    });
    expect(claimMark({ ...plain, value: null, high: "24" })).toMatchObject({ arrow: "down" });
  });

  test("zero is a value, nothing is not", () => {
    expect(claimMark({ ...plain, value: "0" })?.level).toBe(0);
    expect(claimMark({ ...plain, value: null })).toBeNull();
  });
});

describe("time", () => {
  test("a month spans its days with the dot in its middle", () => {
    const mark = claimMark({ ...plain, period: month("2024-08") });
    expect(mark).toMatchObject({
      wide: true,
      when: { from: dayToMs("2024-08-01"), to: dayToMs("2024-09-01") },
    });
    expect(mark?.at).toBe(dayToMs("2024-08-16") + 43_200_000);
  });

  test("an unknown date stands at its report and says so; no date at all has no place", () => {
    expect(claimMark({ ...plain, period: unknownDate, reportedOn: day("2025-02-13") })).toMatchObject({
      dateUnknown: true,
    });
    expect(claimMark({ ...plain, period: unknownDate, reportedOn: unknownDate })).toBeNull();
  });
});

test("what is replaced, withdrawn or denied does not speak for now", () => {
  expect(claimMark(plain)?.current).toBe(true);
  expect(claimMark({ ...plain, supersededBy: "x" })).toMatchObject({ ghost: true, current: false });
  expect(claimMark({ ...plain, status: "retracted" })).toMatchObject({ retracted: true, current: false });
  expect(claimMark({ ...plain, modality: "denied" })).toMatchObject({ denied: true, current: false });
});

test("time order is the same whatever the order given", () => {
  const marks = ["2025-01-01", "2024-01-01", "2024-06-01"].flatMap(
    (d) => claimMark({ ...plain, id: d, period: day(d) }) ?? [],
  );
  const ids = (list: typeof marks) => inTimeOrder(list).map((mark) => mark.figure.id);
  expect(ids(marks)).toEqual(["2024-01-01", "2024-06-01", "2025-01-01"]);
  expect(ids([...marks].reverse())).toEqual(ids(marks));
});
