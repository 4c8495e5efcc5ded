import { strFromU8, unzipSync } from "fflate";
import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { beforeAll, describe, expect, test } from "vitest";
import { figureExportColumns } from "@/domain/export/columns";
import { type TableFormat, tableFormatNames } from "@/domain/export/formats";
import { plainCell, readTable } from "@/domain/import/table";
import { unguarded } from "@/domain/import/unguard";
import {
  aCollection,
  aMention,
  aSource,
  counted,
  figureOf,
  noDate,
  published,
  storkFigure,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { findExport } from "./stream-figures";
import { type About, streamTable, tooLong } from "./stream-table";

const about: About = { slug: "storks", title: "Storks", revision: 1, site: "", request: "" };
const formula = "=1+1, « 7 » cigognes\n\t<b>&amp;</b> _x0041_ 🦩";
const minus = "-Les cigognes\u0001";

describe("a table", () => {
  const written: Partial<Record<TableFormat, Uint8Array>>[] = [];

  eachEngine((open) => {
    let scratch: Scratch;
    let revision: number;
    const files: Partial<Record<TableFormat, Uint8Array>> = {};
    const table = async (format: TableFormat, wish = {}) => {
      const found = await findExport(scratch, {
        query: {},
        revision,
        lang: "fr",
        site: "https://example.org",
      });
      const pieces: Uint8Array[] = [];
      for await (const piece of streamTable({ format, raw: false, excel: false, ...wish }, about, found))
        pieces.push(piece);
      return new Uint8Array(Buffer.concat(pieces));
    };

    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      const source = await aSource(scratch.db, { passages: [counted, formula], title: minus });
      await published(
        scratch.db,
        storkFigure(source, {
          publicId: "aaaaaaa1",
          mentions: [aMention(source, formula, "7")],
          value: "7.00",
        }),
        figureOf(source, "-3", {
          publicId: "bbbbbbb1",
          period: noDate,
          place: null,
          cue: null,
          hearsay: true,
        }),
        figureOf(source, "1234567890123456.5", { publicId: "ccccccc1" }),
      );
      revision = await published(scratch.db, figureOf(source, "0", { publicId: "ddddddd1" }));
      for (const format of tableFormatNames) files[format] = await table(format);
      written.push(files);
    });

    test("as Parquet reads back typed, with every digit", async () => {
      const { buffer: file } = files.parquet!;
      const schema = parquetSchema(parquetMetadata(file as ArrayBuffer)).children.map(
        ({ element }) => element,
      );
      expect(schema.map(({ name }) => name)).toEqual(figureExportColumns.map(({ name }) => name));
      const types = Object.fromEntries(
        schema.map((element) => [element.name, element.converted_type ?? element.type]),
      );
      expect(types).toMatchObject({
        value: "DECIMAL",
        period_start: "DATE",
        hearsay: "BOOLEAN",
        revision: "INT32",
        cue: "UTF8",
      });
      const rows = await parquetReadObjects({ file: file as ArrayBuffer, compressors });
      expect(rows).toHaveLength(4);
      expect(rows[0]).toMatchObject({
        figure_id: "aaaaaaa1",
        value: 7,
        sentence: formula,
        mentions: 1,
        low: null,
      });
      expect(rows[1]).toMatchObject({ value: -3, period_start: null, place: null, cue: null, hearsay: true });
      expect(rows[1]?.hearsay).not.toBe(rows[0]?.hearsay);
      expect(rows[0]?.period_start).toEqual(new Date("2031-05-04"));
      const value = schema.find(({ name }) => name === "value");
      expect(value).toMatchObject({
        scale: 9,
        precision: 38,
        type: "FIXED_LEN_BYTE_ARRAY",
        repetition_type: "OPTIONAL",
      });
    });

    test("as a workbook keeps numbers, dates and texts apart, and runs nothing", async () => {
      const parts = unzipSync(files.xlsx!);
      const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
      expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
      expect(sheet).not.toContain("<f>");
      expect(sheet.match(/<row r="\d+">/g)).toEqual([1, 2, 3, 4, 5].map((row) => `<row r="${row}">`));
      expect(sheet).toContain('<c r="F2"><v>7.00</v></c>');
      expect(sheet).toContain('<c r="P2" s="1"><v>47972</v></c>'); // 4 May 2031
      expect(sheet).toContain('<c r="O3" t="b"><v>1</v></c>');
      expect(sheet).toContain(
        '<c r="F4" t="inlineStr"><is><t xml:space="preserve">1234567890123456.5</t></is></c>',
      );
      expect(sheet).toContain(
        '<c r="X2" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1, « 7 » cigognes&#10;\t&lt;b&gt;&amp;amp;&lt;/b&gt; _x005F_x0041_ 🦩</t></is></c>',
      );
      expect(sheet).toContain(">-Les cigognes_x0001_</t>");
      expect(sheet).not.toContain('<c r="P3"');
      expect(strFromU8(parts["xl/worksheets/sheet2.xml"]!)).toContain("CC BY 4.0");
    });

    test("as JSON is one document, as NDJSON a line a figure, and both say the same", () => {
      const { figures, ...head } = JSON.parse(strFromU8(files.json!));
      expect(head).toEqual({ collection: "storks", revision: 1, count: 4 });
      expect(
        strFromU8(files.ndjson!)
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line)),
      ).toEqual(figures);
      expect(figures[0]).toMatchObject({ value: "7.00", sentence: formula, source_title: minus });
    });

    test("reads back as a table, the same from text and from a workbook", async () => {
      const cells = async (file: Uint8Array, name: string, undo: (text: string) => string) => {
        const read = await readTable(file, name);
        if (!read.ok) throw new Error(JSON.stringify(read.refusal));
        expect(read.value.header).toEqual(figureExportColumns.map((column) => column.name));
        expect(read.value.facts.notes).toEqual([]);
        return read.value.rows.map((row) =>
          row.cells.map((cell) =>
            typeof cell === "string" ? undo(cell) : cell === null ? null : plainCell(cell),
          ),
        );
      };
      const asIs = (text: string) => text;
      const csv = await cells(files.csv!, "storks.csv", unguarded);
      const column = (name: string) => figureExportColumns.findIndex((one) => one.name === name);
      expect(csv.map((row) => row[column("sentence")])).toContain(formula);
      expect(csv.map((row) => row[column("value")])).toEqual(["7.00", "-3", "1234567890123456.5", "0"]);
      expect(await cells(files.tsv!, "storks.tsv", unguarded)).toEqual(csv);
      expect(await cells(await table("csv", { raw: true }), "storks.csv", asIs)).toEqual(csv);
      const book = await cells(files.xlsx!, "storks.xlsx", asIs);
      expect(book.map((row) => row[column("value")])).toEqual(["7", "-3", "1234567890123456.5", "0"]);
      const values = new Set([column("value")]);
      const others = (rows: typeof csv) => rows.map((row) => row.filter((_, index) => !values.has(index)));
      expect(others(book)).toEqual(others(csv));
    });

    test("of nothing is a table without rows", async () => {
      const found = await findExport(scratch, { query: { metric: "none" }, revision, lang: "en", site: "" });
      for (const format of tableFormatNames) {
        const pieces: Uint8Array[] = [];
        for await (const piece of streamTable({ format, raw: false, excel: false }, about, found))
          pieces.push(piece);
        const file = new Uint8Array(Buffer.concat(pieces));
        if (format === "parquet") expect(parquetMetadata(file.buffer).num_rows).toBe(0n);
        if (format === "json") expect(JSON.parse(strFromU8(file))).toMatchObject({ count: 0, figures: [] });
        if (format === "xlsx")
          expect(strFromU8(unzipSync(file)["xl/worksheets/sheet1.xml"]!)).toMatch(/<\/row><\/sheetData>/);
        if (format === "csv") expect(strFromU8(file).split("\n")).toHaveLength(2);
      }
    });

    test("is the same bytes each time", async () => {
      for (const format of tableFormatNames) expect(await table(format), format).toEqual(files[format]);
    });

    test("is the same bytes on both engines", () => {
      const [first, second = first] = written;
      for (const format of tableFormatNames) expect(second![format], format).toEqual(first![format]);
    });
  });

  test("that a spreadsheet cannot hold is refused, not cut", () => {
    expect(tooLong("xlsx", 1_048_575)).toBeNull();
    expect(tooLong("xlsx", 1_048_576)).toContain("1048575 rows");
    expect(tooLong("csv", 5_000_000)).toBeNull();
  });
});
