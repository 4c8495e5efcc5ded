import { beforeAll, describe, expect, test } from "vitest";
import { countCarryovers } from "../queries/count-carryovers";
import { listCarryovers } from "../queries/list-carryovers";
import { listSuggestions } from "../queries/list-suggestions";
import {
  anArticle,
  figureFrom,
  proposalsIn,
  storkArticle,
  suggestionsOf,
  type TestArticle,
} from "../testing/articles";
import { aCollection, admin, done, everythingIn, loader, publish, reviewer, writer } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { acceptSuggestion } from "./accept-suggestion";
import { addSourceVersion } from "./add-source-version";
import { rejectSuggestion } from "./reject-suggestion";
import { resolveCarryover } from "./resolve-carryover";
import { reviseFigure } from "./revise-figure";
import { undoSuggestion } from "./undo-suggestion";

describe("a changed text of a source", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    const add = ({ slug }: TestArticle, text: string, by = writer) =>
      addSourceVersion(scratch.db, by, { slug, text, proposals: proposalsIn(text), readerVersion: "test-2" });

    /** An article with its first number published and its second accepted as a draft. */
    const entered = async () => {
      const article = await anArticle(scratch.db);
      const [first, second, third] = await suggestionsOf(scratch.db, article);
      const [figure, draft] = [figureFrom(article, first!), figureFrom(article, second!)];
      done(await acceptSuggestion(scratch.db, loader, { suggestion: first!.id, figure }));
      done(await acceptSuggestion(scratch.db, writer, { suggestion: second!.id, figure: draft }));
      done(await rejectSuggestion(scratch.db, writer, { suggestion: third!.id, reason: "A date" }));
      await scratch.sql`insert into passages (source_version_id, ordinal, start, "end")
        select source_version_id, 0, sentence_start, sentence_end from suggestions where id = ${first!.id}`;
      await publish(scratch.db, figure);
      return { article, figure, draft };
    };

    test("is its next version, and says of each live anchor what became of it", async () => {
      const { article, figure, draft } = await entered();
      const text = article.text.replace("1\u202f500 cigognes 🐣", "1\u202f700 cigognes 🐣");
      expect(done(await add(article, `🪶 D’abord.\n\n${text}`))).toEqual({
        version: 2,
        same: 1,
        changed: 1,
        gone: 0,
      });
      const [changed, ...others] = await listCarryovers(scratch.db, article.slug);
      expect(others).toEqual([]);
      expect(changed).toMatchObject({
        figure: { publicId: figure.publicId, status: "published" },
        state: "changed",
        was: { version: 1, sentence: figure.mentions[0]!.sentence },
      });
      const { sentence, number } = changed!.now!;
      expect(sentence.slice(number!.start, number!.end)).toBe("1\u202f700");
      const counts = { version: 2, same: 1, changed: 1, gone: 0 };
      expect(await countCarryovers(scratch.db, article.slug)).toEqual({ ...counts, waiting: 1 });
      done(await resolveCarryover(scratch.db, writer, { carryover: changed!.id }));
      expect(await countCarryovers(scratch.db, article.slug)).toEqual({ ...counts, waiting: 0 });
      const { version, entered: marks } = (await listSuggestions(scratch.db, article.slug))!;
      expect(version).toBe(2);
      expect(
        marks.map(({ publicId, start, end }) => [publicId, `🪶 D’abord.\n\n${text}`.slice(start, end)]),
      ).toEqual([
        [figure.publicId, "1\u202f700"],
        [draft.publicId, "1\u202f500"],
      ]);
    });

    test("never moves the evidence: anchors stay on the version they were read in, also when revised", async () => {
      const { article, figure } = await entered();
      done(await add(article, "Il n’en reste rien."));
      const [gone] = await listCarryovers(scratch.db, article.slug);
      expect(gone).toMatchObject({ state: "gone", now: null });
      const anchored = async () =>
        scratch.sql`select v.number from anchors a join source_versions v on v.id = source_version_id
          join figures f on a.revision_id in (f.published_revision_id, f.draft_revision_id)
          where public_id = ${figure.publicId}`;
      expect([...(await anchored())]).toEqual([{ number: 1 }]);
      const [row] = await scratch.sql`select row_version from figures where public_id = ${figure.publicId}`;
      const mentions = figure.mentions.map((mention) => ({ ...mention, version: 1 }));
      const why = { change: "correction", changeReason: "Misread", rowVersion: row!.row_version } as const;
      done(await reviseFigure(scratch.db, writer, { ...figure, mentions, hearsay: true, ...why }));
      expect([...(await anchored())]).toEqual([{ number: 1 }, { number: 1 }]);
    });

    test("keeps what was decided about the same words, and counts it once", async () => {
      const { article, figure } = await entered();
      done(await add(article, `${article.text}\n\nDepuis\u00a0: 12 nids.`));
      const list = await suggestionsOf(scratch.db, article);
      expect(list.map(({ outcome, figure }) => [outcome, figure?.publicId ?? null])).toEqual([
        ["accepted", figure.publicId],
        ["accepted", expect.any(String)],
        ["rejected", null],
        ["pending", null],
      ]);
      done(await undoSuggestion(scratch.db, writer, { suggestion: list[1]!.id }));
      done(await undoSuggestion(scratch.db, writer, { suggestion: list[2]!.id }));
      const now = await suggestionsOf(scratch.db, article);
      expect(now.map(({ outcome }) => outcome)).toEqual(["accepted", "pending", "pending", "pending"]);
      const counted = await scratch.sql`select outcome from suggestions s join source_versions v
        on v.id = source_version_id join sources on sources.id = source_id
        where slug = ${article.slug} and v.number = 1 order by s.id`;
      expect(counted.map(({ outcome }) => outcome)).toEqual(["accepted", "pending", "rejected"]);
    });

    test("lets a suggestion of the version before be accepted where it was read", async () => {
      const article = await anArticle(scratch.db);
      const [first] = await suggestionsOf(scratch.db, article);
      const figure = figureFrom(article, first!);
      done(await add(article, `🪶 Encore.\n\n${article.text}`));
      expect(done(await acceptSuggestion(scratch.db, writer, { suggestion: first!.id, figure }))).toBe(
        figure.publicId,
      );
    });

    test("is no new version where it is the newest, and refused where another source has it", async () => {
      const [article, other] = [await anArticle(scratch.db), await anArticle(scratch.db)];
      const before = await everythingIn(scratch.sql);
      const none = { version: 1, same: 0, changed: 0, gone: 0 };
      expect(done(await add(article, article.text))).toEqual(none);
      expect(await add(article, other.text)).toEqual({
        ok: false,
        refusal: { kind: "exists", slug: other.slug },
      });
      expect(await add({ ...article, slug: "no-such-source" }, storkArticle)).toMatchObject({
        refusal: { fields: { slug: expect.anything() } },
      });
      expect(await everythingIn(scratch.sql)).toBe(before);
    });

    test("recorded by several at once is numbered in order", async () => {
      const article = await anArticle(scratch.db);
      const answers = await Promise.all([1, 2, 3].map((n) => add(article, `${article.text}\n\n${n}e.`)));
      expect(answers.map((answer) => done(answer).version).sort()).toEqual([2, 3, 4]);
    });

    test("is worked through by whoever may record, once, in their own name", async () => {
      for (const editor of [writer, reviewer, admin, loader]) {
        const { article } = await entered();
        done(await add(article, `Rien pour ${editor.id}.`, editor));
        const [one, two] = await listCarryovers(scratch.db, article.slug);
        done(await resolveCarryover(scratch.db, editor, { carryover: one!.id }));
        expect((await listCarryovers(scratch.db, article.slug)).map(({ id }) => id)).toEqual([two!.id]);
        const before = await everythingIn(scratch.sql);
        done(await resolveCarryover(scratch.db, writer, { carryover: one!.id }));
        expect(await resolveCarryover(scratch.db, editor, { carryover: 999_999 })).toMatchObject({
          refusal: { fields: { carryover: expect.anything() } },
        });
        expect(await everythingIn(scratch.sql)).toBe(before);
        const lines = await scratch.sql`select verb from audit_events where editor_id = ${editor.id}
          and entity in (${`source:${article.slug}`}, ${`carryover:${one!.id}`}) and verb <> 'record_article'
          order by seq`;
        expect(lines.map(({ verb }) => verb)).toEqual(["add_source_version", "resolve_carryover"]);
        await expect(
          scratch.sql`update carryovers set why = 'x' where id = ${two!.id}`,
        ).rejects.toMatchObject({ constraint_name: "append_only" });
      }
    });
  });
});
