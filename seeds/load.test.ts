import { beforeAll, describe, expect, test } from "vitest";
import { reviseFigure } from "@/db/mutations/revise-figure";
import { currentRevision } from "@/db/queries/current-revision";
import { findCollection } from "@/db/queries/find-collection";
import { findFigure } from "@/db/queries/find-figure";
import { listFigureChecks } from "@/db/queries/list-figure-checks";
import { listAllFigures } from "@/db/queries/list-figures";
import { listSources } from "@/db/queries/list-sources";
import { done, everythingIn } from "@/db/testing/makers";
import { eachEngine, type Scratch } from "@/db/testing/scratch";
import type { FigureInput } from "@/domain/inputs";
import { loadSeeds } from "./load";
import { readSeeds, type SeedCollection } from "./read";

const read = readSeeds("seeds");
if (Array.isArray(read)) throw new Error("The seeds are not sound: npm run seeds:check says where.");
const real = read;

let hashes = 0;
/** The seeds with one figure changed, as if another file had been read. */
function withFigure(publicId: string, change: (figure: FigureInput) => FigureInput): SeedCollection {
  const seedsSha256 = String(++hashes).padStart(64, "0");
  const figures = real.figures.map((figure) => (figure.publicId === publicId ? change(figure) : figure));
  return { ...real, figures, collection: { ...real.collection, seedsSha256 } };
}

/** Figures whose number is in words; those of the second read as no single number, so that any value goes with them. */
const inWords = real.figures.filter(({ mentions }) =>
  mentions.every(({ numberText }) => !/\d/.test(numberText)),
);
const [changed, edited] = inWords.map((figure) => figure.publicId) as [string, string];

/** Another value below what the words say, which becomes the high: the words must still read as the figure's. */
const lowered =
  (value: string) =>
  (figure: FigureInput): FigureInput => ({ ...figure, value, high: figure.value });

const valued =
  (value: string) =>
  (figure: FigureInput): FigureInput => ({
    ...figure,
    value,
    mentions: figure.mentions.map((mention) => ({ ...mention, readsAs: value })),
  });

describe("loading the seeds", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
    });

    test("leaves the database empty where a seed is refused, whoever refuses it", async () => {
      const before = await everythingIn(scratch.sql);
      const last = real.figures.at(-1)!.publicId;
      const unreadable = withFigure(last, (figure) => ({ ...figure, unit: "no-such-thing" }));
      await expect(loadSeeds(scratch, unreadable)).rejects.toThrow(`refused at ${last}: {"unit"`);
      const beside = withFigure(last, ({ mentions: [anchor], ...figure }) => ({
        ...figure,
        mentions: [{ ...anchor!, sentenceStart: anchor!.sentenceStart + 1 }],
      }));
      await expect(loadSeeds(scratch, beside)).rejects.toMatchObject({
        cause: { constraint_name: "sentence_is_verbatim" },
      });
      expect(await findCollection(scratch.db)).toBeNull();
      expect(await everythingIn(scratch.sql)).toBe(before);
    });

    describe("again", () => {
      const shown = async (publicId: string, revision?: number) =>
        findFigure(scratch.db, publicId, revision ?? (await currentRevision(scratch.db)));
      beforeAll(async () => {
        const report = await loadSeeds(scratch, real);
        expect(report!.added).toEqual(real.figures.map((figure) => figure.publicId));
      });

      test("has put every figure, source and comparison before readers, at one revision", async () => {
        expect(await currentRevision(scratch.db)).toBe(1);
        expect(await listAllFigures(scratch.db, {}, 1)).toHaveLength(real.figures.length);
        expect(await listSources(scratch.db, 1)).toHaveLength(real.sources.length);
        const checks = await Promise.all(
          real.checks.map(({ from }) => listFigureChecks(scratch.db, from, 1)),
        );
        expect(checks.every((list) => list.length > 0)).toBe(true);
      });

      test("changes nothing", async () => {
        const before = await everythingIn(scratch.sql);
        expect(await loadSeeds(scratch, real)).toBeNull();
        expect(await everythingIn(scratch.sql)).toBe(before);
      });

      test("after a change of other words changes no figure, and raises no revision", async () => {
        const figures = await listAllFigures(scratch.db, {}, 1);
        const nothing = { added: [], corrected: [], leftAlone: [] };
        expect(
          await loadSeeds(
            scratch,
            withFigure("none", (figure) => figure),
          ),
        ).toEqual(nothing);
        expect(await currentRevision(scratch.db)).toBe(1);
        expect(await listAllFigures(scratch.db, {}, 1)).toEqual(figures);
      });

      test("makes a changed value a correction, and the earlier revision goes on saying what it said", async () => {
        const was = await shown(changed);
        const revision = await currentRevision(scratch.db);
        const report = await loadSeeds(scratch, withFigure(changed, lowered("1.50")));
        expect(report).toEqual({ added: [], corrected: [changed], leftAlone: [] });
        expect(await currentRevision(scratch.db)).toBe(revision + 1);
        expect(await shown(changed)).toMatchObject({ value: "1.50", revision: 2, change: "correction" });
        expect(await shown(changed, revision)).toEqual(was);
        expect(was).toMatchObject({ revision: 1, change: "first" });
      });

      test("leaves alone what an editor has revised since", async () => {
        await scratch.sql`insert into editors (id, name, role) values ('ana', 'Ana', 'editor')`;
        const [row] = await scratch.sql`select row_version from figures where public_id = ${edited}`;
        const seed = real.figures.find(({ publicId }) => publicId === edited)!;
        const revision = {
          ...valued("3")(seed),
          rowVersion: row!.row_version,
          change: "revision",
          changeReason: "News",
        } as const;
        done(await reviseFigure(scratch.db, { id: "ana", role: "editor" }, revision));
        const before = await shown(edited);
        const report = await loadSeeds(scratch, withFigure(edited, valued("4")));
        expect(report).toMatchObject({ added: [], leftAlone: [edited] });
        expect(await shown(edited)).toEqual(before);
        const [draft] = await scratch.sql`select value, author_id from figure_revisions
          join figures on draft_revision_id = figure_revisions.id where public_id = ${edited}`;
        expect(draft).toEqual({ value: "3", author_id: "ana" });
      });
    });
  });
});
