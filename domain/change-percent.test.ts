import { expect, test } from "vitest";
import { changePercent } from "./change-percent";

test.each([
  ["1400", "500", "-64.3"],
  ["500", "1400", "180.0"],
  ["3", "1", "-66.7"],
  ["0.5", "1", "100.0"],
  ["1000", "1000.4", "0.0"],
  ["200", "199", "-0.5"],
])("from %s to %s is %s %%", (from, to, change) => {
  expect(changePercent(from, to)).toBe(change);
});

test("there is no change in per cent of zero", () => {
  expect(() => changePercent("0", "5")).toThrow(RangeError);
});
