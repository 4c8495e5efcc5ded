import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { beforeAll, describe, expect, test } from "vitest";
import { figureRowSchema } from "@/domain/export/row-schema";
import {
  aCollection,
  aDataset,
  aRecordMention,
  aSource,
  counted,
  figureOf,
  on,
  published,
  rowFigure,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { type CopyRows, findExport } from "./stream-figures";
import { copyCsv, copyJson } from "./stream-formats";
import { streamParquet } from "./stream-parquet";
import type { Selection } from "./stream-rows";

const about = { slug: "storks", title: "Storks", site: "", request: "" };

describe("a download with rows of a dataset", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let before: number;
    let revision: number;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db, { records: "published" });
      const source = await aSource(scratch.db);
      before = await published(scratch.db, figureOf(source, "20", { publicId: "aaaaaaa1" }));
      const dataset = await aDataset(scratch.db);
      const row = rowFigure(dataset, {
        ...{ publicId: "bbbbbbb1", value: "1600", period: on("2031-05-05") },
        mentions: [aRecordMention(dataset, 3, "1,600")],
      });
      revision = await published(scratch.db, row);
    });

    const selection = (asOf: number): Selection => ({ query: {}, revision: asOf, lang: "en", site: "" });
    const bytesOf = async (pieces: AsyncIterable<Uint8Array>) => {
      const all: Uint8Array[] = [];
      for await (const piece of pieces) all.push(piece);
      return Buffer.concat(all);
    };
    const textOf = async (copy: CopyRows) =>
      (await bytesOf((await findExport(scratch, selection(revision))).stream(copy))).toString("utf8");

    test("has the row for a sentence, and no language", async () => {
      const lines = (await textOf((rows) => copyJson(rows, ""))).split("\n").slice(0, -1);
      const [sentence, row] = lines.map((line) => figureRowSchema.parse(JSON.parse(line)));
      expect(sentence).toMatchObject({ sentence: counted, sentence_lang: "fr" });
      const text = '2031-05-05,"1,600",Example Marsh,"said ""in secret"" 🦩"';
      const [start, end] = [text.indexOf("1,600"), text.indexOf("1,600") + 5];
      expect(row).toMatchObject({
        sentence: text,
        sentence_lang: null,
        number_start: start,
        number_end: end,
      });
      expect(row).toMatchObject({ source_id: "stork-table", source_url: "https://storks.example/table.csv" });
    });

    test("leaves the cell of the language empty in CSV", async () => {
      const csv = await textOf((rows) => copyCsv(rows, { delimiter: ",", guard: true, decimalComma: false }));
      expect(csv).toContain(',"2031-05-05,""1,600"",Example Marsh,""said """"in secret"""" 🦩""",,');
    });

    test("may lack the language in Parquet where there are rows, and there alone", async () => {
      const fileAt = async (asOf: number) => {
        const found = await findExport(scratch, selection(asOf));
        const bytes = await bytesOf(streamParquet({ ...about, revision: asOf }, found));
        return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
      };
      const languageIn = (file: ArrayBuffer) =>
        parquetSchema(parquetMetadata(file)).children.find(({ element }) => element.name === "sentence_lang")!
          .element.repetition_type;
      const [earlier, now] = [await fileAt(before), await fileAt(revision)];
      expect(languageIn(earlier), "as it was before there were rows").toBe("REQUIRED");
      expect(languageIn(now)).toBe("OPTIONAL");
      const rows = await parquetReadObjects({
        file: now,
        compressors,
        columns: ["figure_id", "sentence_lang"],
      });
      expect(rows.map((row) => [row.figure_id, row.sentence_lang ?? null])).toEqual([
        ["aaaaaaa1", "fr"],
        ["bbbbbbb1", null],
      ]);
    });
  });
});
