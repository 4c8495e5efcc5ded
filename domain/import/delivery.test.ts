import { describe, expect, test } from "vitest";
import { delivery, fileOfDelivery } from "./delivery";
import { importMap } from "./map";

const dataset = {
  slug: "storks-by-script",
  title: "Storks by script",
  publisher: "stork-watch",
  url: null,
  lang: "en",
  published: null,
} as const;
const row = {
  metric: "storks-nesting",
  value: "1500.10",
  period_start: "2031-05-04",
  claimant: "stork-watch",
};

describe("rows handed in by a script", () => {
  test("are a table under the names of the columns of a download, with a map that reads it", () => {
    const read = delivery.parse({
      dataset,
      rows: [row, { ...row, value: 1600, sentence: '=1 "nest", they say', hearsay: true, note: null }],
    });
    const { csv, map } = fileOfDelivery(read);
    expect(csv.split("\n")).toEqual([
      "metric,value,hearsay,period_start,claimant,sentence,note",
      "storks-nesting,1500.10,,2031-05-04,stork-watch,,",
      'storks-nesting,1600,true,2031-05-04,stork-watch,"=1 ""nest"", they say",',
      "",
    ]);
    expect(importMap.safeParse(JSON.parse(JSON.stringify(map))).success).toBe(true);
    expect(map.fields.value).toEqual({ column: "value", decimal: "." });
    expect(map.fields.period_start).toEqual({ column: "period_start", order: "YMD" });
  });
  test("of a download keep its apostrophes, so that what comes back is what went out", () => {
    const { csv, map } = fileOfDelivery(
      delivery.parse({ dataset: null, rows: [{ figure_id: "00000001", sentence: "=1" }] }),
    );
    expect(csv).toBe("figure_id,sentence\n00000001,'=1\n");
    expect(map.dataset).toBeNull();
  });
  test.each([
    ["a column there is not", { ...row, colour: "white" }, "rows.0"],
    ["a number too long for JSON to keep", { ...row, value: 2 ** 70 }, "rows.0.value"],
    ["a number with an exponent", { ...row, value: 1e-7 }, "rows.0.value"],
    ["a list in a cell", { ...row, note: ["a"] }, "rows.0.note"],
  ])("are refused by their place: %s", (_, wrong, place) => {
    const read = delivery.safeParse({ dataset, rows: [wrong] });
    expect(read.success).toBe(false);
    expect(read.error?.issues.map(({ path }) => path.join("."))).toContain(place);
  });
  test("are refused without a row, and where nothing says what they are", () => {
    expect(delivery.safeParse({ dataset, rows: [] }).success).toBe(false);
    expect(delivery.safeParse({ rows: [row] }).success).toBe(false);
  });
});
