import { expect, test } from "vitest";
import { exactSum } from "./exact-sum";

test("adds what floats cannot", () => {
  expect(exactSum(["0.1", "0.2"])).toBe("0.3");
  expect(exactSum(["9007199254740993", "0.000000001"])).toBe("9007199254740993.000000001");
});

test("keeps signs and no empty places", () => {
  expect(exactSum(["-0.5", "0.25"])).toBe("-0.25");
  expect(exactSum(["1.50", "1.5"])).toBe("3");
  expect(exactSum([])).toBe("0");
});
