import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type Bytes, concat, join } from "../../export/bytes";
import type { ExportColumn } from "../../export/columns";
import { workbookParts } from "../../export/xlsx";
import { zip } from "../../export/zip";
import { cellsOf, refusalOf, tableOf } from "../table.fixture";
import { type BookSpec, row, workbook } from "./workbook.fixture";

const one = (rows: string, spec: BookSpec = {}) => workbook({ sheets: { data: rows }, ...spec });
const header = row(1, "a", "b", "c");
/** The cells of row 2 under a header a, b, c. */
const second = async (cells: string, spec: BookSpec = {}) =>
  (await tableOf(one(`${header}<row r="2">${cells}</row>`, spec))).rows[0]?.cells;

describe("a cell", () => {
  test("with a number keeps its digits, never through a float", async () => {
    expect(
      await second(
        '<c r="A2"><v>3.3000000000000003</v></c><c r="B2" t="n"><v>1E-3</v></c><c r="C2"><v>0</v></c>',
      ),
    ).toEqual([{ number: "3.3" }, { number: "0.001" }, { number: "0" }]);
  });

  test("with shared words has them, rich or plain, without how they are pronounced", async () => {
    const strings =
      '<si><t xml:space="preserve"> plain </t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>words</t></r><rPh sb="0" eb="1"><t>RICHI</t></rPh></si><si><t/></si>';
    expect(
      await second('<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c>', {
        strings,
      }),
    ).toEqual([" plain ", "rich words", ""]);
  });

  test("with words of its own, or of a formula, has them", async () => {
    expect(
      await second(
        '<c r="A2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh><t>x</t></rPh></is></c><c r="B2" t="str"><f>A2&amp;"!"</f><v>inline!</v></c><c r="C2" t="str"><f>""</f><v></v></c>',
      ),
    ).toEqual(["inline", "inline!", ""]);
  });

  test("has characters that XML lacks, and words that look as if they were such", async () => {
    expect(
      await second(
        '<c r="A2" t="inlineStr"><is><t>a_x000D_&#10;b</t></is></c><c r="B2" t="inlineStr"><is><t>_x005F_x000D_</t></is></c><c r="C2" t="inlineStr"><is><t><![CDATA[<b>]]>&lt;&#x1F9A9;</t></is></c>',
      ),
    ).toEqual(["a\r\nb", "_x000D_", "<b><🦩"]);
  });

  test("with a formula has its last result; without one it is empty, and that is told", async () => {
    const rows = `${header}<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>NOW()</f></c><c r="C2"><f>2</f><v></v></c></row>`;
    const { rows: read, facts } = await tableOf(one(rows));
    expect(read[0]?.cells).toEqual([{ number: "2" }, null, null]);
    expect(facts.notes).toEqual([
      {
        kind: "uncalculated_formulas",
        count: 2,
        first: [
          { row: 2, column: 2 },
          { row: 2, column: 3 },
        ],
      },
    ]);
  });

  test("that is true, false or an error says so", async () => {
    const rows = `${header}<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c><c r="C2" t="e"><v>#N/A</v></c></row>`;
    const { rows: read, facts } = await tableOf(one(rows));
    expect(read[0]?.cells).toEqual(["true", "false", "#N/A"]);
    expect(facts.notes).toEqual([{ kind: "error_cells", count: 1, first: [{ row: 2, column: 3 }] }]);
  });

  test("shown as a day is a day, in either calendar", async () => {
    const cells =
      '<c r="A2" s="1"><v>45296</v></c><c r="B2" s="2"><v>45296.604166666664</v></c><c r="C2" s="3"><v>0.5</v></c>';
    const formats = [0, 14, "dd/mm/yyyy hh:mm", 20];
    expect(await second(cells, { formats })).toEqual([
      { date: "2024-01-05" },
      { date: "2024-01-05T14:30:00" },
      "12:00:00",
    ]);
    expect(await second('<c r="A2" s="1"><v>43834</v></c>', { formats, calendar1904: true })).toEqual([
      { date: "2024-01-05" },
      null,
      null,
    ]);
    expect(await second('<c r="A2" t="d"><v>2024-01-05T00:00:00</v></c>')).toEqual([
      { date: "2024-01-05" },
      null,
      null,
    ]);
  });

  test("shown as a day that never was stays a number, and is told", async () => {
    const { rows, facts } = await tableOf(
      one(`${header}<row r="2"><c r="A2" s="1"><v>60</v></c></row>`, { formats: [0, 14] }),
    );
    expect(rows[0]?.cells[0]).toEqual({ number: "60" });
    expect(facts.notes).toEqual([{ kind: "impossible_days", count: 1, first: [{ row: 2, column: 1 }] }]);
  });

  test("shown in percent keeps the number, and is told: 12 % is 0.12", async () => {
    const { rows, facts } = await tableOf(
      one(`${header}<row r="2"><c r="B2" s="1"><v>0.12</v></c></row>`, { formats: [0, 9] }),
    );
    expect(rows[0]?.cells).toEqual([null, { number: "0.12" }, null]);
    expect(facts.notes).toEqual([{ kind: "percent_cells", count: 1, first: [{ row: 2, column: 2 }] }]);
  });

  test("with a number that is none, or more digits than are computed, is told", async () => {
    const rows = `${header}<row r="2"><c r="A2"><v>1,5</v></c><c r="B2"><v>12345678901234567890</v></c></row>`;
    const { rows: read, facts } = await tableOf(one(rows));
    expect(read[0]?.cells).toEqual(["1,5", { number: "12345678901234600000" }, null]);
    expect(facts.notes.map(({ kind }) => kind)).toEqual(["rounded_numbers", "odd_numbers"]);
  });

  test("that names words the workbook lacks is refused", async () => {
    for (const index of ["7", "-1", "x", "1e0"])
      expect(
        await refusalOf(
          one(`${header}<row r="2"><c r="A2" t="s"><v>${index}</v></c></row>`, {
            strings: "<si><t>x</t></si>",
          }),
        ),
      ).toEqual({
        kind: "broken",
        data: { part: "xl/worksheets/sheet1.xml", reason: "shared_string" },
      });
  });
});

