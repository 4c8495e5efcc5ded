import { expect, test } from "vitest";
import { changePercent, compareDecimals } from "./decimal";

test.each([
  ["1400", "1400.0", 0],
  ["0.5", "0.50", 0],
  ["-1", "1", -1],
  ["0.1", "0.09", 1],
  ["-0.5", "-0.25", -1],
  ["12345678901234567890", "12345678901234567891", -1],
])("%s against %s", (a, b, expected) => {
  expect(compareDecimals(a, b)).toBe(expected);
});

test.each([
  ["1400", "500", 0, "-64"],
  ["1400", "500", 1, "-64.3"],
  ["3", "1", 1, "-66.7"],
  ["500", "1400", 0, "180"],
  ["0.5", "0.75", 2, "50.00"],
  ["1000", "999", 0, "0"],
  ["0", "5", 0, null],
])("from %s to %s, to %i places", (from, to, places, expected) => {
  expect(changePercent(from, to, places)).toBe(expected);
});
