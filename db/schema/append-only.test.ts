import { beforeAll, describe, expect, test } from "vitest";
import { aCollection, aSource, brokenRule, published, storkFigure } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";

/** Each with a column that an UPDATE may name. */
const appendOnly = [
  ["source_versions", "extent"],
  ["passages", "ordinal"],
  ["records", "row"],
  ["figure_revisions", "cue"],
  ["anchors", "cue"],
  ["attributions", "as_printed"],
  ["import_rows", "row"],
  ["reviews", "comment"],
  ["audit_events", "verb"],
  ["collection_revisions", "summary"],
] as const;
const neverDeleted = ["figures", "imports", "publications", "sources"];

describe("what was written", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      await published(scratch.db, storkFigure(await aSource(scratch.db)));
    });

    const refusal = async (query: string) => {
      const refused = await scratch.sql.unsafe(query).then(
        () => null,
        (error) => error,
      );
      return refused && { rule: refused.constraint_name, words: refused.message };
    };
    const refused = (table: string, verb: string) => ({
      rule: "append_only",
      words: `${table} is append-only: ${verb} refused`,
    });

    test.each(appendOnly)("in %s is never changed, removed or emptied", async (table, column) => {
      expect(await refusal(`update ${table} set ${column} = ${column}`)).toEqual(refused(table, "UPDATE"));
      expect(await refusal(`delete from ${table}`)).toEqual(refused(table, "DELETE"));
      expect(await refusal(`truncate ${table} cascade`)).toEqual(refused(table, "TRUNCATE"));
    });

    test.each(neverDeleted)("in %s is never removed or emptied", async (table) => {
      expect(await refusal(`delete from ${table}`)).toEqual(refused(table, "DELETE"));
      expect(await refusal(`truncate ${table} cascade`)).toEqual(refused(table, "TRUNCATE"));
    });

    test("is not changed by an upsert either", async () => {
      const rule = await brokenRule(
        scratch.sql,
        (tx) =>
          tx`insert into collection_revisions (number, summary) values (1, 'other words')
             on conflict (number) do update set summary = excluded.summary`,
      );
      expect(rule).toBe("append_only");
    });

    test("of the collection keeps its revision number: it goes up by one, and cannot be started afresh", async () => {
      const set = (change: string) =>
        brokenRule(scratch.sql, (tx) => tx.unsafe(`update collection set revision = ${change}`));
      expect(await set("revision + 1")).toBeNull();
      expect(await set("revision + 2")).toBe("revision_counts_up");
      expect(await set("revision - 1")).toBe("revision_counts_up");
      expect(await brokenRule(scratch.sql, (tx) => tx`delete from collection`)).toBe("append_only");
    });
  });
});
