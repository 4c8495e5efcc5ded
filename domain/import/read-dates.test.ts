import { describe, expect, test } from "vitest";
import type { Cell } from "./cell";
import { mapOf, tableOf, told } from "./import.fixture";

describe("dates", () => {
  const days = (...cells: Cell[]) =>
    tableOf(
      ["n", "day"],
      cells.map((cell) => ["5", cell]),
    );
  const period = ["period_start", "period_end", "period_precision"];

  test("say as much as the cell names", () => {
    const table = days("2031-05-04", "17/9/2031", "17/09/2031", "août 2031", "2031", null, {
      date: "2031-05-04T10:00:00",
    });
    expect(told(table, mapOf({ value: "n", period_start: "day" }), ...period)).toEqual([
      "2031-05-04 | 2031-05-04 | day",
      "2031-09-17 | 2031-09-17 | day",
      "2031-09-17 | 2031-09-17 | day",
      "2031-08-01 | 2031-08-31 | month",
      "2031-01-01 | 2031-12-31 | year",
      "none | none | unknown",
      "2031-05-04 | 2031-05-04 | day",
    ]);
  });

  test("are refused where the order is open, or no such day exists", () => {
    const table = days("7/8/2031", "30/2/2031");
    const open = mapOf({ value: "n", period_start: "day" });
    expect(told(days("7/8/2031", "2031-02-30", "spring"), open)).toEqual([
      "ambiguous_date day 7/8/2031",
      "no_date_read day 2031-02-30",
      "no_date_read day spring",
    ]);
    const stated = mapOf({ value: "n", period_start: { column: "day", order: "MDY" } });
    expect(told(table, stated, ...period)).toEqual([
      "2031-07-08 | 2031-07-08 | day",
      "no_date_read day 30/2/2031",
    ]);
  });

  test("of a report may be those of the period, which is then inferred", () => {
    const map = mapOf({ value: "n", period_start: "day", reported_on: { same: "period_end" } });
    expect(told(days("2031-05-04", "May 2031"), map, "reported_on", "reported_on_basis")).toEqual([
      "2031-05-04 | inferred",
      "2031-05 | inferred",
    ]);
  });

  test("of a stated precision are widened to it, and an end needs a start", () => {
    const table = tableOf(
      ["n", "from", "to", "p"],
      [
        ["5", "2031-05-04", null, "mois"],
        ["5", "2031-05-04", "2031-06-01", "month"],
        ["5", null, "2031-06-01", null],
      ],
    );
    const map = mapOf({ value: "n", period_start: "from", period_end: "to", period_precision: "p" });
    expect(told(table, map, ...period)).toEqual([
      "2031-05-01 | 2031-05-31 | month",
      "2031-05-04 | 2031-06-01 | month",
      "field_missing from ",
    ]);
  });
});
