import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "./cell";
import { figuresOf, mapOf, names, readAll, tableOf, told, valuesTable } from "./import.fixture";
import { readRows } from "./read-rows";
import { headerText, recordsOf } from "./record";

/** Any UTF-16 unit: control characters and halves of characters too. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

describe("where the number stands", () => {
  test("in the row as it is kept, which is a slice of the whole file", () => {
    const table = tableOf(
      ["a", "n", "b"],
      [
        ['say "7"', "~ 1 500", null],
        ["x, y", "500–600", "z"],
        ["", { number: "12.5" }, "two\nlines"],
      ],
    );
    const whole = [headerText(table), ...[...recordsOf(table)].map(({ record }) => record.text)].join("\n");
    const readings = figuresOf(table, mapOf({ value: "n" }));
    for (const { record, inRecord } of readings) {
      expect(whole.slice(record.start, record.start + record.text.length)).toBe(record.text);
      expect(record.text.slice(inRecord.numberStart, inRecord.numberEnd)).toBe(inRecord.numberText);
    }
    expect(readings.map(({ inRecord }) => [inRecord.numberText, inRecord.readsAs])).toEqual([
      ["1 500", "1500"],
      ["500–600", null],
      ["12.5", "12.5"],
    ]);
  });

  test("in the quote, where it holds the number as reported", () => {
    const quote = "In 2031, about 1,500 storks and 12 frogs nest.";
    const table = tableOf(
      ["n", "quote"],
      [
        ["1500", quote],
        ["12", quote],
        ["13", quote],
        ["1500", null],
        [null, quote],
      ],
    );
    const spots = readAll(table, mapOf({ value: "n", sentence: "quote" })).map((reading) =>
      reading.kind === "figure" ? (reading.inSentence?.numberText ?? null) : reading.kind,
    );
    expect(spots).toEqual(["1,500", "12", null, null, "empty"]);
  });

  test("in a French quote that gives a range", () => {
    const table = tableOf(["n", "quote"], [["500-600", "Entre 500 et 600 cigognes nichent au marais."]]);
    const map = mapOf({ value: "n", sentence: "quote", sentence_lang: { is: "fr" } });
    const [reading] = figuresOf(table, map);
    expect(reading!.inSentence).toMatchObject({ readsAs: null });
    expect(reading!.inSentence!.numberText).toContain("500");
  });
});

describe("rows and figures", () => {
  test("of a wide table are one figure a column, each with its own key", () => {
    const table = tableOf(
      ["day", "nesting", "lost"],
      [
        ["2031-05-04", "5", "2"],
        ["2031-05-05", "6", null],
      ],
    );
    const map = mapOf(
      { period_start: "day" },
      {
        figures: [
          { metric: { is: "storks-nesting" }, value: "nesting" },
          { metric: { is: "Storks lost" }, value: "lost" },
        ],
      },
    );
    const readings = readAll(table, map);
    expect(readings.map(({ row, figure, kind }) => `${row}.${figure} ${kind}`)).toEqual([
      ...["2.0 figure", "2.1 figure", "3.0 figure", "3.1 empty"],
    ]);
    const keys = readings.flatMap((reading) => (reading.kind === "figure" ? [reading.key] : []));
    expect(new Set(keys).size).toBe(3);
  });

  test("of rows are chosen by their cells", () => {
    const table = tableOf(
      ["n", "kind"],
      [
        ["1", "day "],
        ["2", "total"],
        ["3", null],
      ],
    );
    const only = (rule: object) => told(table, mapOf({ value: "n" }, { only: [rule] }), "value");
    expect(only({ column: "kind", in: ["day", ""] })).toEqual(["1", "3"]);
    expect(only({ column: "kind", not: ["day"] })).toEqual(["2", "3"]);
  });

  test("keep their key while only what they say of the value changes, and its form", () => {
    const keyOf = (
      row: Cell[],
      map = mapOf({ value: "n", period_start: "day", claimant: "who", note: "say" }),
    ) => figuresOf(tableOf(["n", "day", "who", "say"], [row]), map)[0]!.key;
    const before = keyOf(["5", "17/9/2031", "MoM", "a"]);
    expect(keyOf(["≥ 6", "2031-09-17", "ministère des Marais", null])).toBe(before);
    expect(keyOf(["5", "18/9/2031", "MoM", "a"])).not.toBe(before);
    expect(keyOf(["5", "17/9/2031", "storks", "a"])).not.toBe(before);
    const byId = mapOf({ value: "n", period_start: "day", claimant: "who" }, { key: ["say"] });
    expect(keyOf(["6", "18/9/2031", "storks", " a "], byId)).toBe(
      keyOf(["5", "17/9/2031", "MoM", "a"], byId),
    );
  });

  test("keep it while the map learns more that is the same for all, or empty", () => {
    const table = tableOf(["n", "day", "where"], [["5", "2031-05-04", null]]);
    const keyWith = (fields: object) =>
      figuresOf(table, mapOf({ value: "n", period_start: "day", ...fields }))[0]!.key;
    const before = keyWith({});
    expect(keyWith({ subject: { is: "storks" }, reported_on: { same: "period_end" }, place: "where" })).toBe(
      before,
    );
    expect(keyWith({ place: { column: "where", words: { "": "great-marsh" } } })).not.toBe(before);
  });

  test("are all refused where the file lacks a column of the map", () => {
    expect(told(valuesTable("5"), mapOf({ value: "number" }))).toEqual(["no_such_column number "]);
  });
});

test("no table makes it throw", () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.string({ unit: anyUnit }),
    fc.constantFrom("5", "1,234", "5-6", "17/9/2031", "MoM", "~", "#N/A", "https://a.example"),
    fc.integer().map((number) => ({ number: String(number) })),
    fc.constant({ date: "2031-05-04" }),
  );
  const header = ["n", "low", "day", "who", "link", "quote", "q"];
  const map = mapOf({
    ...{
      value: "n",
      low: "low",
      period_start: "day",
      claimant: { column: "who", create: { kind: "organisation" } },
    },
    ...{ source_url: "link", sentence: "quote", comparator: "q", note: { columns: ["q", "who"] } },
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell, cell, cell), { maxLength: 4 }), (rows) => {
      for (const reading of readAll(tableOf(header, rows), map)) {
        if (reading.kind !== "figure") continue;
        const { inRecord, record, content } = reading;
        expect(record.text.slice(inRecord.numberStart, inRecord.numberEnd)).toBe(inRecord.numberText);
        const { value, low, high } = content;
        expect([value, low, high, value ?? null]).toContain(inRecord.readsAs);
      }
    }),
  );
});

test("reading is lazy: the first row is told before the last is read", () => {
  const rows = readRows(valuesTable("5", "6"), mapOf({ value: "n" }), names);
  expect(rows.next().value).toMatchObject({ row: 2 });
});
