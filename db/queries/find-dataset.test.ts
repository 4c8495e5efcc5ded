import { beforeAll, describe, expect, test } from "vitest";
import type { FigureInput } from "@/domain/inputs";
import type { RowPlace } from "@/domain/source";
import {
  aCollection,
  aDataset,
  aMention,
  aRecordMention,
  aSource,
  counted,
  fillRows,
  on,
  published,
  retract,
  rowFigure,
  storkFigure,
  type TestDataset,
  type TestSource,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { currentRevision } from "./current-revision";
import { findFigure } from "./find-figure";
import { findSource } from "./find-source";
import { listSources } from "./list-sources";

const cells = [...Array(9).keys()].map((n) => [
  `2031-05-0${n + 1}`,
  `${n === 7 ? 1500 : 1000 + n}`,
  `of ${2000 + n}`,
]);

describe("a dataset", () => {
  eachEngine((open, engine) => {
    let scratch: Scratch;
    let dataset: TestDataset;
    let article: TestSource;
    let pair: FigureInput;
    /** Figures in rows 2, 3, 4, 6 and 9; two in row 3, and none of row 4 stands any more. */
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db, { records: "published" });
      article = await aSource(scratch.db);
      dataset = await aDataset(scratch.db, { header: ["day", "birds", ""], cells });
      const figure = (row: number, value: string, wish: Partial<FigureInput> = {}) =>
        rowFigure(dataset, {
          ...{ value, period: on(`2031-05-0${row}`), reportedOn: on("2031-05-15") },
          mentions: [aRecordMention(dataset, row, value)],
          ...wish,
        });
      const gone = figure(4, "1002");
      pair = figure(3, "2001", { metric: "storks-gone" });
      await published(scratch.db, figure(2, "1000"), pair, gone, figure(3, "1001"), figure(6, "1004"));
      await retract(scratch.sql, gone);
      const mentions = [aMention(article, counted, "1\u00a0500"), aRecordMention(dataset, 9, "1500")];
      await published(scratch.db, figure(9, "1500", { mentions }), storkFigure(article));
    });

    const page = async (from: RowPlace | null, size = 2) =>
      (await findSource(scratch.db, dataset.slug, await currentRevision(scratch.db), { from, size }))!;
    const rowsOn = async (...asked: Parameters<typeof page>) =>
      (await page(...asked)).dataset!.rows.map(({ row }) => row);

    test("shows the rows that figures stand in, page by page, in the order of the table", async () => {
      const first = await page(null);
      expect(first.dataset).toMatchObject({ rowCount: 4, next: { version: 1, row: 6 } });
      expect(await rowsOn(null)).toEqual([2, 3]);
      expect(await rowsOn(first.dataset!.next)).toEqual([6, 9]);
      expect((await page(first.dataset!.next)).dataset!.next).toBeNull();
      expect(await rowsOn({ version: 1, row: 4 }), "a row that shows nothing").toEqual([6, 9]);
      expect(await rowsOn({ version: 9, row: 7 }), "a version to come").toEqual([2, 3]);
      expect(await rowsOn({ version: 1, row: 700 })).toEqual([]);
    });

    test("says of each row what stands in it and where", async () => {
      const [, row] = (await page(null)).dataset!.rows;
      expect(row).toMatchObject({ version: 1, header: "day,birds,", text: "2031-05-02,1001,of 2001" });
      const told = row!.figures.map(({ start, end, figure }) => [
        row!.text.slice(start, end),
        figure.metric.slug,
      ]);
      expect(told).toEqual([
        ["1001", "storks-nesting"],
        ["2001", "storks-gone"],
      ]);
      expect(row!.figures[1]!.figure.id).toBe(pair.publicId);
    });

    test("says which file it is, and shows its header nowhere as a passage", async () => {
      const source = await page(null);
      expect(source.passages).toEqual([]);
      expect(source.dataset!.versions).toEqual([
        { number: 1, fileName: "storks.csv", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ]);
      const found = await findSource(scratch.db, article.slug, await currentRevision(scratch.db));
      expect(found!.dataset).toBeNull();
      expect(found!.passages.flatMap(({ marks }) => marks)).toHaveLength(2);
    });

    test("counts among the sources like any other", async () => {
      const listed = await listSources(scratch.db, await currentRevision(scratch.db));
      const told = listed.map(({ slug, figureCount, isDataset }) => ({ slug, figureCount, isDataset }));
      expect(told).toEqual([
        { slug: "stork-report", figureCount: 2, isDataset: false },
        { slug: "stork-table", figureCount: 5, isDataset: true },
      ]);
    });

    test("is what a figure says it stands in, with its sentence first where it has one", async () => {
      const revision = await currentRevision(scratch.db);
      const { anchor } = (await findFigure(scratch.db, pair.publicId, revision))!;
      expect(anchor).toMatchObject({ sourceTitle: "Storks day by day", sentence: "2031-05-02,1001,of 2001" });
      expect(anchor.record).toEqual({
        ...{ version: 1, row: 3, header: "day,birds,", url: "https://storks.example/table.csv" },
      });
      const [ninth] = (await page({ version: 1, row: 9 })).dataset!.rows;
      const { mentions } = (await findFigure(scratch.db, ninth!.figures[0]!.figure.id, revision))!;
      expect(mentions.map(({ record }) => record?.row ?? null)).toEqual([null, 9]);
    });

    test("of many rows costs no more than its page", async () => {
      const many = engine === "postgres" ? 5_000 : 1_000;
      const large = await aDataset(scratch.db, {
        ...{ slug: "large-table", header: ["day", "birds"] },
        cells: [...Array(many).keys()].map((n) => [`day ${n}`, "1500"]),
      });
      const first = rowFigure(large, { period: on("2035-01-01"), reportedOn: on("2035-01-02") });
      await published(scratch.db, first);
      await fillRows(scratch.sql, first);
      await scratch.sql`analyze`;
      const revision = await currentRevision(scratch.db);
      const timed = async (row: number) => {
        const begun = performance.now();
        const from = { version: 1, row };
        const found = (await findSource(scratch.db, "large-table", revision, { from, size: 50 }))!;
        const took = performance.now() - begun;
        expect(found).toMatchObject({ figureCount: many, dataset: { rowCount: many } });
        expect(found.dataset!.rows).toHaveLength(50);
        return took;
      };
      const took: number[] = [];
      for (const row of [2, many / 2, many - 50, 2, many / 2, many - 50]) took.push(await timed(row));
      // Loading every figure takes many seconds; a busy machine takes some of this.
      expect(Math.min(...took)).toBeLessThan(1_000);
    }, 120_000);
  });
});
