import { beforeAll, describe, expect, test } from "vitest";
import type { FigureInput } from "@/domain/inputs";
import { findDraft } from "../queries/find-draft";
import { findFigure } from "../queries/find-figure";
import {
  aCollection,
  aDataset,
  admin,
  aFigure,
  aMention,
  anUncheckedFigure,
  aRecordMention,
  aSource,
  counted,
  done,
  loader,
  on,
  reviewer,
  rowFigure,
  type TestDataset,
  type TestSource,
  writer,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { approveFigures } from "./approve-figures";
import { publishFigures } from "./publish-figures";
import { recordFigure } from "./record-figure";
import { reviseFigure } from "./revise-figure";
import { setRecords } from "./set-records";
import { submitFigures } from "./submit-figures";

let year = 2060;
/** Days that no other figure of these tests is about. */
const apart = () => {
  year++;
  return { period: on(`${year}-05-04`), reportedOn: on(`${year}-05-05`) };
};
/** What is said where a figure is held back. */
const held = {
  ok: false,
  refusal: {
    kind: "invalid",
    fields: { "mentions.0": [expect.stringMatching(/needs its sentence/)] },
  },
};

describe("a figure that stands in a row of a dataset", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let dataset: TestDataset;
    let source: TestSource;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      source = await aSource(scratch.db);
      dataset = await aDataset(scratch.db);
    });

    const draft = (wish: Partial<FigureInput> = {}) =>
      aFigure(scratch.db, rowFigure(dataset, { ...apart(), ...wish }), writer);
    const asRead = async ({ publicId }: FigureInput) => {
      const { rowVersion } = (await findDraft(scratch.db, publicId))!;
      return { publicId, rowVersion };
    };
    const submit = async (figure: FigureInput) =>
      submitFigures(scratch.db, writer, {
        figures: [{ ...(await asRead(figure)), reasons: { needs_anchor: "It says so all the same" } }],
      });
    const approve = async (figure: FigureInput) =>
      approveFigures(scratch.db, reviewer, {
        figures: [{ ...(await asRead(figure)), reasons: { needs_anchor: "It says so all the same" } }],
        comment: null,
      });
    const publishDrafts = (figure: FigureInput, route: "seed" | "review_off") =>
      publishFigures(scratch.db, route === "seed" ? loader : reviewer, {
        ...{ publicIds: [figure.publicId], route, summary: "Storks" },
      });
    const set = (records: "published" | null) =>
      setRecords(scratch.db, admin, { records }).then((result) => done(result));

    test("is kept as a draft, and read back with its row", async () => {
      const figure = await draft();
      const { findings, figure: kept } = (await findDraft(scratch.db, figure.publicId))!;
      expect(findings).toMatchObject([{ rule: "needs_anchor", severity: "hold", data: { row: "2" } }]);
      const [mention] = figure.mentions;
      expect(kept.mentions).toEqual([{ ...mention, version: 1 }]);
      const again = await reviseFigure(scratch.db, writer, {
        ...kept,
        ...{ ...(await asRead(figure)), change: "revision", changeReason: "Seen again" },
      });
      done(again);
      expect((await findDraft(scratch.db, figure.publicId))!.figure.mentions).toEqual(kept.mentions);
    });

    test("is refused where the dataset has no such row, or the article has no rows", async () => {
      const mention = { ...aRecordMention(dataset, 2, "1500"), record: 99 };
      const figure = rowFigure(dataset, { ...apart(), mentions: [mention] });
      expect(await recordFigure(scratch.db, writer, figure)).toMatchObject({
        refusal: { kind: "invalid", fields: { record: ["the dataset has no row 99"] } },
      });
      const ofArticle = { ...aMention(source, counted, "1\u00a0500"), record: 2 };
      expect(
        await recordFigure(scratch.db, writer, rowFigure(dataset, { ...apart(), mentions: [ofArticle] })),
      ).toMatchObject({ refusal: { kind: "invalid", fields: { record: ["the dataset has no row 2"] } } });
    });

    test("goes no further, whatever reason is given and whichever way is tried", async () => {
      const figure = await draft();
      expect(await submit(figure)).toMatchObject(held);
      for (const route of ["seed", "review_off"] as const)
        expect(await publishDrafts(figure, route), route).toMatchObject(held);
      expect((await findDraft(scratch.db, figure.publicId))!.submittedAt).toBeNull();
    });

    test("reaches readers where the collection says so, and stays there when it says so no more", async () => {
      const [figure, waiting] = [await draft(), await draft()];
      await set("published");
      done(await submit(figure));
      done(await submit(waiting));
      done(await approve(figure));
      await set(null);
      expect(await approve(waiting)).toMatchObject(held);
      const { revision } = (await findFigure(scratch.db, figure.publicId, Number.MAX_SAFE_INTEGER - 1))!;
      expect(revision).toBe(1);
      await set("published");
      done(await approve(waiting));
      await set(null);
    });

    test("needs an address that readers can go to", async () => {
      const [here] = [await aDataset(scratch.db, { slug: "no-address", url: null })];
      const figure = await aFigure(scratch.db, rowFigure(here, apart()), writer);
      await set("published");
      expect(await submit(figure)).toMatchObject(held);
      await set(null);
    });

    test("goes on its way once a sentence stands before its row", async () => {
      const figure = await draft();
      const mentions = [aMention(source, counted, "1\u00a0500"), ...figure.mentions];
      const revised = await reviseFigure(scratch.db, writer, {
        ...{ ...figure, ...(await asRead(figure)), mentions },
        ...{ change: "revision", changeReason: "Found its sentence" },
      });
      done(revised);
      done(await submit(figure));
      done(await approve(figure));
    });

    test("is set by an admin alone, once, and written down", async () => {
      for (const one of [writer, reviewer])
        expect(await setRecords(scratch.db, one, { records: "published" })).toMatchObject({
          refusal: { kind: "forbidden" },
        });
      const written = () => scratch.sql`select before, after, editor_id as by from audit_events
        where verb = 'set_records' order by seq`;
      const before = await written();
      await set("published");
      await set("published");
      expect((await written()).slice(before.length)).toEqual([
        { before: { records: null }, after: { records: "published" }, by: admin.id },
      ]);
      await set(null);
    });

    test("of another number than its cell says is neither kept nor published", async () => {
      const wrong = rowFigure(dataset, { ...apart(), value: "1501" });
      expect(await recordFigure(scratch.db, writer, wrong)).toMatchObject({
        refusal: { kind: "invalid", fields: { "mentions.0.numberText": [expect.any(String)] } },
      });
      const figure = await anUncheckedFigure(scratch.db, wrong);
      await set("published");
      expect(await publishDrafts(figure, "seed")).toMatchObject({ ok: false });
      await set(null);
    });
  });
});
