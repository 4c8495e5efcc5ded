import { describe, expect, test } from "vitest";
import { recordCells, recordText, spanInCell } from "./record";

const textsOf = (record: string) => recordCells(record).map(({ text }) => text);

describe("a row of a dataset", () => {
  test.each([
    ["a,b,c", ["a", "b", "c"]],
    ["", [""]],
    [",", ["", ""]],
    ["a,,", ["a", "", ""]],
    ['"1,234",x', ["1,234", "x"]],
    ['"he said ""ten""",2', ['he said "ten"', "2"]],
    ['"two\nlines",2', ["two\nlines", "2"]],
    ['"",2', ["", "2"]],
    ['say "ten",2', ['say "ten"', "2"]],
    ['"never closed,2', ['"never closed', "2"]],
    ["🦩,1\u00a0500", ["🦩", "1\u00a0500"]],
  ])("%j is read cell by cell", (record, cells) => {
    expect(textsOf(record)).toEqual(cells);
  });

  test.each([[["a", "", "1,5", 'ten "or so"', "two\r\nlines", "🦩"]], [[""]], [["", ""]]])(
    "%j is written and read again",
    (cells) => {
      expect(textsOf(recordText(cells))).toEqual(cells);
    },
  );

  test("says where its cells are written", () => {
    const record = 'a,"b,""c""",d';
    expect(recordCells(record).map(({ start, end }) => record.slice(start, end))).toEqual([
      "a",
      '"b,""c"""',
      "d",
    ]);
  });

  test("says where a number lies in its cell, behind doubled marks too", () => {
    const record = '2031,"""about"" 1,500 storks",marsh';
    const at = record.indexOf("1,500");
    const [year, count, place] = recordCells(record);
    const span = spanInCell(record, count!, at, at + 5)!;
    expect(count!.text.slice(span.start, span.end)).toBe("1,500");
    expect(spanInCell(record, year!, at, at + 5)).toBeNull();
    expect(spanInCell(record, place!, at, at + 5)).toBeNull();
    expect(spanInCell(record, year!, 0, 4)).toEqual({ start: 0, end: 4 });
  });
});
