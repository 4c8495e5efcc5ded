import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readTable } from "../table";
import { refusalOf, tableOf } from "../table.fixture";
import { row, workbook } from "../xlsx/workbook.fixture";

const rows = row(1, "a", "b") + row(2, 1, 2);
const good = () => workbook({ sheets: { data: rows } });
const sheet = "xl/worksheets/sheet1.xml";

const broken = (part: string | null, reason: string) => ({ kind: "broken", data: { part, reason } });

/** Where `number` stands in an archive, as four bytes; the last place, where there are several. */
function lastMark(file: Uint8Array, number: number): number {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = file.length - 4; at >= 0; at--) if (view.getUint32(at, true) === number) return at;
  throw new Error("no such mark");
}

/** Writes into the record that the directory of an archive has of `part`. */
function inDirectory(file: Uint8Array, part: string, offset: number, value: number): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const name = strToU8(part);
  for (let at = 0; at + 46 < file.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (view.getUint16(at + 28, true) !== name.length) continue;
    if (!name.every((byte, index) => file[at + 46 + index] === byte)) continue;
    view.setUint32(at + offset, value, true);
    return file;
  }
  throw new Error(`no record of ${part}`);
}

test("the archive these tests damage is read", async () => {
  expect((await tableOf(good())).rows).toHaveLength(1);
});