describe("rows and cells", () => {
  test("may be sparse, keep their numbers, and need not say where they stand", async () => {
    const rows = `${row(3, "a", null, "c")}<row r="7"><c r="C7"><v>1</v></c></row><row><c><v>2</v></c><c r="C8"><v>3</v></c></row>`;
    const { header: names, rows: read, facts } = await tableOf(one(rows));
    expect(names).toEqual(["a", "column 2", "c"]);
    expect(read).toEqual([
      { number: 7, cells: [null, null, { number: "1" }] },
      { number: 8, cells: [{ number: "2" }, null, { number: "3" }] },
    ]);
    expect(facts.headerRow).toEqual({ is: 3, how: "found" });
  });

  test("that hold only a style are nothing", async () => {
    const rows = `${header}${row(2, "1")}<row r="3"><c r="A3" s="1"/></row><row r="4"><c r="XFD4" s="1"/></row>`;
    const { header: names, rows: read, facts } = await tableOf(one(rows));
    expect([names.length, read.length, facts.notes]).toEqual([3, 1, []]);
  });

  test.each([
    ["rows", `${row(2, "a")}${row(1, "b")}`, "rows_out_of_order"],
    ["a row", `${row(1, "a")}${row(1, "b")}`, "rows_out_of_order"],
    ["a row", '<row r="0"/>', "rows_out_of_order"],
    ["cells", '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>', "cells_out_of_order"],
    ["a cell", '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', "cells_out_of_order"],
  ])("that go back or stand twice are refused: %s", async (_, rows, reason) => {
    expect(await refusalOf(one(rows))).toMatchObject({ kind: "broken", data: { reason } });
  });

  test("that are merged show their first cell alone, those hidden are read and told", async () => {
    const sheet = `<sheetData>${header}${row(2, "x", "under", "c")}<row r="3" hidden="1"><c r="A3"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>`;
    const { rows, facts } = await tableOf(one(sheet));
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["x", null, "c"],
      [null, null, null],
    ]);
    expect(facts.notes).toEqual([
      { kind: "merged_cells", count: 1, first: [{ row: 2, column: 1 }] },
      { kind: "hidden_rows", count: 1, first: [{ row: 3, column: 1 }] },
    ]);
  });
});

