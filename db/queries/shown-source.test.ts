import { beforeAll, describe, expect, test } from "vitest";
import { acceptSuggestion } from "../mutations/accept-suggestion";
import { anArticle, figureFrom, suggestionsOf, type TestArticle } from "../testing/articles";
import { aCollection, done, loader, publish, retract } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { pageExists } from "./exists";
import { findSource } from "./find-source";
import { listAllFigures } from "./list-figures";
import { listFilterChoices } from "./list-filter-choices";
import { listSources } from "./list-sources";

const words = (text: string) => text.match(/\p{L}{4,}/gu)!;

describe("an article that was recorded", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    const readersSee = async ({ slug }: TestArticle, revision: number) => {
      const { db } = scratch;
      return {
        listed: (await listSources(db, revision)).some((source) => source.slug === slug),
        exists: await pageExists.sources(db, slug, revision),
        page: await findSource(db, slug, revision),
        elsewhere: JSON.stringify([
          await listAllFigures(db, {}, revision),
          await listFilterChoices(db, revision),
          await listSources(db, revision),
        ]),
      };
    };
    /** Adds the sentence as a passage, as approving does, and publishes. */
    const publishOf = async (article: TestArticle, index: number, widenedBy = 0) => {
      const one = (await suggestionsOf(scratch.db, article))[index]!;
      const figure = figureFrom(article, one);
      done(await acceptSuggestion(scratch.db, loader, { suggestion: one.id, figure }));
      await scratch.sql`insert into passages (source_version_id, ordinal, start, "end")
        select source_version_id, ${10 - index}, sentence_start, sentence_end + ${widenedBy}
        from suggestions where id = ${one.id}`;
      return { figure, revision: await publish(scratch.db, figure) };
    };

    test("is nothing readers know of, in any form, until a figure of it is published", async () => {
      const article = await anArticle(scratch.db);
      const [first] = await suggestionsOf(scratch.db, article);
      done(
        await acceptSuggestion(scratch.db, loader, {
          suggestion: first!.id,
          figure: figureFrom(article, first!),
        }),
      );
      const { elsewhere, ...seen } = await readersSee(article, 99);
      expect(seen).toEqual({ listed: false, exists: false, page: null });
      expect(words(article.text).filter((word) => elsewhere.includes(word))).toEqual([]);
    });

    test("is then shown by the sentences that carry figures alone, in reading order", async () => {
      const article = await anArticle(scratch.db);
      await publishOf(article, 1);
      const { revision } = await publishOf(article, 0);
      const { page, ...seen } = await readersSee(article, revision);
      expect(seen).toMatchObject({ listed: true, exists: true });
      expect(page!.passages.map(({ text, marks }) => [text, marks.length])).toEqual([
        ["Selon le ministère, 1\u202f500 cigognes 🐣 nichent au marais.", 1],
        ["Le ministère répète\u00a0: 1\u202f500 cigognes.", 1],
      ]);
      expect((JSON.stringify(page) + seen.elsewhere).search(/boitent|14 mai/)).toBe(-1);
      expect((await readersSee(article, revision - 2)).page).toBeNull();
    });

    test("shows words that two passages share once", async () => {
      const article = await anArticle(scratch.db);
      await publishOf(article, 0, 10);
      const { revision } = await publishOf(article, 1);
      await scratch.sql`insert into passages (source_version_id, ordinal, start, "end")
        select source_version_id, 99, "end" - 4, "end" + 19 from passages order by id desc limit 1 offset 1`;
      const page = await findSource(scratch.db, article.slug, revision);
      expect(page!.passages.map(({ text }) => text)).toEqual([
        "Selon le ministère, 1\u202f500 cigognes 🐣 nichent au marais. Trois d’entre elles boitent.",
        "Le ministère répète\u00a0: 1\u202f500 cigognes.",
      ]);
    });

    test("keeps its page when its figure is retracted, since the figure keeps its own", async () => {
      const article = await anArticle(scratch.db);
      const { figure } = await publishOf(article, 0);
      const revision = await retract(scratch.sql, figure);
      const { exists, page } = await readersSee(article, revision);
      expect(exists).toBe(true);
      expect(page!.passages.map(({ marks }) => marks)).toEqual([[]]);
    });
  });
});
