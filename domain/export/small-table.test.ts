import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { describe, expect, test } from "vitest";
import { type Bytes, join } from "./bytes";
import type { TableFormat } from "./formats";
import { listColumns } from "./list-columns";
import { type SmallTable, writeTable } from "./small-table";

const rows = [
  {
    source_id: "marsh-daily",
    title: '=Storks & chicks, "half" of them',
    publisher: "marsh",
    author: null,
    url: "https://example.org/a;b",
    archived_url: null,
    published_start: "2031-05-04",
    published_end: null,
    published_precision: "day",
    published_basis: "stated",
    lang: "en",
    licence_note_fr: "Courte citation",
    licence_note_en: "Short quotation",
  },
];
const table: SmallTable = {
  name: "sources",
  columns: listColumns.sources,
  rows,
  head: { collection: "storks", revision: 3 },
  notes: [["revision", "3"]],
};
const gzip = (bytes: Bytes): Bytes => Readable.from(bytes).pipe(createGzip());

async function bytesOf(format: TableFormat, form = {}, of = table): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeTable(of, format, form, gzip)) pieces.push(piece);
  return join(pieces);
}
const textOf = async (format: TableFormat, form = {}) => strFromU8(await bytesOf(format, form));

describe("a list taken away", () => {
  test("as CSV and TSV has a header, guards what could be run, and does not where it is not to", async () => {
    expect(await textOf("csv")).toContain(`marsh-daily,"'=Storks & chicks, ""half"" of them",marsh,,https`);
    expect(await textOf("tsv")).toContain(
      `marsh-daily\t"'=Storks & chicks, ""half"" of them"\tmarsh\t\thttps`,
    );
    expect(await textOf("csv", { raw: true })).toContain(`"=Storks`);
    expect(await textOf("csv", { excel: true })).toMatch(/^source_id;title;.*"https:\/\/example.org\/a;b"/s);
  });
  test("for French Excel begins with a byte order mark", async () => {
    expect([...(await bytesOf("csv", { excel: true })).subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x73]);
  });
  test("as JSON and NDJSON is the rows themselves", async () => {
    expect(JSON.parse(await textOf("json"))).toEqual({
      collection: "storks",
      revision: 3,
      count: 1,
      sources: rows,
    });
    expect(JSON.parse(await textOf("ndjson"))).toEqual(rows[0]);
  });
  test("as XLSX has a typed day, a text that stays one, and a sheet that says what it is", async () => {
    const parts = unzipSync(await bytesOf("xlsx"));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
    expect(sheet).toContain('<c r="G2" s="1"><v>47972</v></c>');
    expect(sheet).toContain('<c r="B2" t="inlineStr" s="2"><is><t xml:space="preserve">=Storks &amp; chicks');
    expect(strFromU8(parts["xl/workbook.xml"]!)).toContain('name="sources"');
    expect(strFromU8(parts["xl/worksheets/sheet2.xml"]!)).toContain("Where a copy of it is kept.");
  });
  test("as Parquet is typed, read by another's reader", async () => {
    const file = new Uint8Array(await bytesOf("parquet")).buffer;
    expect(await parquetReadObjects({ file, compressors })).toEqual([
      { ...rows[0], published_start: new Date("2031-05-04") },
    ]);
    const metrics = { ...table, name: "metrics", columns: listColumns.metrics };
    const row = Object.fromEntries(listColumns.metrics.map(({ name }) => [name, "x"]));
    const some = {
      ...metrics,
      rows: [
        { ...row, longest_silence_days: 30 },
        { ...row, longest_silence_days: null },
      ],
    };
    const read = await parquetReadObjects({
      file: new Uint8Array(await bytesOf("parquet", {}, some)).buffer,
      compressors,
    });
    expect(read.map((one) => one.longest_silence_days)).toEqual([30, null]);
  });
  test("without rows is a table still, in every format", async () => {
    const empty = { ...table, rows: [] };
    expect(strFromU8(await bytesOf("csv", {}, empty))).toMatch(/^source_id,.*\n$/);
    const file = new Uint8Array(await bytesOf("parquet", {}, empty)).buffer;
    expect(await parquetReadObjects({ file, compressors })).toEqual([]);
  });
});
