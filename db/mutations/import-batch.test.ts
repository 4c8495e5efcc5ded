import { beforeAll, describe, expect, test } from "vitest";
import { checkAuditChain } from "../queries/check-audit-chain";
import { findFigureState } from "../queries/find-figure-state";
import { findImport } from "../queries/find-import";
import { aCollection, admin, done, reviewer, writer } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { aCheck, anImport, night, storkHeader, storkMap, storkNights } from "../testing/tables";
import { approveImport } from "./approve-import";
import { discardDraft } from "./discard-draft";
import { retractFigure } from "./retract-figure";
import { reviseFigure } from "./revise-figure";
import { runImport } from "./run-import";
import { submitImport } from "./submit-import";
import { undoImport } from "./undo-import";

/** Each test has a table and a season of its own, so that none is held against another's. */
let tables = 0;
const aTable = () => storkMap({ dataset: { ...storkMap().dataset!, slug: `batch-table-${++tables}` } });
const nights = (count: number) =>
  storkNights(count).map((row, index) => ({
    ...row,
    ...{ period_start: night(tables * 2000 + index), reported_on: night(tables * 2000 + index) },
  }));

describe("an import as a whole", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    const db = () => scratch.db;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db, { records: "published" });
    });

    const idsOf = async (publicId: string) => {
      const rows =
        await scratch.sql`select f.public_id as id from import_rows r join imports i on i.id = r.import_id
        join figures f on f.id = r.figure_id where i.public_id = ${publicId} order by r.row`;
      return rows.map(({ id }) => id as string);
    };
    const versionOf = async (publicId: string) => (await findImport(db(), publicId))!.rowVersion;
    const undo = async (publicId: string) =>
      undoImport(db(), writer, { publicId, rowVersion: await versionOf(publicId) });
    const submitted = async (count: number, map = aTable()) => {
      const { publicId } = await anImport(db(), nights(count), map);
      done(await submitImport(db(), writer, { publicId, reasons: {} }));
      return publicId;
    };

    test("stopped half-way goes on where it stopped, and doubles nothing", async () => {
      const map = aTable();
      const rows = nights(1200);
      const { publicId, readings } = await aCheck(db(), rows, map);
      const options = { only: "all", header: storkHeader } as const;
      const broken = runImport(scratch, writer, publicId, readings, {
        ...options,
        onProgress: (written) => {
          if (written >= 500) throw new Error("the power went");
        },
      });
      await expect(broken).rejects.toThrow("the power went");
      expect(await findImport(db(), publicId)).toMatchObject({
        ...{ state: "failed", failure: "the power went", done: 500, total: 1200 },
      });
      const seen: number[] = [];
      const onProgress = (written: number) => void seen.push(written);
      const again = await runImport(scratch, writer, publicId, readings, { ...options, onProgress });
      expect(done(again)).toEqual({ new: 1200, changed: 0 });
      expect(seen).toEqual([1000, 1200]);
      expect(new Set(await idsOf(publicId)).size).toBe(1200);
      expect(await findImport(db(), publicId)).toMatchObject({
        state: "imported",
        done: 1200,
        failure: null,
      });
      expect((await aCheck(db(), rows, map)).report.counts).toMatchObject({ unchanged: 1200, new: 0 });
    });

    test("killed without a word is taken up once it has been silent", async () => {
      const { publicId, readings } = await aCheck(db(), nights(3), aTable());
      const options = { only: "valid", header: storkHeader } as const;
      await scratch.sql`update imports set state = 'importing', heartbeat_at = now() where public_id = ${publicId}`;
      const second = await runImport(scratch, writer, publicId, readings, options);
      expect(second).toEqual({ ok: false, refusal: { kind: "conflict" } });
      await scratch.sql`update imports set heartbeat_at = now() - interval '31 seconds' where public_id = ${publicId}`;
      expect((await findImport(db(), publicId))?.silent).toBe(true);
      expect(done(await runImport(scratch, writer, publicId, readings, options))).toMatchObject({ new: 3 });
    });

    test("whose work another has taken up writes no more", async () => {
      const { publicId, readings } = await aCheck(db(), nights(600), aTable());
      const slow = await runImport(scratch, writer, publicId, readings, {
        ...{ only: "valid", header: storkHeader },
        onProgress: async () => {
          await scratch.sql`update imports set row_version = row_version + 1 where public_id = ${publicId}`;
        },
      });
      expect(slow).toEqual({ ok: false, refusal: { kind: "conflict" } });
      expect(await idsOf(publicId)).toHaveLength(500);
    });

    test("takes in nothing where all was asked for and some cannot be", async () => {
      const rows = [...nights(2), { ...nights(1)[0]!, unit: "percent" }];
      const { publicId, readings } = await aCheck(db(), rows, aTable());
      const all = await runImport(scratch, writer, publicId, readings, { only: "all", header: storkHeader });
      expect(all).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
      expect(await findImport(db(), publicId)).toMatchObject({ state: "checked", done: 0 });
      const valid = await runImport(scratch, writer, publicId, readings, {
        only: "valid",
        header: storkHeader,
      });
      expect(done(valid)).toEqual({ new: 2, changed: 0 });
    });

    test("plans anew what a hand at the desk changed meanwhile", async () => {
      const map = aTable();
      const rows = nights(600);
      const { publicId: first } = await anImport(db(), rows, map);
      const ids = await idsOf(first);
      const next = rows.map((row) => ({ ...row, note: "At dusk" }));
      const { publicId, readings } = await aCheck(db(), next, map);
      let meddled = false;
      const run = await runImport(scratch, writer, publicId, readings, {
        ...{ only: "all", header: storkHeader },
        onProgress: async () => {
          if (meddled) return;
          meddled = true;
          const { figure, rowVersion } = (await findFigureState(db(), ids[550]!))!;
          const input = {
            ...figure,
            cue: "près de",
            rowVersion,
            change: "revision",
            changeReason: "Reread",
          } as const;
          done(await reviseFigure(db(), writer, input));
        },
      });
      expect(done(run)).toEqual({ new: 0, changed: 600 });
      const { figure } = (await findFigureState(db(), ids[550]!))!;
      expect(figure).toMatchObject({ cue: "près de", note: { en: "At dusk" } });
    });

    test("is taken back whole, and proposed again by the same file", async () => {
      const map = aTable();
      const rows = nights(5);
      const first = await anImport(db(), rows, map);
      const next = [...rows.map((row) => ({ ...row, note: "At dusk" })), { ...nights(7)[6]! }];
      const second = await anImport(db(), next, map);
      expect(second.written).toEqual({ new: 1, changed: 5 });
      expect(await undo(first.publicId)).toMatchObject({
        refusal: { kind: "conflict", standing: { published: 0, builtUpon: 5 } },
      });
      expect(done(await undo(second.publicId))).toEqual({ new: 1, changed: 5 });
      expect((await aCheck(db(), next, map)).report.counts).toMatchObject({ new: 1, changed: 5 });
      const [one] = await idsOf(first.publicId);
      expect((await findFigureState(db(), one!))?.figure.note).toBeNull();
      expect(done(await undo(first.publicId))).toEqual({ new: 5, changed: 0 });
      expect(await findFigureState(db(), one!)).toBeNull();
      expect((await aCheck(db(), rows, map)).report.counts).toMatchObject({ new: 5, unchanged: 0 });
      expect(await undo(first.publicId)).toMatchObject({ refusal: { kind: "invalid" } });
    });

    test("taken back leaves alone what was laid aside at the desk", async () => {
      const { publicId } = await anImport(db(), nights(2), aTable());
      const [one] = await idsOf(publicId);
      const { rowVersion } = (await findFigureState(db(), one!))!;
      done(await discardDraft(db(), writer, { publicId: one!, rowVersion }));
      expect(done(await undo(publicId))).toEqual({ new: 2, changed: 0 });
    });

    test("comes before readers by another hand, all at one revision", async () => {
      const before = await scratch.sql`select revision::int as number from collection`;
      const publicId = await submitted(1100);
      expect(await approveImport(scratch, writer, { publicId, comment: null })).toMatchObject({
        refusal: { kind: "forbidden" },
      });
      const { revision, approved } = done(
        await approveImport(scratch, reviewer, { publicId, comment: "Read" }),
      );
      expect([revision, approved]).toEqual([before[0]!.number + 1, 1100]);
      const [counts] =
        await scratch.sql`select count(*)::int as figures, count(distinct p.known_from_rev)::int as runs,
          count(distinct w.revision_id)::int as reviews from publications p join reviews w using (revision_id)
        join import_rows r using (revision_id) join imports i on i.id = r.import_id where i.public_id = ${publicId}`;
      expect(counts).toEqual({ figures: 1100, runs: 1, reviews: 1100 });
      expect((await findImport(db(), publicId))?.figures).toEqual({
        ...{ draft: 0, inReview: 0, published: 1100, other: 0 },
      });
      expect(await undo(publicId)).toMatchObject({
        refusal: { kind: "conflict", standing: { published: 1100, builtUpon: 0 } },
      });
      expect(await approveImport(scratch, reviewer, { publicId, comment: null })).toMatchObject({
        ok: false,
      });
    });

    test("changes what readers see of a published figure, and ends what they saw", async () => {
      const map = aTable();
      const rows = nights(3);
      const { publicId: first } = await anImport(db(), rows, map);
      done(await submitImport(db(), writer, { publicId: first, reasons: {} }));
      done(await approveImport(scratch, reviewer, { publicId: first, comment: null }));
      const next = rows.map((row, index) => (index === 1 ? { ...row, value: "799" } : row));
      const { publicId, written } = await anImport(db(), next, { ...map, change: "correction" });
      expect(written).toEqual({ new: 0, changed: 1 });
      const [id] = await idsOf(publicId);
      done(await submitImport(db(), writer, { publicId, reasons: {} }));
      const { revision } = done(await approveImport(scratch, reviewer, { publicId, comment: null }));
      const states =
        await scratch.sql`select v.value, v.change, v.change_reason as why, p.known_to_rev::text as until
        from publications p join figure_revisions v on v.id = p.revision_id join figures f on f.id = p.figure_id
        where f.public_id = ${id!} order by p.id`;
      expect(states).toMatchObject([
        { value: "801", change: "first", until: String(revision) },
        { value: "799", change: "correction", why: expect.stringMatching(/\.csv, row 3$/) },
      ]);
    });

    test("needs a reason for every rule that warns, kept with each figure", async () => {
      const map = aTable();
      const rows = nights(4).map((row, index) => (index === 3 ? { ...row, value: "90000" } : row));
      const { publicId } = await anImport(db(), rows, map);
      const bare = await submitImport(db(), writer, { publicId, reasons: {} });
      expect(bare).toMatchObject({
        refusal: { fields: { "reasons.far_from_neighbours": [expect.any(String)] } },
      });
      const reasons = { far_from_neighbours: "A migration" };
      expect(done(await submitImport(db(), writer, { publicId, reasons }))).toEqual({ submitted: 4 });
      const kept = await scratch.sql`select o.rule from overrides o join import_rows r using (revision_id)
        join imports i on i.id = r.import_id where i.public_id = ${publicId}`;
      expect(kept).toMatchObject([{ rule: "far_from_neighbours" }]);
      expect(done(await approveImport(scratch, admin, { publicId, comment: null })).approved).toBe(4);
    });

    test("is held back where its dataset has no address", async () => {
      const map = aTable();
      const nowhere = { ...map, dataset: { ...map.dataset!, url: null } };
      const { publicId, report } = await anImport(db(), nights(2), nowhere);
      expect(report.counts.needsAnchor).toBe(2);
      expect(await submitImport(db(), writer, { publicId, reasons: {} })).toMatchObject({
        refusal: {
          kind: "invalid",
          fields: { figures: [expect.stringContaining("2 stand in a row of a dataset")] },
        },
      });
    });

    test("brings nothing back of a figure that was retracted", async () => {
      const map = aTable();
      const rows = nights(2);
      const { publicId: first } = await anImport(db(), rows, map);
      done(await submitImport(db(), writer, { publicId: first, reasons: {} }));
      done(await approveImport(scratch, reviewer, { publicId: first, comment: null }));
      const [id] = await idsOf(first);
      const { rowVersion } = (await findFigureState(db(), id!))!;
      done(await retractFigure(db(), reviewer, { publicId: id!, rowVersion, reason: "Counted twice" }));
      expect((await aCheck(db(), rows, map)).report.counts).toMatchObject({ unchanged: 2, refused: 0 });
      const next = rows.map((row) => ({ ...row, note: "At dusk" }));
      const { report } = await aCheck(db(), next, map);
      expect(report.counts).toMatchObject({ changed: 1, refused: 1 });
      expect(report.problems).toMatchObject([{ rule: "retracted_figure", rows: "2" }]);
    });

    test("takes a failing batch down with a plain reason", async () => {
      const { publicId, readings } = await aCheck(db(), nights(2), aTable());
      const readingsThatBreak = (function* () {
        yield readings[0]!;
        throw new Error("the file ended too soon");
      })();
      const run = runImport(scratch, writer, publicId, readingsThatBreak, {
        only: "all",
        header: storkHeader,
      });
      await expect(run).rejects.toThrow("the file ended too soon");
      expect(await findImport(db(), publicId)).toMatchObject({
        state: "failed",
        failure: "the file ended too soon",
      });
    });

    test("leaves an audit whose chain holds", async () => {
      expect(await checkAuditChain(db())).toMatchObject({ sound: true });
    });
  });
});