describe("a bomb is refused", () => {
  test("as soon as more comes out of it than allowed", async () => {
    const spaces = " ".repeat(3_000_000);
    const bomb = workbook({ sheets: { data: `<sheetData>${spaces}</sheetData>` } });
    expect(bomb.length).toBeLessThan(10_000);
    const most = 100_000;
    expect(await refusalOf(bomb, { limits: { unpackedBytes: most } })).toEqual({
      kind: "too_large",
      data: { limit: "unpackedBytes", most, at: null },
    });
  });

  test("that claims to be small", async () => {
    const bomb = inDirectory(workbook({ sheets: { data: rows + " ".repeat(100_000) } }), sheet, 24, 10);
    expect(await refusalOf(bomb, { limits: { unpackedBytes: 50_000 } })).toMatchObject({ kind: "too_large" });
    expect(await refusalOf(bomb)).toEqual(broken(sheet, "checksum"));
  });

  test("whose parts share their bytes", async () => {
    const twice = zipSync(
      { "a.xml": strToU8("x"), "b.xml": strToU8("x"), "c.xml": strToU8("x") },
      { level: 0 },
    );
    expect(await refusalOf(inDirectory(twice, "b.xml", 42, 0))).toEqual(broken(null, "overlapping_parts"));
  });

  test("of elements within elements", async () => {
    const nested = workbook({ sheets: { data: `<sheetData>${"<a>".repeat(10_000)}</sheetData>` } });
    expect(await refusalOf(nested)).toEqual(broken(sheet, "depth"));
  });

  test("of one text that never ends, spelt in entities", async () => {
    const limits = { cellCharacters: 1_000 };
    const words = (length: number) => `<row r="1"><c t="str"><v>${"&amp;".repeat(length)}</v></c></row>`;
    const file = zipSync(unzipSync(workbook({ sheets: { data: words(50_000) } })), { level: 0 });
    expect(await refusalOf(file, { limits })).toEqual({
      kind: "too_large",
      data: { limit: "cellCharacters", most: 1_000, at: null },
    });
    expect(await refusalOf(workbook({ sheets: { data: words(1_000) } }), { limits })).toMatchObject({
      kind: "no_rows",
    });
  });

  test("of more elements than a table has", async () => {
    const file = workbook({ sheets: { data: `<sheetData>${"<x/>".repeat(10_400)}</sheetData>` } });
    expect(await refusalOf(file, { limits: { cells: 100 } })).toEqual(broken(sheet, "elements"));
  });

  test("of more cells in a row than a spreadsheet has", async () => {
    const file = workbook({ sheets: { data: `<row r="1">${"<c/>".repeat(16_385)}</row>` } });
    expect(await refusalOf(file)).toMatchObject({ kind: "too_large", data: { limit: "columns" } });
  });

  test("of attributes", async () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `a${index}="1"`);
    const file = workbook({ sheets: { data: `<sheetData ${names.join(" ")}></sheetData>` } });
    expect(await refusalOf(file)).toEqual(broken(sheet, "attributes"));
  });

  test("of entities, for no document type is taken", async () => {
    const entities = `<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
    const file = workbook({ sheets: { data: rows }, parts: { [sheet]: entities } });
    expect(await refusalOf(file)).toEqual(broken(sheet, "doctype"));
    const outside = '<!DOCTYPE workbook SYSTEM "file:///etc/passwd"><workbook/>';
    expect(await refusalOf(workbook({ parts: { "xl/workbook.xml": outside } }))).toEqual(
      broken("xl/workbook.xml", "doctype"),
    );
  });

  test("of an entity nobody declared", async () => {
    const file = workbook({ sheets: { data: '<row r="1"><c t="str"><v>&b;</v></c></row>' } });
    expect(await refusalOf(file)).toEqual(broken(sheet, "xml"));
  });
});

describe("a damaged workbook is refused", () => {
  test("cut short anywhere", async () => {
    const whole = good();
    for (let length = 4; length < whole.length; length += 23)
      expect(await refusalOf(whole.slice(0, length))).toEqual(broken(null, "zip"));
  });

  test("with a bit turned anywhere, or read as it was", async () => {
    const whole = good();
    const { rows: expected } = await tableOf(whole);
    for (let at = 0; at < whole.length; at += 13) {
      const damaged = whole.slice();
      damaged[at]! ^= 1 << (at % 8);
      const read = await readTable(damaged, "a.xlsx");
      if (read.ok) expect(read.value.rows).toEqual(expected);
      else
        expect(["broken", "wrong_kind", "locked", "not_text", "encoding", "nul", "no_sheet"]).toContain(
          read.refusal.kind,
        );
    }
  });

  test("whose parts are not those its directory sums up", async () => {
    expect(await refusalOf(inDirectory(good(), sheet, 16, 12345))).toEqual(broken(sheet, "checksum"));
  });

  test("that has a part twice, in letters of either size", async () => {
    const file = workbook({ sheets: { data: rows }, parts: { "XL/Worksheets/Sheet1.xml": "<worksheet/>" } });
    expect(await refusalOf(file)).toEqual(broken("XL/Worksheets/Sheet1.xml", "duplicate_part"));
  });

  test("that lacks a part it names", async () => {
    const relations = `<Relationships><Relationship Id="s0" Type="x/worksheet" Target="worksheets/none.xml"/></Relationships>`;
    const file = workbook({ sheets: { data: rows }, parts: { "xl/_rels/workbook.xml.rels": relations } });
    expect(await refusalOf(file)).toEqual(broken("xl/worksheets/none.xml", "missing_part"));
  });

  test.each(["<worksheet><sheetData>", "<worksheet></sheet>", "", "no markup", "<worksheet/><x/>"])(
    "whose sheet is %j",
    async (words) => {
      const file = workbook({ sheets: { data: rows }, parts: { [sheet]: words } });
      expect(await refusalOf(file)).toEqual(broken(sheet, "xml"));
    },
  );

  test("whose parts lie under a password", async () => {
    const file = good();
    file[lastMark(file, 0x02014b50) + 8]! |= 1;
    expect(await refusalOf(file)).toEqual({ kind: "locked", data: {} });
  });

  test("packed in a way workbooks are not", async () => {
    const file = good();
    file[lastMark(file, 0x02014b50) + 10] = 12;
    expect(await refusalOf(file)).toMatchObject({ kind: "broken", data: { reason: "zip" } });
  });
});

test("an archive may have a comment, parts that are not packed, and sizes in 64 bits", async () => {
  const names = ["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", sheet];
  const parts = unzipSync(good());
  const stored = zipSync(Object.fromEntries(names.map((name) => [name, parts[name]!])), {
    level: 0,
    comment: "made by hand",
  });
  expect((await tableOf(stored)).rows).toHaveLength(1);
  const long = new Uint8Array(12 + 16);
  const view = new DataView(long.buffer);
  view.setUint32(0, parts[sheet]!.length, true);
  view.setUint32(8, parts[sheet]!.length, true);
  const wide = zipSync(
    {
      ...Object.fromEntries(names.map((name) => [name, parts[name]!])),
      [sheet]: [parts[sheet]!, { level: 0, extra: { 1: long } }],
    },
    { level: 0 },
  );
  inDirectory(wide, sheet, 20, 0xffffffff);
  inDirectory(wide, sheet, 24, 0xffffffff);
  expect((await tableOf(wide)).rows).toHaveLength(1);
});
