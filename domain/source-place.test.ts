import { expect, test } from "vitest";
import { readSourcePlace } from "./source-place";

test("the list of sources begins behind the one named, and at its beginning where none can be", () => {
  const placed = (query: string) => readSourcePlace(new URLSearchParams(query));
  expect(placed("after=a-day-2")).toBe("a-day-2");
  for (const query of ["", "after=", "after=%00", "after=A", "after=a'b", `after=${"a".repeat(81)}`])
    expect(placed(query), query).toBeNull();
});
