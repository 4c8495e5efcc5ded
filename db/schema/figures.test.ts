import { beforeAll, describe, expect, test } from "vitest";
import {
  aCollection,
  admin,
  aFigure,
  aSource,
  brokenRule,
  copyRows,
  figureOf,
  reviewer,
  storkFigure,
  writer,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";

describe("a figure", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      const source = await aSource(scratch.db);
      await aFigure(scratch.db, storkFigure(source, { publicId: "5t0rk001" }), writer);
      const share = { metric: "share-of-chicks", unit: "percent", publicId: "5t0rk002" };
      await aFigure(scratch.db, figureOf(source, "20", share), admin);
    });

    const where = (publicId: string) =>
      `figure_id = (select id from figures where public_id = '${publicId}')`;
    const revision = (changes: Record<string, unknown>, of = "5t0rk001") =>
      brokenRule(scratch.sql, (tx) =>
        copyRows(tx, "figure_revisions", where(of), { id: 9_000, number: 9, ...changes }),
      );

    test("is accepted as it was recorded", async () => {
      expect(await revision({})).toBeNull();
    });

    test.each([
      "5t0rk00",
      "5t0rk0011",
      "5T0RK001",
      "5tork001",
      "5t0rl001",
      "5t0ri001",
      "5t0ru001",
      "",
      "5t0rk01\n",
    ])("is not called %j: a public id has eight characters of base 32", async (id) => {
      expect(await brokenRule(scratch.sql, (tx) => tx`insert into figures (public_id) values (${id})`)).toBe(
        "public_id_form",
      );
    });

    test("has an id of its own", async () => {
      expect(
        await brokenRule(scratch.sql, (tx) => tx`insert into figures (public_id) values ('5t0rk001')`),
      ).toBe("figures_publicId_unique");
    });

    test.each([
      [{ low: "1500", high: "1500" }, null],
      [{ low: "1500.01" }, "low_to_value"],
      [{ high: "1499.99" }, "value_to_high"],
      [{ value: null, low: "2", high: "1" }, "low_to_high"],
      [{ value: null, low: "-2", high: "-1" }, null],
      [{ comparator: "range", low: "1200", high: "1800" }, null],
      [{ comparator: "range", value: null, low: "1200", high: "1800" }, null],
      [{ comparator: "range", low: "1200" }, "range_has_ends"],
      [{ comparator: "range", high: "1800" }, "range_has_ends"],
      [{ value: null }, null],
    ])("has its value between its low and its high, and a range has both ends: %j", async (changes, rule) => {
      expect(await revision(changes)).toBe(rule);
    });

    test("is stated in a unit that its metric allows", async () => {
      const unit_id = (await scratch.sql`select id from units where slug = 'percent'`)[0]!.id;
      expect(await revision({ unit_id })).toBe("unit_of_metric");
    });

    test.each([
      [{ value: "0" }, null],
      [{ value: "100" }, null],
      [{ value: "-0.001" }, "share_within_0_and_100"],
      [{ value: "100.001" }, "share_within_0_and_100"],
      [{ value: "20", high: "101" }, "share_within_0_and_100"],
      [{ value: null, low: "-1" }, "share_within_0_and_100"],
      [{ value: null }, null],
    ])("in per cent lies between 0 and 100, with its ends: %j", async (changes, rule) => {
      expect(await revision(changes, "5t0rk002")).toBe(rule);
    });

    test.each([
      [{ period_end: "2031-05-03" }, "period_start_to_end"],
      [{ reported_end: "2031-05-04" }, "reported_start_to_end"],
      [{ period_precision: "unknown" }, "period_known_or_not"],
      [{ period_start: null }, "period_known_or_not"],
      [{ period_start: null, period_end: null, period_precision: "unknown" }, null],
    ])("holds for a period that starts before it ends, or is unknown: %j", async (changes, rule) => {
      expect(await revision(changes)).toBe(rule);
    });

    test("says why it changed", async () => {
      expect(await revision({ change: "correction", change_reason: "Storks counted twice" })).toBeNull();
      expect(await revision({ change: "correction", change_reason: "" })).toBe("later_changes_say_why");
      expect(await revision({ change: "revision", change_reason: null })).toBe("later_changes_say_why");
    });

    test("does not replace itself, and numbers its revisions", async () => {
      const [figure] = await scratch.sql`select id from figures where public_id = '5t0rk001'`;
      expect(await revision({ supersedes_id: figure!.id })).toBe("no_figure_supersedes_itself");
      expect(await revision({ number: 1 })).toBe("figure_revisions_number");
    });

    test("has a claimant at position 0 of its attribution and nobody else there", async () => {
      const link = (changes: Record<string, unknown>) =>
        brokenRule(scratch.sql, (tx) =>
          copyRows(tx, "attributions", "position = 0", { mention: 1, ...changes }),
        );
      expect(await link({})).toBeNull();
      expect(await link({ role: "relayed_by" })).toBe("position_0_is_the_claimant");
      expect(await link({ position: 1 })).toBe("position_0_is_the_claimant");
    });

    test("is reviewed by somebody other than its author, admins included", async () => {
      const review = (publicId: string, by: { id: string }) =>
        brokenRule(
          scratch.sql,
          (tx) => tx`insert into reviews (revision_id, reviewer_id, decision)
            select draft_revision_id, ${by.id}, 'approve' from figures where public_id = ${publicId}`,
        );
      expect(await review("5t0rk001", reviewer)).toBeNull();
      expect(await review("5t0rk001", writer)).toBe("reviewer_is_not_the_author");
      expect(await review("5t0rk002", admin)).toBe("reviewer_is_not_the_author");
      expect(await review("5t0rk002", writer)).toBeNull();
    });
  });
});