describe("the sheet", () => {
  const sheets = {
    notes: row(1, "n", "m") + row(2, "1"),
    data: row(1, "d") + row(2, "2"),
    "Été 24": row(1, "e") + row(2, "3"),
  };
  const states = { notes: "hidden" } as const;

  test("read is the first that is not hidden; all are told", async () => {
    const { header: names, facts } = await tableOf(workbook({ sheets, states }));
    expect(names).toEqual(["d"]);
    expect(facts).toMatchObject({
      format: { is: "xlsx", how: "found" },
      encoding: null,
      delimiter: null,
      lineEnd: null,
      sheet: { is: "data", how: "found" },
      sheets: [
        { name: "notes", hidden: true },
        { name: "data", hidden: false },
        { name: "Été 24", hidden: false },
      ],
    });
  });

  test.each(["Été 24", "été 24 ", "notes"])("read is the one named %j", async (sheet) => {
    const { facts } = await tableOf(workbook({ sheets, states }), { sheet });
    expect(facts.sheet?.how).toBe("stated");
    expect(facts.sheet?.is.toLowerCase()).toBe(sheet.trim().toLowerCase());
  });

  test("named that is not there is refused, with those that are", async () => {
    expect(await refusalOf(workbook({ sheets }), { sheet: "dta" })).toEqual({
      kind: "no_sheet",
      data: { sheet: "dta", sheets: ["notes", "data", "Été 24"] },
    });
    expect(await refusalOf(workbook({}))).toEqual({ kind: "no_sheet", data: { sheet: null, sheets: [] } });
  });

  test("without a cell is refused, with those that may be meant", async () => {
    expect(await refusalOf(workbook({ sheets: { blank: "", full: row(1, "a") } }))).toEqual({
      kind: "empty",
      data: { sheets: ["blank", "full"] },
    });
  });
});

test("strict workbooks, prefixed ones and UTF-16 parts are read", async () => {
  const rows = header + row(2, "x", 1.5);
  const cells = [
    ["a", "b", "c"],
    ["x", { number: "1.5" }, null],
  ];
  expect(await cellsOf(one(rows, { strict: true }))).toEqual(cells);
  expect(await cellsOf(one(rows, { prefix: "x" }))).toEqual(cells);
  const parts = unzipSync(one(rows));
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
  const wide = Uint16Array.from(`\ufeff${sheet}`, (letter) => letter.charCodeAt(0)); // little-endian, as Node runs
  parts["xl/worksheets/sheet1.xml"] = new Uint8Array(wide.buffer);
  expect(await cellsOf(zipSync(parts))).toEqual(cells);
});

/** A table as our own exporter packs it; the rows, which the database writes, in the same shape. */
async function exported(names: readonly string[], rows: string): Promise<Uint8Array> {
  const columns = names.map(
    (name): ExportColumn => ({ name, type: "text", optional: true, description: "" }),
  );
  const pieces: Uint8Array[] = [];
  const parts = workbookParts(columns, concat(rows), [["Licence", "CC BY 4.0"]]);
  for await (const piece of zip(parts, gzip)) pieces.push(piece);
  return join(pieces);
}

async function* gzip(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of bytes) all.push(piece);
  yield gzipSync(join(all));
}

test("any words come back from our own workbooks, and its notes stay on their sheet", async () => {
  const words = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom("=", "'", "_", "x", "0", "D", "\n", "\r", "<", "&", " ", "é") }),
    fc.constantFrom("=1+1", "_x000D_", "a\r\nb", "<b>&amp;</b>", "]]>", "  "),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(words, fc.option(words)), { minLength: 1, maxLength: 6 }),
      async (cells) => {
        const rows = cells.map(([first, second], index) => {
          const at = index + 2;
          const inline = (column: string, text: string | null) =>
            text === null
              ? ""
              : `<c r="${column}${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
          return `<row r="${at}"><c r="A${at}"><v>${index}</v></c>${inline("B", first)}${inline("C", second)}</row>`;
        });
        const file = await exported(["id", "sentence", "cue"], rows.join(""));
        const { header: names, rows: read, facts } = await tableOf(file);
        expect(names).toEqual(["id", "sentence", "cue"]);
        expect(read.map((one) => one.cells)).toEqual(
          cells.map(([first, second], index) =>
            [{ number: String(index) }, first, second].slice(0, names.length),
          ),
        );
        expect(facts.sheets).toEqual([
          { name: "figures", hidden: false },
          { name: "about", hidden: false },
        ]);
      },
    ),
    { numRuns: 30 },
  );
});

/** As the database escapes a text for a workbook (db/queries/stream-xlsx.ts). */
const escaped = (text: string) =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", "&#10;")
    .replace(lacking, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones XML lacks
const lacking = /[\x00-\x08\x0b-\x1f\ufffe\uffff]/g;
