import { beforeAll, describe, expect, test } from "vitest";
import { foldWord, markHits, markRowHits } from "@/domain/search/mark-hits";
import type { Reader } from "../client";
import { retractFigure } from "../mutations/retract-figure";
import {
  aCollection,
  aDataset,
  aFigure,
  aMention,
  aRecordMention,
  aSource,
  done,
  on,
  publish,
  published,
  reviewer,
  rowFigure,
  storkFigure,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { readSearch } from "./read-search";
import { searchAgents, searchMetrics, searchSources } from "./search-names";
import { searchSentences } from "./search-sentences";

const spring = "Près de 2\u00a0400 CIGOGNES libérées étaient revenues l’été dernier, selon le ministère.";
const english = "The ministry counted 1,234 nests; villagers’ œufs were « not touched ».";
const sentences = [spring, english];

describe("a search", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let revision: number;
    let ids: Record<"spring" | "english" | "draft" | "second", string>;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db, { records: "published" });
      const source = await aSource(scratch.db, { passages: sentences, title: "Les cigognes du marais" });
      await aSource(scratch.db, { slug: "never-shown", title: "Les cigognes cachées" });
      const first = storkFigure(source, {
        value: "2400",
        reportedOn: on("2031-05-05"),
        mentions: [aMention(source, spring, "2\u00a0400")],
      });
      const second = storkFigure(source, {
        value: "1234",
        reportedOn: on("2031-06-01"),
        mentions: [aMention(source, english, "nests", { readsAs: "1234" })],
      });
      const both = storkFigure(source, {
        value: "77",
        reportedOn: on("2031-05-15"),
        mentions: [
          aMention(source, english, "not", { readsAs: "77" }),
          aMention(source, spring, "dernier", { readsAs: "77" }),
        ],
      });
      revision = await published(scratch.db, first, second, both);
      ids = { spring: first.publicId, english: second.publicId, second: both.publicId, draft: "" };
    });

    const find = async (q: string, at = revision, db: Reader = scratch.db) =>
      (await searchSentences(db, await readSearch(db, q), { revision: at, size: 20, after: null })).hits.map(
        ({ figure }) => figure.id,
      );

    test.each([
      ["in another inflection, in French", "cigogne libérée"],
      ["without its accents", "liberee ete"],
      ["in capitals, with accents", "LIBÉRÉES ÉTÉ"],
      ["as a number however it is set", "2 400"],
      ["as a number without its space", "2400"],
      ["behind an apostrophe of either kind", "l'été"],
      ["as a phrase", "“cigognes libérées”"],
      ["as a phrase in guillemets", "«\u00a0selon le ministère\u00a0»"],
      ["with one that must not stand there", "cigognes -nests"],
    ])("finds a word %s", async (_, q) => {
      expect(await find(q)).toEqual([ids.second, ids.spring].filter((id) => id !== undefined));
    });

    test.each([
      ["in another inflection, in English", "nest counting"],
      ["a number with its comma", "1,234"],
      ["a ligature", "oeufs"],
      ["a short word", "not"],
    ])("finds %s", async (_, q) => {
      expect(await find(q)).toEqual([ids.english, ids.second]);
    });

    test("gives a figure once, with the first of its sentences that holds the words", async () => {
      const { hits, count } = await searchSentences(
        scratch.db,
        await readSearch(scratch.db, "ministry or cigognes"),
        {
          revision,
          size: 20,
          after: null,
        },
      );
      expect(hits.map(({ figure, anchor }) => [figure.id, anchor.sentence])).toEqual([
        [ids.english, english],
        [ids.second, english],
        [ids.spring, spring],
      ]);
      expect(count).toBe(3);
    });

    test("finds nothing where the words stand apart, or not at all", async () => {
      for (const q of ["“libérées cigognes”", "cigognes nests", "flamingo", "cigognes -libérées"])
        expect(await find(q), q).toEqual([]);
    });

    test("finds nothing by a phrase that would run from one language into the other", async () => {
      expect(await find("“ministère près”")).toEqual([]);
    });

    test("is paged by place, each figure once, the newest reported first", async () => {
      const all: string[] = [];
      let after: { key: string; id: string } | null = null;
      for (let page = 0; page < 5; page++) {
        const found = await searchSentences(
          scratch.db,
          await readSearch(scratch.db, "ministère or ministry"),
          {
            revision,
            size: 1,
            after,
          },
        );
        expect(found.count).toBe(3);
        all.push(...found.hits.map(({ figure }) => figure.id));
        after = found.next;
        if (after === null) break;
      }
      expect(all).toEqual([ids.english, ids.second, ids.spring]);
    });

    test("marks what it found, in the very words of the text", async () => {
      const marked = async (q: string) => {
        const { hits } = await searchSentences(scratch.db, await readSearch(scratch.db, q), {
          revision,
          size: 20,
          after: null,
        });
        const { anchor, words } = hits.at(-1)!;
        return markHits(anchor.sentence, words).map(({ start, end }) => anchor.sentence.slice(start, end));
      };
      expect(await marked("cigogne 2400 ete")).toEqual(["2\u00a0400 CIGOGNES", "été"]);
      expect(await marked("oeuf nests")).toEqual(["nests", "œufs"]);
    });

    test("folds words as the marks do", async () => {
      for (const word of ["ÉLOÏSE", "Œuvre", "1\u202f500", "12,345", "CÆSAR", "Été"]) {
        const [row] = await scratch.sql`select search_fold(${word}) as folded`;
        expect(foldWord(word)).toBe(row!.folded);
      }
    });

    test("finds a row of a dataset by the words of its cells, not by what stands across two of them", async () => {
      const dataset = await aDataset(scratch.db, {
        header: ["date", "birds", "place", "note"],
        cells: [
          ["2031-05-04", "3", "500", "Flamants roses"],
          ["2031-05-05", "1,600", "Étang", 'said "in secret" of wigeons 🦩, twice'],
        ],
      });
      const figure = rowFigure(dataset, {
        value: "1600",
        mentions: [aRecordMention(dataset, 3, "1,600")],
      });
      const other = rowFigure(dataset, { value: "3", mentions: [aRecordMention(dataset, 2, "3")] });
      const at = await published(scratch.db, figure, other);
      const read = async (q: string) =>
        (
          await searchSentences(scratch.db, await readSearch(scratch.db, q), {
            revision: at,
            size: 20,
            after: null,
          })
        ).hits;
      for (const q of ["wigeon", "etang 1600", "“in secret”", "1,600 Étang"])
        expect(
          (await read(q)).map((hit) => hit.figure.id),
          q,
        ).toEqual([figure.publicId]);
      expect((await read("flamant rose")).map((hit) => hit.figure.id)).toEqual([other.publicId]);
      expect(await read("3500")).toEqual([]);
      const [hit] = await read("secret 1600 etang");
      const { sentence, record } = hit!.anchor;
      expect(record).toMatchObject({ row: 3 });
      expect(markRowHits(sentence, hit!.words).map(({ start, end }) => sentence.slice(start, end))).toEqual([
        "1,600",
        "Étang",
        "secret",
      ]);
    });

    test("takes anything that may be typed", async () => {
      for (const q of [
        ...[
          "'",
          '"',
          "“",
          "-",
          "- -",
          "((",
          "a & | !b",
          "\\",
          "'; drop table figures; --",
          "%",
          "<script>",
          "🦩",
        ],
        ...["or or or", '"unclosed phrase', "é".repeat(200), "a".repeat(200), "x:*", ":A", "\u202e"],
      ]) {
        expect(Array.isArray(await find(q)), q).toBe(true);
        await searchAgents(scratch.db, await readSearch(scratch.db, q), revision);
        await searchMetrics(scratch.db, await readSearch(scratch.db, q));
        await searchSources(scratch.db, await readSearch(scratch.db, q), revision);
      }
      expect((await readSearch(scratch.db, "“ - ”")).asks).toBe(false);
      expect((await readSearch(scratch.db, "of the")).asks).toBe(true); // no common word of French
      expect((await readSearch(scratch.db, "cigognes")).asks).toBe(true);
    });

    test("finds sources readers are shown, metrics, and who claims", async () => {
      expect(
        (await searchSources(scratch.db, await readSearch(scratch.db, "cigogne"), revision)).map(
          ({ slug }) => slug,
        ),
      ).toEqual(["stork-report"]);
      expect(
        (await searchMetrics(scratch.db, await readSearch(scratch.db, "stork"))).map(({ slug }) => slug),
      ).toEqual(["storks-nesting", "storks-gone", "share-of-chicks"]);
      expect(
        (await searchAgents(scratch.db, await readSearch(scratch.db, "ministries"), revision)).map(
          ({ slug }) => slug,
        ),
      ).toEqual(["example-ministry"]);
      expect(
        await searchAgents(scratch.db, await readSearch(scratch.db, "gazette"), revision),
        "publishes, claims nothing",
      ).toEqual([]);
    });

    test("sees neither drafts nor what is retracted, and an old revision as it was", async () => {
      const source = {
        slug: "stork-report",
        text: sentences.join("\n\n🤫 En secret, il y en aurait 1\u00a0600.\n\n"),
      };
      const late = storkFigure(source, {
        value: "2400",
        reportedOn: on("2031-07-01"),
        mentions: [aMention(source, spring, "2\u00a0400")],
      });
      await aFigure(scratch.db, late);
      expect(await find("libérées")).not.toContain(late.publicId);
      const next = await publish(scratch.db, late);
      expect((await find("libérées", next))[0]).toBe(late.publicId);
      expect(await find("libérées", revision)).not.toContain(late.publicId);
      const [row] = await scratch.sql`select row_version from figures where public_id = ${late.publicId}`;
      done(
        await retractFigure(scratch.db, reviewer, {
          publicId: late.publicId,
          rowVersion: row!.row_version,
          reason: "Not so.",
        }),
      );
      expect(await find("libérées", next + 1)).not.toContain(late.publicId);
      expect(await find("libérées", next)).toContain(late.publicId);
    });
  });
});
