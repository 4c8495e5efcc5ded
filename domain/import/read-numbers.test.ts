import { describe, expect, test } from "vitest";
import { mapOf, tableOf, told, valuesTable } from "./import.fixture";

const bounds = ["value", "low", "high", "comparator", "cue"];

describe("values", () => {
  test("are read in the notation of the cell, and an empty box is not zero", () => {
    const table = valuesTable("1 500", "≥ 500", "entre 500 et 600", "500 (400-600)", "0", null, "", "–", {
      number: "12.5",
    });
    expect(told(table, mapOf({ value: "n" }), ...bounds)).toEqual([
      "1500 | none | none | = | none",
      "500 | none | none | >= | ≥",
      "none | 500 | 600 | range | entre",
      "500 | 400 | 600 | = | none",
      "0 | none | none | = | none",
      "empty",
      "empty",
      "empty",
      "12.5 | none | none | = | none",
    ]);
  });

  test("are refused by the cell where there is no number, or where it is open which", () => {
    const table = valuesTable("dozens", "500 storks", "#N/A", "1,234", { date: "2031-05-04" }, "n.c.");
    expect(told(table, mapOf({ value: "n" }, { empty: ["N.C."] }))).toEqual([
      "no_number_read n dozens",
      "no_number_read n 500 storks",
      "error_cell n #N/A",
      "ambiguous_number n 1,234",
      "no_number_read n 2031-05-04",
      "empty",
    ]);
  });

  test("take the decimal mark of the whole column, or the one stated", () => {
    expect(told(valuesTable("1,234", "2,5"), mapOf({ value: "n" }), "value")).toEqual(["1.234", "2.5"]);
    expect(told(valuesTable("1,234", "2,500.5"), mapOf({ value: "n" }), "value")).toEqual(["1234", "2500.5"]);
    const stated = mapOf({ value: { column: "n", decimal: "." } });
    expect(told(valuesTable("1,234"), stated, "value")).toEqual(["1234"]);
  });

  test("may be left empty where they cannot be read", () => {
    const map = mapOf({ value: { column: "n", otherwise: "empty", words: { two: "2", "n/a": null } } });
    expect(told(valuesTable("dozens", "two", "N/A", "3"), map, "value")).toEqual([
      "empty",
      "2",
      "empty",
      "3",
    ]);
  });

  test("stand between a low and a high of their own columns", () => {
    const table = tableOf(
      ["v", "min", "max", "q"],
      [
        ["500", "400", "600", "~"],
        [null, "400", "600", "~"],
        [null, "400", null, null],
        [null, null, "600", null],
        [null, ">400", null, null],
        [null, null, "up to 600", null],
        [null, null, null, "~"],
        ["500", null, null, "au moins"],
        ["500", null, null, "perhaps not"],
        ["~500", null, null, "="],
      ],
    );
    const map = mapOf({ value: "v", low: "min", high: "max", comparator: "q" });
    expect(told(table, map, ...bounds)).toEqual([
      "500 | 400 | 600 | ~ | none",
      "none | 400 | 600 | range | none",
      "none | 400 | none | >= | none",
      "none | none | 600 | <= | none",
      "none | 400 | none | >= | none",
      "none | none | 600 | <= | none",
      "empty",
      "500 | none | none | >= | au moins",
      "unknown_word q perhaps not",
      "500 | none | none | ~ | ~",
    ]);
  });
});
