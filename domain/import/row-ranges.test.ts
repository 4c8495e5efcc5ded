import { expect, test } from "vitest";
import { rowRanges } from "./row-ranges";

test("joins rows that follow one another, each named once", () => {
  expect(rowRanges([23, 4, 5, 6, 5, 9])).toBe("4-6, 9, 23");
  expect(rowRanges([])).toBe("");
});

test("says that there are more than it names", () => {
  const odd = Array.from({ length: 25 }, (_, index) => 2 * index + 1);
  expect(rowRanges(odd).split(", ")).toHaveLength(21);
  expect(rowRanges(odd)).toMatch(/39, …$/);
});
