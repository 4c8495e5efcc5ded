import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { AgentInput, FigureInput, MetricInput } from "@/domain/inputs";
import {
  aCollection,
  admin,
  aFigure,
  aSource,
  done,
  everythingIn,
  figureOf,
  loader,
  publish,
  reviewer,
  storkCheck,
  storkCollection,
  storkDay,
  storkFigure,
  storkSource,
  type TestSource,
  writer,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { describeCollection } from "./describe-collection";
import { publishFigures } from "./publish-figures";
import { recordAgents } from "./record-agents";
import { recordEvents } from "./record-events";
import { recordFigure } from "./record-figure";
import { recordFigureChecks } from "./record-figure-checks";
import { recordMetrics, recordUnits } from "./record-metrics";
import { recordPlaces } from "./record-places";
import { recordSource } from "./record-source";
import { reviseFigure } from "./revise-figure";

const name = { fr: "Grue", en: "Crane" };
const crane: AgentInput = {
  ...{ slug: "crane", name, inSentence: null, kind: "person", side: null, mark: null, aliases: ["Grus"] },
};
const lake = { slug: "lake", name, kind: "zone", parent: null } as const;
const unit = { slug: "crane", name, symbol: name };
const metric: MetricInput = {
  ...{ slug: "cranes", name, definition: name, group: "supplies", kind: "event", unit: "bird" },
  ...{
    allowedUnits: ["bird"],
    plausibleLow: null,
    plausibleHigh: null,
    longestSilenceDays: null,
    position: 9,
  },
};

describe("a write", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let source: TestSource;
    const draft = (wish: Partial<FigureInput> = {}) => aFigure(scratch.db, storkFigure(source, wish));
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      source = await aSource(scratch.db);
    });

    const everything = () => everythingIn(scratch.sql);

    test("in a role that may not do it is forbidden, and leaves nothing", async () => {
      const { publicId } = await draft();
      const before = await everything();
      const refused = { ok: false, refusal: { kind: "forbidden" } };
      const publishing = { publicIds: [publicId], route: "review" as const, summary: "Mine" };
      expect(await publishFigures(scratch.db, writer, publishing)).toEqual(refused);
      for (const editor of [writer, reviewer, admin])
        expect(await describeCollection(scratch.db, editor, storkCollection())).toEqual(refused);
      expect(await everything()).toBe(before);
    });

    test.each<[string, object, string[]]>([
      ["a value that is no number", { value: "1,500" }, ["value"]],
      ["an empty box, which is not zero", { value: "" }, ["value"]],
      ["a value in scientific notation", { value: "1e3" }, ["value"]],
      ["a value that is not text", { value: 1500 }, ["value"]],
      ["two fields at once", { low: "few", unit: "Bird!" }, ["low", "unit"]],
      ["an id that is none", { publicId: "storks" }, ["publicId"]],
      ["a day that does not exist", { period: { start: "2031-02-30" } }, ["period.start"]],
      ["no sentence", { mentions: [] }, ["mentions"]],
      ["a word that is on no list", { modality: "shouted" }, ["modality"]],
    ])("of %s is refused by field, and leaves nothing", async (_, change, fields) => {
      const before = await everything();
      const figure = storkFigure(source);
      const period = { ...figure.period, ...("period" in change ? (change.period as object) : {}) };
      const result = await recordFigure(scratch.db, writer, { ...figure, ...change, period });
      expect(refusedFields(result)).toEqual(fields);
      expect(await everything()).toBe(before);
    });

    test("names the place of what is wrong deep inside", async () => {
      const figure = figureOf(source, "20");
      const [mention] = figure.mentions;
      const wrong = { ...figure, mentions: [mention!, { ...mention!, readsAs: "a fifth" }] };
      expect(refusedFields(await recordFigure(scratch.db, writer, wrong))).toEqual(["mentions.1.readsAs"]);
    });

    test.each<[Partial<FigureInput>, string]>([
      [{ metric: "no-such-thing" }, "metric"],
      [{ unit: "no-such-thing" }, "unit"],
      [{ place: "no-such-thing" }, "place"],
      [{ subject: "no-such-thing" }, "agent"],
      [{ supersedes: "zzzzzzzz" }, "supersedes"],
    ])("that names nothing we know is refused by field: %j", async (change, field) => {
      const before = await everything();
      const result = await recordFigure(scratch.db, writer, storkFigure(source, change));
      expect(refusedFields(result)).toEqual([field]);
      expect(await everything()).toBe(before);
    });

    test("that names nothing we know is refused by field, whatever is written", async () => {
      const before = await everything();
      const nobody = "no-such-thing";
      const { db } = scratch;
      const [mention] = storkFigure(source).mentions;
      const elsewhere = storkFigure(source, { mentions: [{ ...mention!, source: nobody }] });
      const link = { role: "claimed_by", agent: nobody, asPrinted: null } as const;
      const unheard = storkFigure(source, { mentions: [{ ...mention!, attribution: [link] }] });
      const revision = { ...elsewhere, rowVersion: 1, change: "revision", changeReason: "News" } as const;
      expect(refusedFields(await recordFigure(db, loader, elsewhere))).toEqual(["source"]);
      expect(refusedFields(await recordFigure(db, loader, unheard))).toEqual(["agent"]);
      expect(refusedFields(await reviseFigure(db, loader, revision))).toEqual(["publicId"]);
      expect(refusedFields(await recordSource(db, loader, storkSource({ publisher: nobody })))).toEqual([
        "publisher",
      ]);
      expect(refusedFields(await recordAgents(db, loader, [{ ...crane, side: nobody }]))).toEqual(["side"]);
      expect(refusedFields(await recordPlaces(db, loader, [{ ...lake, parent: nobody }]))).toEqual([
        "parent",
      ]);
      expect(refusedFields(await recordMetrics(db, loader, [{ ...metric, allowedUnits: [nobody] }]))).toEqual(
        ["unit"],
      );
      expect(refusedFields(await recordEvents(db, loader, [storkDay(source, { place: nobody })]))).toEqual([
        "place",
      ]);
      const check = storkCheck(source, "zzzzzzzz", "zzzzzzzz");
      expect(refusedFields(await recordFigureChecks(db, loader, [check]))).toEqual(["figure"]);
      const publishing = { publicIds: ["zzzzzzzz"], route: "seed" as const, summary: "?" };
      expect(refusedFields(await publishFigures(db, loader, publishing))).toEqual(["publicIds"]);
      expect(await everything()).toBe(before);
    });

    test("leaves exactly one audit line, in its own transaction", async () => {
      const { db } = scratch;
      const figure = await draft();
      const other = await draft();
      await publish(db, other);
      const again = { ...figure, rowVersion: 1, change: "revision", changeReason: "News" } as const;
      const writes: [string, string, () => Promise<unknown>][] = [
        ["describe_collection", "collection", () => describeCollection(db, loader, storkCollection())],
        ["record_units", "units", () => recordUnits(db, writer, [unit])],
        ["record_agents", "agents", () => recordAgents(db, writer, [crane])],
        ["record_places", "places", () => recordPlaces(db, writer, [lake])],
        ["record_metrics", "metrics", () => recordMetrics(db, writer, [metric])],
        ["record_source", "sources", () => recordSource(db, writer, storkSource({ title: "Cigognes" }))],
        ["record_source", "source_versions", () => recordSource(db, writer, storkSource({ slug: "new" }))],
        ["record_events", "event_anchors", () => recordEvents(db, writer, [storkDay(source)])],
        ["record_figure", "figure_revisions", () => recordFigure(db, writer, storkFigure(source))],
        ["revise_figure", "figure_revisions", () => reviseFigure(db, loader, again)],
        ["publish_figures", "publications", () => publish(db, figure)],
        [
          "record_figure_checks",
          "figure_checks",
          () => recordFigureChecks(db, writer, [storkCheck(source, figure.publicId, other.publicId)]),
        ],
      ];
      for (const [verb, table, write] of writes) {
        const before = await audit();
        expect(await write()).toMatchObject(verb === "publish_figures" ? {} : { ok: true });
        const [line, ...earlier] = await audit();
        expect(line!.verb).toBe(verb);
        expect(earlier).toEqual(before);
        const [written] = await scratch.sql.unsafe(
          `select count(*)::int from ${table} where xmin = $1::xid`,
          [line!.xmin],
        );
        expect(written!.count, `${verb} in ${table}`).toBeGreaterThan(0);
      }
    });

    const audit = async () => {
      const lines = await scratch.sql`
        select verb, entity, editor_id, before, after, xmin::text from audit_events order by seq desc`;
      return lines as unknown as {
        verb: string;
        entity: string;
        editor_id: string;
        xmin: string;
      }[];
    };

    test("says who did what to what, and how it is now", async () => {
      const figure = storkFigure(source);
      done(await recordFigure(scratch.db, writer, figure));
      const revised = { ...figure, rowVersion: 1, change: "revision", changeReason: "News 🦩" } as const;
      done(await reviseFigure(scratch.db, reviewer, revised));
      const [second, first] = await audit();
      const entity = `figure:${figure.publicId}`;
      expect(first).toMatchObject({ verb: "record_figure", entity, editor_id: writer.id, before: null });
      expect(second).toMatchObject({ verb: "revise_figure", entity, editor_id: reviewer.id });
      const [row] = await scratch.sql`select before, after from audit_events order by seq desc limit 1`;
      expect(row!.after).toMatchObject({ changeReason: "News 🦩" });
      expect(row!.before).toEqual({ rowVersion: 1 });
    });

    test("that the database refuses leaves nothing, and no audit line", async () => {
      const before = await everything();
      const figure = storkFigure(source);
      const [mention] = figure.mentions;
      const beside = { ...figure, mentions: [{ ...mention!, sentenceStart: 1 }] };
      await expect(recordFigure(scratch.db, writer, beside)).rejects.toMatchObject({
        cause: { constraint_name: "sentence_is_verbatim" },
      });
      const { publicId } = await aFigure(scratch.db, storkFigure(source), writer);
      const drafted = await everything();
      const bySeeds = { publicIds: [publicId], route: "seed" as const, summary: "Not the seeds' own" };
      await expect(publishFigures(scratch.db, loader, bySeeds)).rejects.toMatchObject({
        cause: { constraint_name: "published_after_review" },
      });
      expect(await everything()).toBe(drafted);
      expect(drafted).not.toBe(before);
    });

    test("inside a larger one is undone alone when it is refused, and with it when that fails", async () => {
      const [kept, lost] = [storkFigure(source), storkFigure(source)];
      await scratch.db.transaction(async (tx) => {
        done(await recordFigure(tx, writer, kept));
        await recordFigure(tx, writer, { ...lost, metric: "no-such-thing" });
      });
      const outer = scratch.db.transaction(async (tx) => {
        done(await recordFigure(tx, writer, lost));
        throw new Error("changed our mind");
      });
      await expect(outer).rejects.toThrow("changed our mind");
      const found = await scratch.db.execute(
        sql`select public_id from figures where public_id in (${kept.publicId}, ${lost.publicId})`,
      );
      expect(found.map((row) => row.public_id)).toEqual([kept.publicId]);
      const lines = (await audit()).filter(
        ({ entity }) => entity.includes(kept.publicId) || entity.includes(lost.publicId),
      );
      expect(lines).toHaveLength(1);
    });
  });
});

function refusedFields(result: { ok: boolean; refusal?: unknown }): string[] {
  const { fields } = (result.refusal ?? {}) as { fields?: Record<string, string[]> };
  expect(result).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
  return Object.keys(fields!);
}
