import { beforeAll, describe, expect, test } from "vitest";
import { readFailure } from "@/domain/import/failure";
import { checkAuditChain } from "../queries/check-audit-chain";
import { findImport } from "../queries/find-import";
import { aCollection, admin, done, reviewer, writer } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { anImport, night, storkMap, storkNights } from "../testing/tables";
import { approveImport } from "./approve-import";
import { beginBatch } from "./batch-in-hand";
import { setRecords } from "./set-records";
import { submitImport } from "./submit-import";
import { undoImport } from "./undo-import";

/** Each test has a table and a season of its own, so that none is held against another's. */
let tables = 0;
const aTable = () => storkMap({ dataset: { ...storkMap().dataset!, slug: `held-table-${++tables}` } });
const nights = (count: number) =>
  storkNights(count).map((row, index) => ({
    ...row,
    ...{ period_start: night(tables * 2000 + index), reported_on: night(tables * 2000 + index) },
  }));

describe("a batch that somebody has in hand", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    const db = () => scratch.db;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db, { records: "published" });
    });

    const taken = async (count: number) => (await anImport(db(), nights(count), aTable())).publicId;
    const submitted = async (count: number) => {
      const publicId = await taken(count);
      done(await submitImport(db(), writer, { publicId, reasons: {} }));
      return publicId;
    };
    const shown = async (publicId: string) => {
      const [row] = await scratch.sql`select count(*)::int as count from publications p
        join import_rows r using (revision_id) join imports i on i.id = r.import_id where i.public_id = ${publicId}`;
      return row!.count as number;
    };
    const goSilent = (publicId: string) =>
      scratch.sql`update imports set heartbeat_at = now() - interval '31 seconds' where public_id = ${publicId}`;
    const failureOf = async (publicId: string) => readFailure((await findImport(db(), publicId))!.failure);

    test("is not submitted, approved or taken back a second time meanwhile", async () => {
      const publicId = await submitted(3);
      done(await beginBatch(db(), reviewer, { publicId, work: "approving" }));
      const { rowVersion, inHand } = (await findImport(db(), publicId))!;
      expect(inHand).toBe(true);
      const conflict = { ok: false, refusal: { kind: "conflict" } };
      expect(await approveImport(scratch, reviewer, { publicId, comment: null })).toEqual(conflict);
      expect(await submitImport(db(), writer, { publicId, reasons: {} })).toEqual(conflict);
      expect(await undoImport(db(), writer, { publicId, rowVersion })).toEqual(conflict);
      await goSilent(publicId);
      expect(await findImport(db(), publicId)).toMatchObject({ silent: true, inHand: false });
      expect(done(await approveImport(scratch, reviewer, { publicId, comment: null })).approved).toBe(3);
      expect(await findImport(db(), publicId)).toMatchObject({ silent: false, inHand: false, failure: null });
    });

    test("is approved once where the button was pressed twice", async () => {
      const publicId = await submitted(600);
      const both = await Promise.all(
        [reviewer, admin].map((one) => approveImport(scratch, one, { publicId, comment: null })),
      );
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await shown(publicId)).toBe(600);
      const [audit] = await scratch.sql`select count(*)::int as count from audit_events
        where verb = 'approve_import' and entity = ${`import:${publicId}`}`;
      expect(audit!.count).toBe(1);
    });

    test("tells how far it is, and shows readers nothing before all of it", async () => {
      const publicId = await submitted(1200);
      const seen: (readonly [number, number])[] = [];
      const meanwhile: Promise<number>[] = [];
      const onProgress = (at: number, total: number) => {
        seen.push([at, total]);
        meanwhile.push(shown(publicId));
      };
      done(await approveImport(scratch, reviewer, { publicId, comment: null }, { onProgress }));
      expect(seen.every(([at, total]) => at <= total && total === 1200)).toBe(true);
      expect(seen.map(([at]) => at)).toEqual([...seen.map(([at]) => at)].sort((a, b) => a - b));
      expect(seen.length).toBeGreaterThan(4);
      const met = await Promise.all(meanwhile); // the last to ask may be answered after the end
      expect(met[0]).toBe(0);
      expect(met.filter((count) => count !== 0 && count !== 1200)).toEqual([]);
      expect(await shown(publicId)).toBe(1200);
    });

    test("stopped in the middle leaves nothing, and is done whole by the next press", async () => {
      const publicId = await submitted(700);
      const onProgress = (at: number) => {
        if (at > 300) throw new Error("the power went");
      };
      const broken = approveImport(scratch, reviewer, { publicId, comment: null }, { onProgress });
      await expect(broken).rejects.toThrow("the power went");
      expect(await shown(publicId)).toBe(0);
      expect(await failureOf(publicId)).toEqual({ kind: "broke", said: "the power went" });
      expect(done(await approveImport(scratch, reviewer, { publicId, comment: null })).approved).toBe(700);
      expect(await failureOf(publicId)).toBeNull();
    });

    test("whose work another has taken up is not published by the first", async () => {
      const publicId = await submitted(4);
      const onProgress = () =>
        void scratch.sql`update imports set row_version = row_version + 1 where public_id = ${publicId}`.execute();
      const late = await approveImport(scratch, reviewer, { publicId, comment: null }, { onProgress });
      expect(late).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
      expect(await shown(publicId)).toBe(0);
    });

    test("is held against what others published meanwhile", async () => {
      const first = await submitted(2);
      const publicId = await submitted(2);
      let before = true;
      const onProgress = () => {
        if (!before) return;
        before = false;
        others = approveImport(scratch, reviewer, { publicId: first, comment: null });
      };
      let others: ReturnType<typeof approveImport> | undefined;
      done(await approveImport(scratch, reviewer, { publicId, comment: null }, { onProgress }));
      done(await others!);
      expect([await shown(first), await shown(publicId)]).toEqual([2, 2]);
    });

    test("that is refused keeps why, with the reasons that were given", async () => {
      const rows = nights(4).map((row, index) => (index === 3 ? { ...row, value: "90000" } : row));
      const { publicId } = await anImport(db(), rows, aTable());
      await submitImport(db(), writer, { publicId, reasons: { duplicate: "Printed twice" } });
      expect(await failureOf(publicId)).toMatchObject({
        ...{ kind: "refused", work: "submitting", reasons: { duplicate: "Printed twice" } },
        refusal: { kind: "invalid", fields: { "reasons.far_from_neighbours": [expect.any(String)] } },
      });
      done(await submitImport(db(), writer, { publicId, reasons: { far_from_neighbours: "A flood" } }));
      expect(await approveImport(scratch, writer, { publicId, comment: null })).toMatchObject({
        refusal: { kind: "forbidden" },
      });
    });

    test("is held back by the setting at the very end, and shows nothing of it", async () => {
      const publicId = await submitted(3);
      done(await setRecords(db(), admin, { records: null }));
      expect(await approveImport(scratch, reviewer, { publicId, comment: null })).toMatchObject({
        refusal: { kind: "invalid" },
      });
      expect(await shown(publicId)).toBe(0);
      expect(await failureOf(publicId)).toMatchObject({ kind: "refused", work: "approving" });
      done(await setRecords(db(), admin, { records: "published" }));
      expect(done(await approveImport(scratch, reviewer, { publicId, comment: null })).approved).toBe(3);
    });

    test("is taken back by whoever saw it last, and by nobody else", async () => {
      const publicId = await taken(2);
      const { rowVersion } = (await findImport(db(), publicId))!;
      done(await submitImport(db(), writer, { publicId, reasons: {} }));
      expect(await undoImport(db(), writer, { publicId, rowVersion })).toMatchObject({
        refusal: { kind: "conflict" },
      });
      const now = (await findImport(db(), publicId))!.rowVersion;
      expect(done(await undoImport(db(), writer, { publicId, rowVersion: now }))).toEqual({
        new: 2,
        changed: 0,
      });
    });

    test("leaves an audit whose chain holds", async () => {
      expect(await checkAuditChain(db())).toMatchObject({ sound: true });
    });
  });
});
