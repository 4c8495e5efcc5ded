import { expect, test } from "vitest";
import { comparable, groupsByDefinition, sameThing } from "./comparable";
import { agents, day, figure, metrics, place, units } from "./figures.fixture";

const daily = figure({
  metric: metrics.losses,
  period: day("2024-10-01"),
  value: "1500",
  statistic: "average",
  per: "day",
});

test.each([
  ["metric", { metric: metrics.troops }],
  ["unit", { unit: units.percent }],
  ["per", { per: "month" as const }],
  ["statistic", { statistic: "cumulative" as const }],
])("refuses another %s, and says so", (reason, change) => {
  expect(comparable(daily, { ...daily, ...change })).toEqual({ ok: false, reason });
});

test("lets claimants and dates differ", () => {
  const other = { ...daily, claimant: agents.moscow, period: day("2024-11-01") };
  expect(comparable(daily, other)).toEqual({ ok: true });
});

test("the same thing needs the same subject and place", () => {
  const there = { ...daily, place, subject: agents.ukraine };
  expect(sameThing(there, there)).toBe(true);
  expect(sameThing(there, { ...there, subject: agents.moscow })).toBe(false);
  expect(sameThing(there, { ...there, place: null })).toBe(false);
});

test("groups by definition, the largest first", () => {
  const total = { ...daily, statistic: "total" as const };
  expect(groupsByDefinition([total, daily, daily]).map((group) => group.length)).toEqual([2, 1]);
});
