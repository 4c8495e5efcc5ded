import { expect, test } from "vitest";
import { changePercent } from "./decimal";

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
