import { expect, test } from "vitest";
import { accepts, typesAt } from "./accepts";

test.each([
  [null, true],
  ["", true],
  ["*/*", true],
  ["text/*;q=0.3", true],
  ["text/html, application/xhtml+xml, */*;q=0.8", true],
  ["TEXT/CSV", true],
  ["application/json", false],
  ["text/csv;q=0", false],
  ["image/*", false],
])("a table as CSV for who takes %s: %s", (accepted, taken) => {
  expect(accepts(accepted, typesAt("/api/v1/figures.csv"))).toBe(taken);
});

test("an address knows its types by its end", () => {
  expect(typesAt("/api/v1/metrics/storks.svg")).toEqual(["image/svg+xml"]);
  expect(typesAt("/api/v1/figures/00000001.json")).toContain("application/ld+json");
  expect(typesAt("/api/v1/citations/collection")).toContain("text/plain");
});
