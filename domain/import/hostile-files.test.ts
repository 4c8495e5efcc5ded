import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { refusalOf, tableOf } from "./table.fixture";
import { row, workbook } from "./xlsx/workbook.fixture";

const bytes = (text: string) => new TextEncoder().encode(text);
const sheetOf = (rows: string) => workbook({ sheets: { data: rows } });

/** Bytes that look like noise, the same in every run. */
function noise(length: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

/** How an old Office file begins, and the names of its parts in UTF-16. */
const envelope = (...names: readonly string[]) =>
  Uint8Array.of(
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...[...names.join("\u0001")].flatMap((letter) => [letter.charCodeAt(0), 0]),
  );

describe("a file that is no table is called what it is", () => {
  test.each([
    ["xls", envelope("Root Entry", "Workbook")],
    ["office", envelope("Root Entry", "WordDocument")],
    ["pdf", bytes("%PDF-1.7\n1 0 obj\n")],
    [
      "html",
      bytes(
        "\n<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table><tr><td>1</td></tr></table></html>",
      ),
    ],
    ["html", bytes("<!DOCTYPE html><table>")],
    ["html", bytes("<table><tr><td>1,2</td></tr></table>")],
    ["xml", bytes("<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>")],
    ["json", bytes('[{"a": 1, "b": 2}]')],
    [
      "docx",
      zipSync({
        "_rels/.rels": strToU8(officeDocument("word/document.xml")),
        "word/document.xml": strToU8("<w/>"),
      }),
    ],
    [
      "pptx",
      zipSync({
        "_rels/.rels": strToU8(officeDocument("ppt/presentation.xml")),
        "ppt/presentation.xml": strToU8("<p/>"),
      }),
    ],
    [
      "xlsb",
      zipSync({ "_rels/.rels": strToU8(officeDocument("xl/workbook.bin")), "xl/workbook.bin": noise(20, 1) }),
    ],
    [
      "ods",
      zipSync({
        mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
        "content.xml": strToU8("<o/>"),
      }),
    ],
    ["zip", zipSync({ "figures.csv": strToU8("a,b\n1,2\n") })],
    ["zip", zipSync({})],
  ] as const)("%s", async (is, file) => {
    expect(await refusalOf(file, {}, "table.xls")).toEqual({ kind: "wrong_kind", data: { is } });
  });

  function officeDocument(target: string): string {
    return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;
  }

  test("a workbook under a password", async () => {
    expect(await refusalOf(envelope("EncryptionInfo", "EncryptedPackage"))).toEqual({
      kind: "locked",
      data: {},
    });
  });

  test("a workbook where CSV was stated, and text where a workbook was", async () => {
    const book = sheetOf(row(1, "a") + row(2, "b"));
    expect(await refusalOf(book, { format: "csv" })).toEqual({ kind: "wrong_kind", data: { is: "xlsx" } });
    expect(await refusalOf("a,b\n1,2\n", { format: "xlsx" })).toEqual({
      kind: "wrong_kind",
      data: { is: "text" },
    });
  });
});

describe("a file with nothing to read is refused", () => {
  test.each(["", "\ufeff", "\n\n", ",,,", ";;\n", ",,\n ,\n", '""\n'])("%j is empty", async (text) => {
    expect(await refusalOf(text)).toEqual({ kind: "empty", data: { sheets: [] } });
  });
  test("a header alone", async () => {
    expect(await refusalOf("date,value\n\n")).toEqual({
      kind: "no_rows",
      data: { header: ["date", "value"] },
    });
    expect(await refusalOf(sheetOf(row(1, "date", "value")))).toEqual({
      kind: "no_rows",
      data: { header: ["date", "value"] },
    });
  });
  test.each([2, 9])("a header said to stand in row %i, where nothing does", async (headerRow) => {
    expect(await refusalOf("a,b\n\n1,2\n", { headerRow })).toEqual({
      kind: "no_header",
      data: { row: headerRow },
    });
    const book = sheetOf(row(1, "a") + row(3, "b"));
    expect(await refusalOf(book, { headerRow })).toEqual({ kind: "no_header", data: { row: headerRow } });
  });
});

test("noise of any length is refused", async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const { kind } = await refusalOf(noise(64 + seed * 37, seed));
    expect(["not_text", "encoding", "nul"]).toContain(kind);
  }
});

describe("what is too large is refused by the name of the limit", () => {
  const csv = "a,b\n1,2\n3,4\n";
  const book = sheetOf(row(1, "a", "b") + row(2, 1, 2) + row(3, 3, 4));
  test.each([
    ["fileBytes", 11, null],
    ["rows", 2, { row: 3, column: 2 }],
    ["columns", 1, { row: 1, column: 2 }],
    ["cells", 5, { row: 3, column: 2 }],
  ] as const)("%s", async (limit, most, at) => {
    const refusal = { kind: "too_large", data: { limit, most, at } };
    expect(await refusalOf(csv, { limits: { [limit]: most } })).toEqual(refusal);
    expect(await refusalOf(book, { limits: { [limit]: most } })).toEqual(refusal);
  });
  test.each(["fileBytes", "rows", "columns", "cells"] as const)("%s, but not what fits", async (limit) => {
    const most = { fileBytes: 5000, rows: 3, columns: 2, cells: 6 }[limit];
    expect((await tableOf(csv, { limits: { [limit]: most } })).rows).toHaveLength(2);
    expect((await tableOf(book, { limits: { [limit]: most } })).rows).toHaveLength(2);
  });
  test("cellCharacters", async () => {
    const limits = { cellCharacters: 5 };
    const refusal = {
      kind: "too_large",
      data: { limit: "cellCharacters", most: 5, at: { row: 2, column: 1 } },
    };
    expect(await refusalOf("a\n123456\n", { limits })).toEqual(refusal);
    expect(await refusalOf('a\n"123456"\n', { limits })).toEqual(refusal);
    expect(await refusalOf(sheetOf(row(1, "a") + row(2, "123456")), { limits })).toEqual(refusal);
    const shared = workbook({ sheets: { data: "" }, strings: "<si><t>123456</t></si>" });
    expect(await refusalOf(shared, { limits })).toEqual({ ...refusal, data: { ...refusal.data, at: null } });
    expect((await tableOf("a\n12345\n", { limits })).rows).toHaveLength(1);
  });
  test("unpackedBytes, while unpacking", async () => {
    const refusal = { kind: "too_large", data: { limit: "unpackedBytes", most: 3_000, at: null } };
    const long = sheetOf(row(1, "a") + row(2, " ".repeat(3_000)));
    expect(await refusalOf(long, { limits: { unpackedBytes: 3_000 } })).toEqual(refusal);
  });
  test("a million rows, a cell of ten million letters, and a row of commas", async () => {
    expect(await refusalOf(`a,b\n${"1,2\n".repeat(1_000_000)}`)).toMatchObject({
      data: { limit: "rows", at: { row: 200_001 } },
    });
    expect(await refusalOf(`a,b\n1,${"x".repeat(10_000_000)}\n`)).toMatchObject({
      data: { limit: "cellCharacters" },
    });
    expect(await refusalOf(`a,b\n1${",".repeat(10_000_000)}2\n`)).toMatchObject({
      data: { limit: "columns" },
    });
    expect(await refusalOf(`a,b\n"${'""'.repeat(5_000_000)}`)).toMatchObject({ kind: "open_quote" });
  }, 30_000);
});
