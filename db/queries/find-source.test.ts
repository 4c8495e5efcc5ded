import { beforeAll, describe, expect, test } from "vitest";
import type { FigureInput } from "@/domain/inputs";
import { recordEvents } from "../mutations/record-events";
import { recordFigureChecks } from "../mutations/record-figure-checks";
import { recordSource } from "../mutations/record-source";
import { reviseFigure } from "../mutations/revise-figure";
import { changed } from "../testing/changes";
import {
  aCollection,
  aFigure,
  aMention,
  aSource,
  counted,
  done,
  figureOf,
  loader,
  publish,
  published,
  repeated,
  retract,
  sha256,
  storkCheck,
  storkDay,
  storkFigure,
  storkSource,
  unseen,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { findSource } from "./find-source";
import { listFigureChecks } from "./list-figure-checks";
import { listSources } from "./list-sources";

describe("a source", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    const passagesOf = async (slug: string, revision: number) => {
      const { passages } = (await findSource(scratch.db, slug, revision))!;
      return passages.map(({ text, marks }) => ({
        text,
        marked: marks.map((mark) => [
          text.slice(mark.start, mark.end),
          mark.kind === "figure" ? mark.figure.id : mark.slug,
        ]),
      }));
    };

    test("shows its passages alone, each with what was taken from it marked in reading order", async () => {
      const source = await aSource(scratch.db, { slug: "marked" });
      const both = storkFigure(source, {
        mentions: [aMention(source, counted, "1\u00a0500"), aMention(source, repeated, "1\u202f500")],
      });
      const fifth = figureOf(source, "20");
      done(await recordEvents(scratch.db, loader, [storkDay(source)]));
      const before = await published(scratch.db, both);
      const revision = await published(scratch.db, fifth);
      await aFigure(scratch.db, storkFigure(source));
      const day = ["au marais", "storks-came"];
      expect(await passagesOf("marked", revision)).toEqual([
        { text: counted, marked: [["1\u00a0500", both.publicId], day, ["un cinquième", fifth.publicId]] },
        { text: repeated, marked: [["1\u202f500", both.publicId]] },
      ]);
      expect((await passagesOf("marked", before))[0]!.marked).toEqual([["1\u00a0500", both.publicId], day]);
      expect((await passagesOf("marked", before - 1))[0]!.marked).toEqual([day]);
      const whole = JSON.stringify(await findSource(scratch.db, "marked", revision));
      expect(whole).not.toContain(unseen.slice(0, 12));
    });

    test("marks what a figure says now, and nothing that was retracted", async () => {
      const source = await aSource(scratch.db, { slug: "changed" });
      const figure = storkFigure(source);
      const first = await published(scratch.db, figure);
      const { publicId } = figure;
      const change = { rowVersion: 2, change: "correction", changeReason: "Misread" } as const;
      done(await reviseFigure(scratch.db, loader, { ...figureOf(source, "20", { publicId }), ...change }));
      const second = await publish(scratch.db, figure);
      const third = await retract(scratch.sql, figure);
      const marked = async (revision: number) => (await passagesOf("changed", revision))[0]!.marked;
      expect(await marked(first)).toEqual([["1\u00a0500", publicId]]);
      expect(await marked(second)).toEqual([["un cinquième", publicId]]);
      expect(await marked(third)).toEqual([]);
    });

    test("still marks its figures when its text has grown", async () => {
      const source = await aSource(scratch.db, { slug: "grown" });
      const figure = storkFigure(source);
      const revision = await published(scratch.db, figure);
      done(await recordEvents(scratch.db, loader, [storkDay(source, { slug: "storks-grew" })]));
      await aSource(scratch.db, { slug: "grown", passages: ["Avant tout 🦩.", counted, repeated] });
      const marked = [
        ["1\u00a0500", figure.publicId],
        ["au marais", "storks-grew"],
      ];
      const texts = (await passagesOf("grown", revision)).map((passage) => passage.marked);
      expect(texts).toEqual([[], marked, []]);
      await aSource(scratch.db, { slug: "grown", passages: [repeated] });
      expect(await passagesOf("grown", revision), "what was taken from an earlier text follows").toEqual([
        { text: repeated, marked: [] },
        { text: counted, marked },
      ]);
    });

    test("says what it is, how many figures stand in it, and by which text they are held", async () => {
      const source = await aSource(scratch.db, { slug: "counted" });
      const [both, gone] = [figureOf(source, "20"), figureOf(source, "21")];
      const twice = { ...both, mentions: [...both.mentions, ...both.mentions] };
      const first = await published(scratch.db, twice, gone);
      const second = await retract(scratch.sql, gone);
      const found = await findSource(scratch.db, "counted", first);
      expect(found).toMatchObject({
        title: "Les cigognes 🦩",
        publisher: { slug: "example-gazette" },
        extent: "full",
        version: 1,
        sha256: sha256(source.text),
        published: { start: "2031-05-05", reasoning: null },
      });
      const countAt = async (revision: number) =>
        (await listSources(scratch.db, revision)).find(({ slug }) => slug === "counted")?.figureCount;
      expect([await countAt(first), await countAt(second), await countAt(0)]).toEqual([2, 1, undefined]);
    });

    test("that does not exist is null", async () => {
      expect(await findSource(scratch.db, "no-such-thing", 1)).toBeNull();
    });

    test("compares figures, and says so on both of them and on no other", async () => {
      const source = await aSource(scratch.db, { slug: "comparing" });
      const [was, now, other] = [figureOf(source, "100"), figureOf(source, "20.50"), figureOf(source, "3")];
      await published(scratch.db, was, now, other);
      const draft: FigureInput = await aFigure(scratch.db, figureOf(source, "4"));
      const nameless = figureOf(source, "5", { value: null, low: "5" });
      const revision = await published(scratch.db, nameless);
      const checks = [
        storkCheck(source, was.publicId, now.publicId),
        storkCheck(source, was.publicId, draft.publicId),
        storkCheck(source, was.publicId, nameless.publicId),
      ];
      done(await recordFigureChecks(scratch.db, loader, checks));
      const check = {
        words: "n’ont pas un an",
        lang: "fr",
        sourceSlug: "comparing",
        statedChangePercent: "-80",
        from: { id: was.publicId, value: "100" },
        to: { id: now.publicId, value: "20.50" },
        note: { fr: "As the text has it", en: "As the text has it" },
      };
      expect(await listFigureChecks(scratch.db, was.publicId, revision)).toEqual([check]);
      expect(await listFigureChecks(scratch.db, now.publicId, revision)).toEqual([check]);
      expect(await listFigureChecks(scratch.db, other.publicId, revision)).toEqual([]);
      expect(await listFigureChecks(scratch.db, draft.publicId, revision)).toEqual([]);
      const mentions = [aMention(source, counted, "un cinquième", { readsAs: "90" })];
      const why = { change: "correction", changeReason: "We misread it" } as const;
      await changed(scratch.db, was, { value: "90", mentions }, why);
      expect(await listFigureChecks(scratch.db, was.publicId, revision), "as of then").toEqual([check]);
      expect(await listFigureChecks(scratch.db, was.publicId, revision + 1)).toEqual([
        { ...check, from: { id: was.publicId, value: "90" } },
      ]);
    });

    test("is shown at an earlier revision with what was open then, whatever was opened since", async () => {
      const whole = storkSource({ slug: "opened", passages: [counted, repeated] });
      done(
        await recordSource(scratch.db, loader, {
          ...whole,
          version: { ...whole.version, passages: whole.version.passages.slice(0, 1) },
        }),
      );
      const text = { slug: "opened", text: whole.version.text };
      const one = storkFigure(text);
      const other = storkFigure(text, { mentions: [aMention(text, repeated, "1\u202f500")] });
      const before = await published(scratch.db, one);
      const frozen = await passagesOf("opened", before);
      expect(frozen.map(({ text: passage }) => passage)).toEqual([counted]);
      const after = await published(scratch.db, other);
      expect(await passagesOf("opened", before)).toEqual(frozen);
      expect((await passagesOf("opened", after)).map(({ text: passage }) => passage)).toEqual([
        counted,
        repeated,
      ]);
    });
  });
});
