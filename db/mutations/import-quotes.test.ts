import { beforeAll, describe, expect, test } from "vitest";
import { findFigureState } from "../queries/find-figure-state";
import { anArticle, storkArticle } from "../testing/articles";
import { aCollection, done, reviewer, writer } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { aCheck, anImport, night, type StorkRow, storkMap } from "../testing/tables";
import { approveImport } from "./approve-import";
import { submitImport } from "./submit-import";

/** Each test has a table of its own, so that none is held against another's. */
let tables = 0;
const aTable = () => storkMap({ dataset: { ...storkMap().dataset!, slug: `quoting-table-${++tables}` } });

const quoting = (at: number, value: string, wish: StorkRow = {}): StorkRow => ({
  ...{ period_start: night(at), reported_on: night(at), value, publisher: "example-gazette" },
  sentence: `The ministry counted ${value} storks on night ${at} 🦩.`,
  ...wish,
});

describe("a table with sentences", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    const db = () => scratch.db;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    const statesOf = async (publicId: string) => {
      const rows =
        await scratch.sql`select f.public_id as id from import_rows r join imports i on i.id = r.import_id
        join figures f on f.id = r.figure_id where i.public_id = ${publicId} order by r.row`;
      return Promise.all(rows.map(({ id }) => findFigureState(db(), id as string)));
    };

    test("records each text once, however its address is decorated, and quotes it to the letter", async () => {
      const url = "https://gazette.example/storks/1";
      const rows = [
        quoting(1, "100", {
          source_url: `${url}?utm_source=x#:~:text=The%20ministry`,
          source_title: "Storks",
        }),
        quoting(2, "110", { source_url: url }),
        quoting(3, "120", { source_url: `${url}/` }),
        quoting(4, "130", { source_title: "Storks of the week" }),
      ];
      const { report, publicId } = await anImport(db(), rows, aTable());
      expect(report.creates.sources).toBe(2);
      expect(report.counts).toMatchObject({ new: 4, needsAnchor: 0 });
      const mentions = (await statesOf(publicId)).map((state) => state!.figure.mentions[0]!);
      expect(new Set(mentions.map(({ source }) => source)).size).toBe(2);
      expect(mentions.map(({ sentence }) => sentence)).toEqual(rows.map(({ sentence }) => sentence));
      expect(mentions[1]!.prefix).toMatch(/storks on night 1 🦩\.\n\n$/);
      const [kept] = await scratch.sql`select url from sources where slug = ${mentions[0]!.source}`;
      expect(kept!.url).toBe(`${url}?utm_source=x#:~:text=The%20ministry`);
    });

    test("finds a sentence in an article that is there already", async () => {
      const article = await anArticle(db(), storkArticle);
      const sentence = "Le ministère répète\u00a0: 1\u202f500 cigognes.";
      const [{ title }] = (await scratch.sql`select title from sources where slug = ${article.slug}`) as [
        { title: string },
      ];
      const row: StorkRow = { value: "1500", printed: "1\u202f500", sentence, source_title: title };
      const { publicId } = await anImport(db(), [{ ...row, publisher: "example-gazette" }], aTable());
      const [state] = await statesOf(publicId);
      const [mention] = state!.figure.mentions;
      expect(mention).toMatchObject({ source: article.slug, version: 1, sentence });
      expect(mention!.sentenceStart).toBe(article.text.indexOf(sentence));
    });

    test("keeps the row where it names no text", async () => {
      const { report } = await aCheck(db(), [quoting(1, "700", { publisher: null })], aTable());
      expect(report.counts).toMatchObject({ new: 1, needsAnchor: 1 });
    });

    test("keeps the row where nobody is known to have published the text", async () => {
      const row = quoting(1, "700", { publisher: null, source_url: "https://nobody.example/1" });
      const { report } = await aCheck(db(), [row, quoting(2, "710", { source_title: "Said" })], aTable());
      expect(report.counts).toMatchObject({ new: 2, needsAnchor: 1 });
      expect(report.unquoted, "and says so").toBe(1);
    });

    test("is no news a second time, and its sentences are changed at the desk", async () => {
      const map = aTable();
      const rows = [quoting(11, "400"), quoting(12, "410")].map((row) => ({ ...row, source_title: "Twice" }));
      await anImport(db(), rows, map);
      expect((await aCheck(db(), rows, map)).report.counts).toMatchObject({ unchanged: 2, new: 0 });
      const reworded = [{ ...rows[0]!, sentence: "They were 400." }, rows[1]!];
      const { report } = await aCheck(db(), reworded, map);
      expect(report.problems).toMatchObject([{ rule: "sentence_of_known_figure", rows: "2" }]);
    });

    test("comes before readers sentence by sentence", async () => {
      const rows = [quoting(21, "500"), quoting(22, "510")].map((row) => ({ ...row, source_title: "Shown" }));
      const { publicId } = await anImport(
        db(),
        [...rows, { period_start: night(23), value: "520" }],
        aTable(),
      );
      expect(done(await submitImport(db(), writer, { publicId, reasons: {} }))).toEqual({ submitted: 2 });
      const { approved } = done(await approveImport(scratch, reviewer, { publicId, comment: null }));
      expect(approved).toBe(2);
      const shown = await scratch.sql`select v.text, p.start, p.end from passages p
        join source_versions v on v.id = p.source_version_id join sources s on s.id = v.source_id
        where s.title = 'Shown' order by p.ordinal`;
      const words = shown.map(({ text, start, end }) => (text as string).slice(start, end));
      expect(words).toEqual(rows.map(({ sentence }) => sentence));
    });
  });
});
