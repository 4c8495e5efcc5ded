import { beforeAll, describe, expect, test } from "vitest";
import type { FigureInput } from "@/domain/inputs";
import type { ChangeKind } from "@/domain/vocabulary";
import { currentRevision } from "../queries/current-revision";
import { findFigure } from "../queries/find-figure";
import {
  aCollection,
  aFigure,
  aSource,
  done,
  everythingIn,
  figureOf,
  loader,
  publish,
  published,
  type TestSource,
  writer,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { recordFigure } from "./record-figure";
import { reviseFigure } from "./revise-figure";

const conflict = { ok: false, refusal: { kind: "conflict" } };

describe("a revise", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let source: TestSource;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      source = await aSource(scratch.db);
    });

    const revise = (
      figure: FigureInput,
      value: string,
      rowVersion: number,
      change: Exclude<ChangeKind, "first" | "retraction"> = "revision",
    ) => {
      const { mentions } = figureOf(source, value);
      const revision = { ...figure, value, mentions, rowVersion, change, changeReason: `Now ${value}` };
      return reviseFigure(scratch.db, loader, revision);
    };
    const stateOf = async ({ publicId }: FigureInput) => {
      const [figure] = await scratch.sql`select row_version, status,
        published.number as published, draft.number as draft, draft.value
        from figures left join figure_revisions published on published.id = published_revision_id
        left join figure_revisions draft on draft.id = draft_revision_id where public_id = ${publicId}`;
      return figure;
    };
    const shown = async ({ publicId }: FigureInput) =>
      (await findFigure(scratch.db, publicId, await currentRevision(scratch.db)))?.value;

    test("writes a new draft, and readers go on seeing what is published", async () => {
      const figure = figureOf(source, "20");
      await published(scratch.db, figure);
      const version = (await stateOf(figure))!.row_version;
      expect(done(await revise(figure, "21", version))).toBe(version + 1);
      expect(await stateOf(figure)).toMatchObject({
        status: "published",
        published: 1,
        draft: 2,
        value: "21",
      });
      expect(await shown(figure)).toBe("20");
      await publish(scratch.db, figure);
      expect(await stateOf(figure)).toMatchObject({ published: 2, draft: null, row_version: version + 2 });
      expect(await shown(figure)).toBe("21");
    });

    test("on what someone else has saved since is a conflict, and overwrites nothing", async () => {
      const figure = await aFigure(scratch.db, figureOf(source, "20"), writer);
      done(await revise(figure, "21", 1));
      const before = await everythingIn(scratch.sql);
      expect(await revise(figure, "22", 1)).toMatchObject(conflict);
      expect(await revise(figure, "22", 3)).toMatchObject(conflict);
      expect(await everythingIn(scratch.sql)).toBe(before);
    });

    test("on what was published since is a conflict", async () => {
      const figure = await aFigure(scratch.db, figureOf(source, "20"));
      await publish(scratch.db, figure);
      expect(await revise(figure, "21", 1)).toMatchObject(conflict);
    });

    test("at the same time as another: exactly one of them wins", async () => {
      const figure = await aFigure(scratch.db, figureOf(source, "20"), writer);
      const values = ["21", "22", "23", "24"];
      const results = await Promise.all(values.map((value) => revise(figure, value, 1)));
      const winners = values.filter((_, index) => results[index]!.ok);
      expect(winners).toHaveLength(1);
      expect(results.filter((result) => !result.ok)).toMatchObject([conflict, conflict, conflict]);
      expect(await stateOf(figure)).toMatchObject({ row_version: 2, draft: 2, value: winners[0] });
    });

    test("says which kind of change it is, and why", async () => {
      const figure = await aFigure(scratch.db, figureOf(source, "20"));
      await publish(scratch.db, figure);
      done(await revise(figure, "21", 2, "correction"));
      await publish(scratch.db, figure);
      const now = await findFigure(scratch.db, figure.publicId, await currentRevision(scratch.db));
      expect(now).toMatchObject({ revision: 2, change: "correction" });
      const unexplained = { ...figure, rowVersion: 4, change: "correction", changeReason: " " } as const;
      expect(await reviseFigure(scratch.db, loader, unexplained)).toMatchObject({
        refusal: { kind: "invalid", fields: { changeReason: expect.anything() } },
      });
    });

    test("of a new figure with an id that is taken is a conflict", async () => {
      const figure = await aFigure(scratch.db, figureOf(source, "20"));
      expect(await recordFigure(scratch.db, loader, { ...figure, value: null })).toMatchObject(conflict);
      const newOnes = await Promise.all(
        [1, 2].map(() => recordFigure(scratch.db, loader, { ...figure, publicId: "5t0rk009" })),
      );
      expect(newOnes.filter((result) => result.ok)).toHaveLength(1);
    });

    test.each([
      "0.10",
      "0",
      "-0.5",
      "123456789012345678901234567890.5",
      "0.000000000000000000000000000001",
      "9007199254740993",
    ])("carries %s to the reader digit for digit", async (value) => {
      const figure = figureOf(source, value, { low: value, high: value });
      await published(scratch.db, figure);
      const read = await findFigure(scratch.db, figure.publicId, await currentRevision(scratch.db));
      expect(read).toMatchObject({ value, low: value, high: value });
    });

    test("keeps an empty box empty: it is not zero", async () => {
      const figure = figureOf(source, "20", { value: null, low: "20" });
      await published(scratch.db, figure);
      const read = await findFigure(scratch.db, figure.publicId, await currentRevision(scratch.db));
      expect(read).toMatchObject({ value: null, low: "20", high: null });
    });
  });
});
