import { expect, test } from "vitest";
import { emptyCovered, readArea, readReference } from "./cell-reference";

test.each([
  ["A1", 1, 1],
  ["Z9", 9, 26],
  ["AA10", 10, 27],
  ["XFD1048576", 1_048_576, 16_384],
  ["b12", 12, 2],
])("%s is row %i, column %i", (reference, row, column) => {
  expect(readReference(reference)).toEqual({ row, column });
});

test.each(["", "1", "A", "A0", "A-1", "A1.5", "ABCD1", "$A$1", "é1"])("%j is no place", (reference) => {
  expect(readReference(reference)).toBeNull();
});

test("merged cells keep the first one only", () => {
  const rows = [1, 2, 5].map((number) => ({ number, cells: ["a", "b", "c"] as (string | null)[] }));
  expect(emptyCovered(rows, [readArea("B1:C4")!], 100)).toBe(true);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ["a", "b", null],
    ["a", null, null],
    ["a", "b", "c"],
  ]);
});

test("merged cells over and over are not gone through over and over", () => {
  const rows = Array.from({ length: 100 }, (_, index) => ({ number: index + 1, cells: ["a"] }));
  const areas = Array.from({ length: 100 }, () => readArea("A1:XFD1048576")!);
  expect(emptyCovered(rows, areas, 500)).toBe(false);
});
