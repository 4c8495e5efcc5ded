import { expect, test } from "vitest";
import { formatProblem, readSeeds } from "./read";

test("the collection in this folder is sound", () => {
  const read = readSeeds(import.meta.dirname);
  expect(Array.isArray(read) ? read.map(formatProblem) : []).toEqual([]);
});
