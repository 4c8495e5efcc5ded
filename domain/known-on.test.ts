import { describe, expect, test } from "vitest";
import { agents, day, figure, metrics } from "./chart/figures.fixture";
import { asTheyStood, placeOf, reportedBy } from "./known-on";

const first = figure({
  id: "a",
  metric: metrics.territory,
  period: day("2024-09-01"),
  claimant: agents.ukraine,
  supersededBy: "b",
});
const second = figure({
  id: "b",
  metric: metrics.territory,
  period: day("2024-09-01"),
  claimant: agents.ukraine,
  supersedes: "a",
});

describe("what was known on a day", () => {
  test("stands until what replaced it had been reported", () => {
    expect(asTheyStood([first], false)).toEqual([{ ...first, supersededBy: null }]);
    expect(asTheyStood([first, second], false)).toEqual([first, second]);
  });

  test("says what became of it where ghosts are asked for", () => {
    expect(asTheyStood([first], true)).toEqual([first]);
  });
});

describe("the days of reports", () => {
  const days = [
    { day: "2024-11-10", count: 2 },
    { day: "2025-02-12", count: 4 },
    { day: "2025-02-13", count: 8 },
  ];
  test.each([
    ["2024-11-09", 0, 0],
    ["2024-11-10", 2, 1],
    ["2025-02-12", 6, 2],
    ["2030-01-01", 14, 3],
  ])("on %s %i claims had been reported, at report %i", (when, claims, place) => {
    expect(reportedBy(days, when)).toBe(claims);
    expect(placeOf(days, when)).toBe(place);
  });
});
