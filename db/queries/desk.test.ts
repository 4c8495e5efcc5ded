import { beforeAll, describe, expect, test } from "vitest";
import { acceptSuggestion } from "../mutations/accept-suggestion";
import { addSourceVersion } from "../mutations/add-source-version";
import { recordArticle } from "../mutations/record-article";
import { rejectSuggestion } from "../mutations/reject-suggestion";
import { retireEntry } from "../mutations/retire-entry";
import { submitFigures } from "../mutations/submit-figures";
import {
  anArticle,
  articleOf,
  figureFrom,
  proposalsIn,
  storkArticle,
  suggestionsOf,
  type TestArticle,
} from "../testing/articles";
import {
  aCollection,
  aFigure,
  aSource,
  done,
  figureOf,
  on,
  published,
  retract,
  reviewer,
  sha256,
  storkFigure,
  writer,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { findArticle } from "./find-article";
import { findDeskHome } from "./find-desk-home";
import { listArticles } from "./list-articles";
import { listUsage } from "./list-usage";

const today = "2031-08-01";

describe("the desk", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    const home = () => findDeskHome(scratch.db, writer.id, today);
    const listed = async ({ slug }: TestArticle) =>
      (await listArticles(scratch.db, { size: 100 })).articles.find((article) => article.slug === slug)!;
    const acceptFirst = async (article: TestArticle, index = 0, by = writer) => {
      const one = (await suggestionsOf(scratch.db, article))[index]!;
      const figure = figureFrom(article, one);
      done(await acceptSuggestion(scratch.db, by, { suggestion: one.id, figure }));
      return figure;
    };
    const addText = async ({ slug }: TestArticle, text: string) =>
      done(
        await addSourceVersion(scratch.db, writer, {
          ...{ slug, text, proposals: proposalsIn(text), readerVersion: "test-2" },
        }),
      );

    test("opens an article whole, with its newest text", async () => {
      expect(await findArticle(scratch.db, "no-such-article")).toBeNull();
      const article = await anArticle(scratch.db);
      const first = (await findArticle(scratch.db, article.slug))!;
      expect(first).toMatchObject({
        title: "Les cigognes sont là",
        publisher: { slug: "example-gazette" },
        published: { start: "2031-05-05", basis: "stated", reasoning: null },
        version: { number: 1, extent: "full", text: article.text, author: writer.id },
      });
      const text = `${article.text}\n\nEt encore.`;
      await addText(article, text);
      const { version } = (await findArticle(scratch.db, article.slug))!;
      expect(version).toMatchObject({ number: 2, text, sha256: sha256(text) });
    });

    test("lists articles, the last recorded first, with what is left to do in each", async () => {
      const article = await anArticle(scratch.db);
      expect(await listed(article)).toMatchObject({ pending: 2, drafts: 0, figures: 0, carryovers: 0 });
      const { publicId } = await acceptFirst(article);
      expect(await listed(article)).toMatchObject({ pending: 1, drafts: 1, figures: 0 });
      await addText(article, "Plus rien.");
      expect(await listed(article)).toMatchObject({ pending: 0, drafts: 1, carryovers: 1 });
      await scratch.sql`update figures set draft_revision_id = null where public_id = ${publicId}`;
      expect(await listed(article)).toMatchObject({ drafts: 0 });
      const slugs: string[] = [];
      for (let after: number | null = null; ; ) {
        const page: Awaited<ReturnType<typeof listArticles>> = await listArticles(scratch.db, {
          size: 1,
          after,
        });
        slugs.push(...page.articles.map(({ slug }) => slug));
        after = page.next;
        if (after === null) break;
      }
      const all = (await listArticles(scratch.db, { size: 100 })).articles.map(({ slug }) => slug);
      expect(slugs).toEqual(all);
      expect(all[0]).toBe(article.slug);
    });

    test("counts figures that readers see, and no longer those retracted", async () => {
      const source = await aSource(scratch.db);
      const figure = figureOf(source, "20");
      await published(scratch.db, figure);
      const count = async () => (await listed(source)).figures;
      expect(await count()).toBe(1);
      await retract(scratch.sql, figure);
      expect(await count()).toBe(0);
    });

    test("counts one's own drafts, all drafts, and what waits for a reviewer", async () => {
      const before = await home();
      const article = await anArticle(scratch.db);
      const own = await acceptFirst(article);
      await acceptFirst(article, 1, reviewer);
      const now = await home();
      expect([now.drafts.own - before.drafts.own, now.drafts.all - before.drafts.all]).toEqual([1, 2]);
      const [row] = await scratch.sql`select row_version from figures where public_id = ${own.publicId}`;
      const figure = { publicId: own.publicId, rowVersion: row!.row_version as number };
      const unanswered = await submitFigures(scratch.db, writer, { figures: [{ ...figure, reasons: {} }] });
      if (!unanswered.ok) {
        const { findings = {} } = unanswered.refusal as { findings?: Record<string, { rule: string }[]> };
        const rules = Object.values(findings).flatMap((list) => list.map(({ rule }) => [rule, "As printed"]));
        const reasons = Object.fromEntries(rules) as Record<string, string>;
        done(await submitFigures(scratch.db, writer, { figures: [{ ...figure, reasons }] }));
      }
      const after = await home();
      expect(after.queue - before.queue).toBe(1);
      expect(after.drafts.own).toBe(before.drafts.own);
    });

    test("says how often the reader was right, by language, each words once", async () => {
      const before = await home();
      const article = await anArticle(scratch.db);
      await acceptFirst(article);
      const [, second, masked] = await suggestionsOf(scratch.db, article);
      done(await rejectSuggestion(scratch.db, writer, { suggestion: second!.id, reason: null }));
      done(await rejectSuggestion(scratch.db, writer, { suggestion: masked!.id, reason: null }));
      await addText(article, `${article.text}\n\nSuite.`);
      const text = `${storkArticle}\n\nIn English.`;
      const english = done(await recordArticle(scratch.db, writer, articleOf(text, { lang: "en" })));
      await acceptFirst({ slug: english.slug, text });
      const { precision } = await home();
      expect(precision.accepted - before.precision.accepted).toBe(2);
      expect(precision.decided - before.precision.decided).toBe(3);
      expect(precision.byLanguage.find(({ lang }) => lang === "en")).toEqual({
        lang: "en",
        accepted: 1,
        decided: 1,
      });
    });

    test("counts a draft that was discarded as nothing decided", async () => {
      const before = await home();
      const { publicId } = await acceptFirst(await anArticle(scratch.db));
      await scratch.sql`update figures set draft_revision_id = null where public_id = ${publicId}`;
      expect((await home()).precision).toEqual(before.precision);
    });

    test("names the sources that no figure stands in", async () => {
      const bare = await anArticle(scratch.db);
      const found = (await home()).withoutFigures;
      expect(found.articles[0]!.slug).toBe(bare.slug);
      await acceptFirst(bare);
      const now = (await home()).withoutFigures;
      expect(now.count).toBe(found.count - 1);
      expect(now.articles.map(({ slug }) => slug)).not.toContain(bare.slug);
    });

    test("counts sentences to look at in the newest text alone", async () => {
      const before = (await home()).carryovers;
      const article = await anArticle(scratch.db);
      await acceptFirst(article);
      await addText(article, "Tout autre chose.");
      expect((await home()).carryovers).toBe(before + 1);
      await addText(article, `${article.text}\n\nRétabli.`);
      expect((await home()).carryovers).toBe(before);
    });

    test("names metrics that have been silent for too long, and those alone", async () => {
      const source = await aSource(scratch.db, { slug: "silence" });
      await published(scratch.db, storkFigure(source, { reportedOn: on("2031-07-01") }));
      const stale = async (day: string) => (await findDeskHome(scratch.db, writer.id, day)).staleMetrics;
      expect(await stale("2031-07-31")).toEqual([]);
      expect(await stale("2031-08-01")).toEqual([
        {
          ...{ slug: "storks-nesting", name: { fr: "Storks", en: "Storks" } },
          ...{ lastReported: "2031-07-01", days: 31, longestSilenceDays: 30 },
        },
      ]);
      await aFigure(scratch.db, storkFigure(source, { reportedOn: on("2031-07-20") }));
      expect(await stale("2031-08-01"), "a draft is no report").toHaveLength(1);
      const { rowVersion } = (await listUsage(scratch.db, "metrics")).find(
        ({ slug }) => slug === "storks-nesting",
      )!;
      const entry = { list: "metrics", slug: "storks-nesting", rowVersion, retired: true } as const;
      done(await retireEntry(scratch.db, writer, entry));
      expect(await stale("2031-08-01")).toEqual([]);
    });
  });
});
