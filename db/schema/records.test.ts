import { beforeAll, describe, expect, test } from "vitest";
import type { FigureInput } from "@/domain/inputs";
import {
  aCollection,
  aDataset,
  anUncheckedFigure,
  aRecordMention,
  aSource,
  brokenRule,
  copyRows,
  rowFigure,
  sha256,
  type TestDataset,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";

describe("a row of a dataset", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let dataset: TestDataset;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      await aSource(scratch.db);
      dataset = await aDataset(scratch.db);
    });

    const versionOf = (slug: string) =>
      `(select v.id from source_versions v join sources s on s.id = v.source_id where s.slug = '${slug}')`;
    const row = (set: Record<string, string | number>, slug = dataset.slug) => {
      const values = { row: 99, start: 900, text: "2031-06-01,9", ...set };
      return brokenRule(scratch.sql, (tx) =>
        tx.unsafe(
          `insert into records (source_version_id, row, start, text) values (${versionOf(slug)}, $1, $2, $3)`,
          [values.row, values.start, values.text],
        ),
      );
    };

    test("is kept as it stands", async () => {
      expect(await row({})).toBeNull();
    });

    test("stands in a version that is kept as rows, not in a text", async () => {
      expect(await row({}, "stork-report")).toBe("record_of_dataset");
    });

    test("holds no stand-in for half a character", async () => {
      expect(await row({ text: "9\u0001" })).toBe("record_is_sound");
    });

    test("stands at one place, and says something", async () => {
      expect(await row({ row: 2 })).toBe("records_by_row");
      expect(await row({ row: 0 })).toBe("record_is_somewhere");
      expect(await row({ start: -1 })).toBe("record_is_somewhere");
      expect(await row({ text: "" })).toBe("record_is_somewhere");
    });

    describe("that a figure stands in", () => {
      let draft: FigureInput;
      beforeAll(async () => {
        draft = await anUncheckedFigure(
          scratch.db,
          rowFigure(dataset, { value: "1600", mentions: [aRecordMention(dataset, 3, "1,600")] }),
        );
      });

      const rule = (changes: Record<string, unknown>) => {
        const where = `revision_id = (select draft_revision_id from figures where public_id = '${draft.publicId}')`;
        return brokenRule(scratch.sql, (tx) => copyRows(tx, "anchors", where, { mention: 1, ...changes }));
      };
      const idOf = async (number: number) =>
        (await scratch.sql`select id from records where row = ${number}`)[0]!.id as number;

      test("is quoted whole, at its place, with nothing around it", async () => {
        const { text, start } = dataset.rows[1]!;
        expect(await rule({})).toBeNull();
        expect(await rule({ record_id: await idOf(2) })).toBe("record_is_verbatim");
        expect(await rule({ sentence: text.replace("1,600", "1,601") })).toBe("record_is_verbatim");
        expect(await rule({ sentence: text.slice(0, -1) })).toBe("record_is_verbatim");
        expect(await rule({ sentence_start: start + 1, sentence_end: start + 1 + text.length })).toBe(
          "record_is_verbatim",
        );
        expect(await rule({ sentence_end: start + [...text].length })).toBe("record_is_verbatim");
        expect(await rule({ prefix: "\n" })).toBe("record_is_verbatim");
        expect(await rule({ suffix: "\n" })).toBe("record_is_verbatim");
        const [report] = await scratch.sql.unsafe(`select ${versionOf("stork-report")} as id`);
        expect(await rule({ source_version_id: report!.id })).toBe("record_is_verbatim");
      });

      test("holds its number as printed, and digits that read as themselves", async () => {
        const at = dataset.rows[1]!.text.indexOf("1,600");
        expect(await rule({ number_start: at + 1 })).toBe("number_is_verbatim");
        expect(await rule({ number_text: "600", number_start: at + 2, reads_as: "600" })).toBeNull();
        expect(await rule({ number_text: "600", number_start: at + 2, reads_as: "1600" })).toBe(
          "digits_read_as_themselves",
        );
      });

      test("is no sentence of the header, which stands in no row", async () => {
        const header = { sentence_start: 0, sentence_end: 4, sentence: "date", record_id: null };
        const number = { number_start: 0, number_end: 4, number_text: "date", reads_as: null };
        expect(await rule({ ...header, ...number })).toBeNull();
        expect(await rule({ ...header, ...number, sentence: "data" })).toBe("sentence_is_verbatim");
      });
    });

    describe("reaches readers", () => {
      const publishRaw = (figure: FigureInput, settings: object, url: string | null) =>
        brokenRule(scratch.sql, async (tx) => {
          await tx`update collection set settings = ${JSON.stringify(settings)}`;
          await tx`update sources set url = ${url} where slug = ${dataset.slug}`;
          await tx`insert into publications (figure_id, revision_id, status, route, known_from_rev)
            select figures.id, draft_revision_id, 'published', 'seed', revision
            from figures, collection where public_id = ${figure.publicId}`;
        });
      const address = "https://storks.example/table.csv";
      const shown = { records: "published" };

      test("only where the collection says so, and the dataset has an address", async () => {
        const figure = await anUncheckedFigure(scratch.db, rowFigure(dataset));
        expect(await publishRaw(figure, shown, address)).toBeNull();
        expect(await publishRaw(figure, {}, address)).toBe("published_has_anchor");
        expect(await publishRaw(figure, { records: "held" }, address)).toBe("published_has_anchor");
        expect(await publishRaw(figure, shown, null)).toBe("published_has_anchor");
      });

      test("with the value in its number", async () => {
        const figure = await anUncheckedFigure(scratch.db, rowFigure(dataset, { value: "1501" }));
        expect(await publishRaw(figure, shown, address)).toBe("number_holds_value");
      });
    });

    test("is kept under the fingerprint of its header", async () => {
      const [version] = await scratch.sql.unsafe(
        `select text, sha256 from source_versions where id = ${versionOf(dataset.slug)}`,
      );
      expect(version).toEqual({ text: "date,birds,place,note", sha256: sha256("date,birds,place,note") });
    });
  });
});
