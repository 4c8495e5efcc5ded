import { beforeAll, describe, expect, test } from "vitest";
import { findFigureState } from "../queries/find-figure-state";
import { findImport } from "../queries/find-import";
import { aCollection, done, writer } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { aCheck, anImport, night, type StorkRow, storkMap, storkNights } from "../testing/tables";
import { reviseFigure } from "./revise-figure";

/** Each test has a table of its own, so that none is held against another's. */
let tables = 0;
const aTable = () => storkMap({ dataset: { ...storkMap().dataset!, slug: `stork-table-${++tables}` } });

describe("a table", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    const db = () => scratch.db;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    const figuresOf = async (publicId: string) => {
      const rows = await scratch.sql`select f.public_id as id, r.row, r.outcome from import_rows r
        join imports i on i.id = r.import_id join figures f on f.id = r.figure_id
        where i.public_id = ${publicId} order by r.row, r.figure`;
      return rows.map(({ id, row, outcome }) => ({ id: id as string, row: row as number, outcome }));
    };

    test("is told of before anything is written", async () => {
      const map = aTable();
      const rows: StorkRow[] = [
        ...storkNights(3),
        { period_start: night(9), reported_on: night(10), value: "0.1", printed: "0.1" },
        { period_start: night(9), reported_on: night(2), value: "5" },
        { period_start: night(11), reported_on: night(12), unit: "percent", value: "7" },
      ];
      const before = await scratch.sql`select count(*)::int as count from figures`;
      const { report, publicId } = await aCheck(db(), rows, map);
      expect(report.counts).toEqual({
        ...{ rows: 6, figures: 6, new: 4, changed: 0, unchanged: 0, refused: 2, empty: 0, missing: 0 },
        needsAnchor: 4,
      });
      expect(report.sums).toEqual({ value: "2403.1", low: "0", high: "0" });
      expect(report.problems).toEqual([
        { rule: "period_after_report", column: null, cell: "", count: 1, rows: "6" },
        { rule: "unit_not_allowed", column: null, cell: "percent", count: 1, rows: "7" },
      ]);
      expect(report.warnings).toEqual([{ rule: "far_from_neighbours", count: 1, rows: "5" }]);
      expect(await scratch.sql`select count(*)::int as count from figures`).toEqual(before);
      expect(await findImport(db(), publicId)).toMatchObject({ state: "checked", report });
    });

    test("becomes drafts that stand in its rows", async () => {
      const { written, publicId } = await anImport(db(), storkNights(3), aTable());
      expect(written).toEqual({ new: 3, changed: 0 });
      const [first] = await figuresOf(publicId);
      const state = await findFigureState(db(), first!.id);
      expect(state?.figure).toMatchObject({ value: "800", metric: "storks-nesting" });
      const [mention] = state!.figure.mentions;
      expect(mention).toMatchObject({
        record: 2,
        version: 1,
        sentence: `${night(1)},example-ministry,"800",`,
      });
      expect(await findImport(db(), publicId)).toMatchObject({
        ...{ state: "imported", done: 3, total: 3 },
        figures: { draft: 3, inReview: 0, published: 0, other: 0 },
      });
    });

    test("is no news a second time, in whatever order", async () => {
      const map = aTable();
      await anImport(db(), storkNights(40), map);
      const again = await aCheck(db(), [...storkNights(40)].reverse(), map);
      expect(again.report.counts).toMatchObject({ new: 0, changed: 0, unchanged: 40, missing: 0 });
      const { written } = await anImport(db(), storkNights(40), map);
      expect(written).toEqual({ new: 0, changed: 0 });
    });

    test("in its next version changes what it says, not how it prints it", async () => {
      const map = aTable();
      const first = await anImport(db(), storkNights(200), map);
      const next = storkNights(200).map((row) => ({ ...row, printed: `${row.value}.0` }));
      for (const at of [7, 70, 170]) next[at] = { ...next[at]!, value: "950", printed: "950" };
      const { report, written, publicId } = await anImport(db(), next.slice(0, 199), map);
      expect(report.counts).toMatchObject({ new: 0, changed: 3, unchanged: 196, missing: 1 });
      expect(report.changes).toHaveLength(3);
      expect(report.changes[0]).toMatchObject({ row: 9, field: "value", from: "807", to: "950" });
      expect(written).toEqual({ new: 0, changed: 3 });
      const changed = await figuresOf(publicId);
      const before = await figuresOf(first.publicId);
      expect(changed.map(({ id }) => id)).toEqual([7, 70, 170].map((at) => before[at]!.id));
      const state = await findFigureState(db(), changed[0]!.id);
      expect(state?.figure).toMatchObject({ value: "950", mentions: [{ record: 9, version: 2 }] });
    });

    test("may say several things of one night, each itself in any version", async () => {
      const map = aTable();
      const said: StorkRow[] = [{ value: "800" }, { value: "805", comparator: ">=" }, { value: "810" }];
      const { publicId } = await anImport(db(), said, map);
      const [a, b, c] = (await figuresOf(publicId)).map(({ id }) => id);
      const next: StorkRow[] = [{ value: "810" }, { value: "806", comparator: ">=" }, { value: "800" }];
      const again = await anImport(db(), next, map);
      expect(again.report.counts).toMatchObject({ new: 0, changed: 1, unchanged: 2 });
      expect(again.report.changes).toMatchObject([{ figureId: b, field: "value", from: "805", to: "806" }]);
      expect(new Set([a, b, c]).size).toBe(3);
    });

    test("leaves alone what an editor has mended", async () => {
      const map = aTable();
      const { publicId } = await anImport(db(), storkNights(2), map);
      const [first] = await figuresOf(publicId);
      const { figure, rowVersion } = (await findFigureState(db(), first!.id))!;
      const mended = { ...figure, modality: "estimated" as const, cue: "près de" };
      done(
        await reviseFigure(db(), writer, {
          ...mended,
          rowVersion,
          change: "correction",
          changeReason: "Reread",
        }),
      );
      const old = await anImport(db(), storkNights(2), map);
      expect(old.written).toEqual({ new: 0, changed: 0 });
      const next = storkNights(2).map((row) => ({ ...row, note: "Counted at dusk" }));
      expect((await anImport(db(), next, map)).written).toEqual({ new: 0, changed: 2 });
      const state = await findFigureState(db(), first!.id);
      expect(state?.figure).toMatchObject({
        modality: "estimated",
        cue: "près de",
        note: { en: "Counted at dusk" },
      });
    });

    test("tells what its readings were refused for", async () => {
      const refused = [2, 3, 9].map((row) => ({
        ...{ kind: "refused" as const, row, figure: 0 },
        problems: [{ rule: "unknown_name" as const, column: "claimant", cell: "The Storks’ Friends" }],
      }));
      const { report } = await aCheck(db(), [...refused, { kind: "empty", row: 4, figure: 0 }], aTable());
      expect(report.problems).toEqual([
        { rule: "unknown_name", column: "claimant", cell: "The Storks’ Friends", count: 3, rows: "2-3, 9" },
      ]);
      expect(report.counts).toMatchObject({ rows: 4, figures: 4, refused: 3, empty: 1 });
    });
  });
});
