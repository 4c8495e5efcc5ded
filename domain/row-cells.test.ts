import { describe, expect, test } from "vitest";
import { rowCells, rowInLine } from "./row-cells";

const told = (record: string, header: string, number: string) => {
  const start = record.indexOf(number);
  return rowCells(record, header, [{ start, end: start + number.length }]).map(
    ({ column, number, text, spans }) => [
      column ?? number,
      text,
      ...spans.map((span) => text.slice(span.start, span.end)),
    ],
  );
};

describe("the cells of a row", () => {
  test("are told by their columns, the one with the number first and empty ones not at all", () => {
    expect(told('2031-05-04,,"1,500",marsh, ', "date,note,birds,place,rest", "1,500")).toEqual([
      ["birds", "1,500", "1,500"],
      ["date", "2031-05-04"],
      ["place", "marsh"],
    ]);
  });

  test("are counted where the header names none", () => {
    expect(told("a,7,c", "first, ", "7")).toEqual([
      [2, "7", "7"],
      ["first", "a"],
      [3, "c"],
    ]);
  });

  test("keep the place of every number, in several cells and twice in one", () => {
    const spans = [
      { start: 0, end: 1, id: "low" },
      { start: 2, end: 3, id: "high" },
      { start: 4, end: 5, id: "all" },
    ];
    expect(rowCells("5-9,7", "range,value", spans)).toEqual([
      { number: 1, column: "range", text: "5-9", spans: [spans[0], spans[1]] },
      { number: 2, column: "value", text: "7", spans: [{ start: 0, end: 1, id: "all" }] },
    ]);
  });

  test("are cut to a line, and what is left out is counted", () => {
    const record = "1,2,3,4,5,6";
    const anchor = {
      ...{ sourceSlug: "table", sourceTitle: "Table", sentence: record, sentenceLang: "en" as const },
      record: { row: 2, header: "a,b,c,d,e,f", url: null },
      ...{ sentenceStart: 12, sentenceEnd: 23, numberStart: 10, numberEnd: 11, prefix: "", suffix: "" },
      ...{ comparator: "=" as const, cue: null, attribution: [] },
    };
    expect(rowInLine(anchor)).toMatchObject({ row: 2, left: 2, cells: [{ column: "f" }, {}, {}, {}] });
    expect(rowInLine({ ...anchor, record: null })).toBeNull();
  });
});
