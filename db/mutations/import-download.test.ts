import { beforeAll, describe, expect, test } from "vitest";
import { ownExportMap } from "@/domain/import/own/own-map";
import { readRows } from "@/domain/import/read-rows";
import type { Table } from "@/domain/import/table";
import { findLexicon } from "../queries/find-lexicon";
import { planImport } from "../queries/plan-import";
import { findExport } from "../queries/stream-figures";
import { streamTable } from "../queries/stream-table";
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

const formula = "=1+1, « 7 » cigognes\n\t<b>&amp;</b> 🦩";
const quoted = '\'=2, "8" cigognes';

/** A CSV or TSV of ours as a table: quotes around cells, doubled within, line breaks in them. */
function tableOf(text: string, delimiter: "," | ";" | "\t"): Table {
  const [header = [], ...rows] = cellsOf(text.replace(/^\ufeff/, ""), delimiter);
  return {
    header: header.map((name) => name ?? ""),
    rows: rows.map((cells, index) => ({ number: index + 2, cells })),
    facts: {
      ...{
        format: { is: delimiter === "\t" ? "tsv" : "csv", how: "found" },
        delimiter: { is: delimiter, how: "found" },
      },
      ...{
        encoding: { is: "utf-8", how: "found" },
        bom: false,
        lineEnd: "lf",
        headerRow: { is: 1, how: "found" },
      },
      ...{ sheet: null, sheets: [], notes: [] },
    },
  };
}

function cellsOf(text: string, delimiter: string): (string | null)[][] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${delimiter}\n]*)(${delimiter}|\n)`, "gy");
  for (const [, words = "", end] of text.matchAll(cell)) {
    row.push(words.startsWith('"') ? words.slice(1, -1).replaceAll('""', '"') : words || null);
    if (end !== "\n") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe("a download brought back in", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    const forms = {
      csv: { format: "csv", raw: false, excel: false, delimiter: "," },
      excel: { format: "csv", raw: false, excel: true, delimiter: ";" },
      tsv: { format: "tsv", raw: false, excel: false, delimiter: "\t" },
      raw: { format: "csv", raw: true, excel: false, delimiter: "," },
    } as const;

    const download = async (form: keyof typeof forms, lang: "fr" | "en" = "fr") => {
      const { delimiter, ...asked } = forms[form];
      const [{ revision }] = (await scratch.sql`select revision from collection`) as unknown as [
        { revision: number },
      ];
      const found = await findExport(scratch, { query: {}, revision, lang, site: "https://example.org" });
      const pieces: Uint8Array[] = [];
      const about = { slug: "storks", title: "Storks", revision, site: "", request: "" };
      for await (const piece of streamTable(asked, about, found)) pieces.push(piece);
      return tableOf(Buffer.concat(pieces).toString("utf8"), delimiter);
    };
    const planOf = async (table: Table) => {
      const map = ownExportMap(table)!;
      return planImport({ db: scratch.db }, map, readRows(table, map, await findLexicon(scratch.db)));
    };
    /** The download with one cell changed. */
    const changed = async (column: string, cell: string, row = 0) => {
      const table = await download("csv");
      const at = table.header.indexOf(column);
      const rows = table.rows.map((one, index) =>
        index === row ? { ...one, cells: one.cells.map((was, place) => (place === at ? cell : was)) } : one,
      );
      return planOf({ ...table, rows });
    };

    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      const source = await aSource(scratch.db, {
        passages: [counted, formula, quoted],
        title: "-Les cigognes",
      });
      await published(
        scratch.db,
        storkFigure(source, {
          publicId: "aaaaaaa1",
          mentions: [aMention(source, formula, "7")],
          value: "7.00",
        }),
        storkFigure(source, { publicId: "ccccccc1", mentions: [aMention(source, quoted, "8")], value: "8" }),
        figureOf(source, "-3", { publicId: "bbbbbbb1", period: noDate, place: null, cue: null }),
      );
    });

    test.each(Object.keys(forms) as (keyof typeof forms)[])("as %s changes nothing", async (form) => {
      const { report } = await planOf(await download(form));
      expect(report.counts).toMatchObject({
        rows: 3,
        figures: 3,
        unchanged: 3,
        new: 0,
        changed: 0,
        refused: 0,
      });
    });

    test("whose texts all begin with an apostrophe changes nothing, guarded or not", async () => {
      for (const form of ["csv", "raw"] as const) {
        const table = await download(form);
        const rows = table.rows.filter(({ cells }) => cells.includes("ccccccc1"));
        const titled = table.header.indexOf("source_title"); // it shows by its dash whether it is guarded
        const header = table.header.filter((_, index) => index !== titled);
        const untitled = rows.map((row) => ({ ...row, cells: row.cells.filter((_, at) => at !== titled) }));
        const { report } = await planOf({ ...table, header, rows: untitled });
        expect(report.counts, form).toMatchObject({ unchanged: 1, changed: 0, refused: 0 });
      }
    });

    test("with another value that its sentence does not say is refused", async () => {
      const { report } = await changed("value", "9");
      expect(report.problems.map(({ rule }) => rule)).toEqual(["number_is_not_the_value"]);
    });

    test("with another bound is one change", async () => {
      const { report } = await changed("comparator", ">=");
      expect(report.counts).toMatchObject({ unchanged: 2, changed: 1, refused: 0 });
      expect(report.changes).toMatchObject([{ field: "comparator", to: ">=" }]);
    });

    test.each([
      ["subject", "nobody-at-all", "unknown_name"],
      ["source_url", "https://elsewhere.example", "sentence_of_known_figure"],
      ["sentence", "Other words.", "sentence_of_known_figure"],
      ["figure_id", "zzzzzzz9", "unknown_figure"],
    ])("with another %s is refused", async (column, cell, rule) => {
      const { report } = await changed(column, cell);
      expect(report.problems.map((problem) => [problem.rule, problem.column])).toEqual([[rule, column]]);
    });
  });
});
