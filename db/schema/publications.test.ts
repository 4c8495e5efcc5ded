import type { TransactionSql } from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import type { FigureInput } from "@/domain/inputs";
import {
  aCollection,
  aMention,
  anUncheckedFigure,
  aSource,
  brokenRule,
  copyRows,
  figureOf,
  loader,
  published,
  reviewer,
  storkFigure,
  type TestSource,
  unseen,
  writer,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";

type Route = "seed" | "review" | "review_off";

/** Publishes a draft in raw SQL at the newest revision. */
const publishRaw = (tx: TransactionSql, figure: FigureInput, route: Route = "seed", changes = {}) => {
  const row = { status: "published", known_to_rev: Number.MAX_SAFE_INTEGER, ...changes };
  return tx.unsafe(
    `insert into publications (figure_id, revision_id, route, known_from_rev, status, known_to_rev, reason)
     select coalesce(row.figure_id, figures.id), draft_revision_id, $1::publication_route,
       coalesce(row.known_from_rev, revision), row.status, row.known_to_rev, row.reason
     from figures, collection, jsonb_populate_record(null::publications, $2::jsonb) row where public_id = $3`,
    [route, JSON.stringify(row), figure.publicId],
  );
};

describe("a publication", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let source: TestSource;
    const draft = (wish: Partial<FigureInput> = {}, author = loader) =>
      anUncheckedFigure(scratch.db, storkFigure(source, wish), author);
    const rule = (figure: FigureInput, route?: Route, changes = {}) =>
      brokenRule(scratch.sql, (tx) => publishRaw(tx, figure, route, changes));
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      source = await aSource(scratch.db);
      await published(scratch.db, storkFigure(source, { publicId: "5t0rk000" }));
    });

    test("of a sound draft is accepted", async () => {
      expect(await rule(await draft())).toBeNull();
    });

    test("needs an anchor", async () => {
      const bare = await draft();
      const copyBare = async (tx: TransactionSql) => {
        const where = `id = (select draft_revision_id from figures where public_id = '${bare.publicId}')`;
        await copyRows(tx, "figure_revisions", where, { id: 9_000, number: 9 });
        await tx`update figures set draft_revision_id = 9000 where public_id = ${bare.publicId}`;
        await publishRaw(tx, bare);
      };
      expect(await brokenRule(scratch.sql, copyBare)).toBe("published_has_anchor");
    });

    test("needs that anchor where readers may see it", async () => {
      expect(
        await rule(await draft({ value: "1600", mentions: [aMention(source, unseen, "1\u00a0600")] })),
      ).toBe("published_has_anchor");
      const across = source.text.slice(source.text.indexOf("nichent"), source.text.indexOf("Nous"));
      expect(
        await rule(await draft({ value: "1600", mentions: [aMention(source, across, "1\u00a0600")] })),
      ).toBe("published_has_anchor");
    });

    test("needs the value in the number of its anchor", async () => {
      expect(await rule(await draft({ value: "1501" }))).toBe("number_holds_value");
      expect(await rule(await draft({ value: null }))).toBe("number_holds_value");
      expect(await rule(await draft({ value: null, low: "1500" }))).toBeNull();
      expect(await rule(await draft({ value: "1500.00" }))).toBeNull();
      expect(await rule(await draft({ value: null, low: "1200", high: "1800", comparator: "range" }))).toBe(
        "number_holds_value",
      );
    });

    test("may go without a value where the words give no number", async () => {
      const few = figureOf(source, "1", { value: null });
      const wordless = few.mentions.map((mention) => ({ ...mention, readsAs: null }));
      expect(await rule(await draft({ value: null, mentions: wordless }))).toBeNull();
      expect(await rule(await draft({ value: "20", mentions: wordless }))).toBe("number_holds_value");
    });

    test("names a claimant, or says that there is none: one of the two and never both", async () => {
      const unnamed = storkFigure(source).mentions.map((mention) => ({ ...mention, attribution: [] }));
      expect(await rule(await draft({ mentions: unnamed }))).toBeNull();
      const contradictory = (unattributed: boolean, figure: FigureInput) =>
        brokenRule(scratch.sql, async (tx) => {
          const old = `id = (select draft_revision_id from figures where public_id = '${figure.publicId}')`;
          await copyRows(tx, "figure_revisions", old, { id: 9_000, number: 9, unattributed });
          for (const table of ["anchors", "attributions"])
            await copyRows(tx, table, old.replace("id", "revision_id"), { revision_id: 9_000 });
          await tx`update figures set draft_revision_id = 9000 where public_id = ${figure.publicId}`;
          await publishRaw(tx, figure);
        });
      expect(await contradictory(false, await draft({ mentions: unnamed }))).toBe("claimant_or_unattributed");
      expect(await contradictory(true, await draft())).toBe("claimant_or_unattributed");
      expect(await contradictory(false, await draft())).toBeNull();
    });

    test("after review needs an approval, and no later word against it", async () => {
      const reviewed = async (...decisions: ("approve" | "send_back")[]) => {
        const figure = await draft({}, writer);
        return brokenRule(scratch.sql, async (tx) => {
          for (const decision of decisions)
            await tx`insert into reviews (revision_id, reviewer_id, decision)
              select draft_revision_id, ${reviewer.id}, ${decision} from figures where public_id = ${figure.publicId}`;
          await publishRaw(tx, figure, "review");
        });
      };
      expect(await reviewed()).toBe("published_after_review");
      expect(await reviewed("send_back")).toBe("published_after_review");
      expect(await reviewed("approve")).toBeNull();
      expect(await reviewed("approve", "send_back")).toBe("published_after_review");
      expect(await reviewed("send_back", "approve")).toBeNull();
    });

    test("without review is for the seed loader, or for a collection that is run so", async () => {
      const own = await draft({}, writer);
      expect(await rule(own, "seed")).toBe("published_after_review");
      expect(await rule(own, "review_off")).toBe("published_after_review");
      const withoutReview = brokenRule(scratch.sql, async (tx) => {
        await tx`update collection set settings = '{"review": "off"}'`;
        await publishRaw(tx, own, "review_off");
      });
      expect(await withoutReview).toBeNull();
    });

    test("is of the figure's own revision, at the newest revision of the collection, and open", async () => {
      const figure = await draft();
      const [other] = await scratch.sql`select id from figures where public_id = '5t0rk000'`;
      expect(await rule(figure, "seed", { figure_id: other!.id })).toBe("revision_of_figure");
      expect(await rule(figure, "seed", { known_from_rev: 0 })).toBe("published_now");
      expect(await rule(figure, "seed", { known_from_rev: 2 })).toBe("published_now");
      expect(await rule(figure, "seed", { known_to_rev: 7 })).toBe("published_now");
      expect(await rule(figure, "seed", { status: "draft" })).toBe("publication_status");
      const retracted = { status: "retracted", reason: "Counted twice" };
      expect(await rule(figure, "seed", { status: "retracted" })).toBe("retraction_says_why");
      expect(await rule(figure, "seed", retracted)).toBe("retracted_was_published");
    });

    test("is the only one of its figure at a time", async () => {
      const again = brokenRule(scratch.sql, (tx) => copyRows(tx, "publications", "true", { id: 9_000 }));
      expect(await again).toBe("publications_one_at_a_time");
    });

    test("has its end written once, at the newest revision, and nothing else", async () => {
      const change = (set: string) => (tx: TransactionSql) => tx.unsafe(`update publications set ${set}`);
      const rules = (...sets: string[]) =>
        brokenRule(scratch.sql, async (tx) => {
          await tx`update collection set revision = revision + 1`;
          for (const set of sets) await change(set)(tx);
        });
      expect(await rules("known_to_rev = 2")).toBeNull();
      expect(await rules("known_to_rev = 2", "known_to_rev = 2")).toBe("append_only");
      expect(await rules("known_to_rev = 2", `known_to_rev = ${Number.MAX_SAFE_INTEGER}`)).toBe(
        "append_only",
      );
      expect(await rules("known_to_rev = 3")).toBe("append_only");
      expect(await rules("known_to_rev = 2, known_from_rev = 0")).toBe("append_only");
      expect(await rules("known_to_rev = 2, status = 'retracted'")).toBe("append_only");
      expect(await rules("route = 'review'")).toBe("append_only");
      const atOnce = brokenRule(scratch.sql, change("known_to_rev = 1"));
      expect(await atOnce).toBe("known_from_before_to");
    });

    test("closes the anchors and the attribution of its revision", async () => {
      const of = "revision_id = (select published_revision_id from figures where public_id = '5t0rk000')";
      const add = (table: string) =>
        brokenRule(scratch.sql, (tx) => copyRows(tx, table, `${of} and mention = 0`, { mention: 1 }));
      expect(await add("anchors")).toBe("closed_once_published");
      expect(await add("attributions")).toBe("closed_once_published");
    });

    test("is what makes a figure published: nothing else can call it so", async () => {
      const figure = await draft();
      const call = (status: string, revision: string) =>
        brokenRule(scratch.sql, (tx) =>
          tx.unsafe(
            `update figures set status = '${status}', published_revision_id = ${revision} where public_id = $1`,
            [figure.publicId],
          ),
        );
      expect(await call("published", "null")).toBe("published_points_somewhere");
      expect(await call("retracted", "null")).toBe("published_points_somewhere");
      expect(await call("published", "draft_revision_id")).toBe("published_was_published");
      expect(await call("draft", "(select revision_id from publications)")).toBe("published_was_published");
      expect(await call("in_review", "null")).toBeNull();
    });
  });
});
