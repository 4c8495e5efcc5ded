import { describe, expect, test } from "vitest";
import { mapOf } from "./import.fixture";
import { importMap } from "./map";

describe("a map", () => {
  const problems = (map: object) =>
    importMap.safeParse(map).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

  test("written down and read again is the same", () => {
    const map = mapOf({ value: "n", place: { column: "p", create: { kind: "town" } } }, { key: ["n"] });
    expect(importMap.parse(JSON.parse(JSON.stringify(map)))).toEqual(map);
  });

  test("says in words what is missing or out of place", () => {
    const { dataset } = mapOf({ value: "n" });
    expect(problems({ dataset, fields: {} })).toEqual([
      expect.stringContaining("fields: metric is missing"),
      expect.stringContaining("fields: value, low or high is missing"),
      expect.stringContaining("fields: period_start is missing"),
      expect.stringContaining("fields: claimant is missing"),
    ]);
    const wrong = {
      ...{
        value: { is: "5" },
        metric: { same: "period_end" },
        claimant: { column: "who", create: { kind: "town" } },
      },
      ...{ period_start: "day", figure_id: "id", unit: 5 },
    };
    expect(problems({ dataset, fields: wrong }).map((line) => line.split(":")[0])).toEqual(["fields.unit"]);
    expect(problems({ dataset, fields: { ...wrong, unit: "u" } }).map((line) => line.split(":")[0])).toEqual([
      ...["fields", "fields.value", "fields.metric", "fields.claimant"],
    ]);
    expect(problems({ dataset, fields: {}, colour: "red" })[0]).toMatch(/colour/);
  });
});
