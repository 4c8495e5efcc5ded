import { beforeAll, describe, expect, test } from "vitest";
import type { FigureQuery } from "@/domain/figure-query";
import { findAgentEntry, findMetricEntry, findPlaceEntry, findUnitEntry } from "../queries/find-entry";
import { findLexicon } from "../queries/find-lexicon";
import { findSource } from "../queries/find-source";
import { listEvents } from "../queries/list-events";
import { listAllFigures } from "../queries/list-figures";
import { listFilterChoices } from "../queries/list-filter-choices";
import { listUsage } from "../queries/list-usage";
import {
  aCollection,
  admin,
  aFigure,
  aMention,
  aSource,
  counted,
  done,
  everythingIn,
  loader,
  published,
  repeated,
  reviewer,
  storkDay,
  storkFigure,
  type TestSource,
  writer,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { mergeAgents } from "./merge-agents";
import { mergePlaces } from "./merge-places";
import { recordAgents } from "./record-agents";
import { recordEvents } from "./record-events";
import { recordPlaces } from "./record-places";
import { retireEntry } from "./retire-entry";
import { reviseAgent } from "./revise-agent";
import { reviseMetric } from "./revise-metric";
import { revisePlace } from "./revise-place";
import { reviseUnit } from "./revise-unit";

const both = (words: string) => ({ fr: words, en: words });
const agent = (slug: string, aliases: string[] = []) =>
  ({
    slug,
    name: both(`The ${slug}`),
    inSentence: null,
    kind: "person",
    side: null,
    mark: null,
    aliases,
  }) as const;
const place = (slug: string, parent: string | null = null) =>
  ({ slug, name: both(`Place of ${slug}`), kind: "zone", parent }) as const;

describe("the lists", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let source: TestSource;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      source = await aSource(scratch.db);
    });

    const agents = async (...slugs: string[]) =>
      done(
        await recordAgents(
          scratch.db,
          writer,
          slugs.map((slug) => ({ ...agent(slug), aliases: [] })),
        ),
      );
    const saidBy = (slug: string, wish: Parameters<typeof storkFigure>[1] = {}) => {
      const attribution = [{ role: "claimed_by", agent: slug, asPrinted: "untel" }] as const;
      const mentions = [aMention(source, counted, "1\u00a0500", { attribution: [...attribution] })];
      return storkFigure(source, { mentions, ...wish });
    };
    const shown = async (query: FigureQuery, revision: number) =>
      (await listAllFigures(scratch.db, query, revision)).map(({ id }) => id);
    const usage = async (list: Parameters<typeof listUsage>[1], slug: string) =>
      (await listUsage(scratch.db, list)).find((row) => row.slug === slug)!;
    const refusedFields = (answer: { ok: boolean; refusal?: unknown }) =>
      Object.keys((answer.refusal as { fields?: object } | undefined)?.fields ?? {});

    describe("a merged agent", () => {
      test("is its heir wherever readers meet it: in figures, filters, choices and sources", async () => {
        await agents("heron", "grey-heron");
        const [one, two] = [saidBy("heron", { subject: "heron" }), saidBy("grey-heron")];
        const before = await published(scratch.db, one, two);
        const revision = done(await mergeAgents(scratch.db, admin, { from: "heron", into: "grey-heron" }));
        expect(revision).toBe(before + 1);
        const both = [one.publicId, two.publicId];
        expect(await shown({ claimant: "grey-heron" }, revision)).toEqual(both);
        expect(await shown({ claimant: "heron" }, revision), "an old address still leads there").toEqual(
          both,
        );
        expect(await shown({ subject: "heron" }, revision)).toEqual([one.publicId]);
        const figures = await listAllFigures(scratch.db, { claimant: "heron" }, revision);
        for (const { claimant, attribution } of figures) {
          expect(claimant!.slug).toBe("grey-heron");
          expect(attribution.map((link) => [link.agent.slug, link.asPrinted])).toEqual([
            ["grey-heron", "untel"],
          ]);
        }
        const { claimants, subjects } = await listFilterChoices(scratch.db, revision);
        const slugs = [...claimants, ...subjects].map(({ slug }) => slug);
        expect(slugs.filter((slug) => slug.endsWith("heron"))).toEqual(["grey-heron", "grey-heron"]);
        expect(await usage("agents", "grey-heron")).toMatchObject({ figures: 2, mergedInto: null });
        expect(await usage("agents", "heron")).toMatchObject({ figures: 0, mergedInto: "grey-heron" });
      });

      test("gives its mark to an heir that has none, and an heir keeps its own", async () => {
        await agents("egret", "little-egret");
        const figures = [saidBy("egret"), saidBy("little-egret")];
        await published(scratch.db, figures[0]!);
        const mark = async (slug: string) =>
          (await scratch.sql`select mark from agents where slug = ${slug}`)[0]!.mark as number | null;
        const given = await mark("egret");
        expect(given).toEqual(expect.any(Number));
        done(await mergeAgents(scratch.db, reviewer, { from: "egret", into: "little-egret" }));
        expect([await mark("egret"), await mark("little-egret")]).toEqual([null, given]);
        await agents("great-egret");
        await published(scratch.db, saidBy("great-egret"));
        const own = await mark("great-egret");
        expect(own).not.toBe(given);
        done(await mergeAgents(scratch.db, reviewer, { from: "little-egret", into: "great-egret" }));
        expect(await mark("great-egret")).toBe(own);
        expect(await usage("agents", "egret"), "merged on").toMatchObject({ mergedInto: "great-egret" });
        expect(await usage("agents", "great-egret")).toMatchObject({ figures: 2 });
      });

      test("is found in texts by all its names, as its heir", async () => {
        done(await recordAgents(scratch.db, writer, [{ ...agent("ibis"), aliases: ["Threskiornis"] }]));
        await agents("sacred-ibis");
        done(await mergeAgents(scratch.db, admin, { from: "ibis", into: "sacred-ibis" }));
        const found = (await findLexicon(scratch.db)).agents.filter(({ slug }) => slug.includes("ibis"));
        expect(found.map(({ slug }) => slug)).toEqual(["sacred-ibis"]);
        expect(found[0]!.names).toEqual(["The sacred-ibis", "The ibis", "Threskiornis"]);
      });

      test("is refused into itself, into one that is merged or retired, and where there is none", async () => {
        await agents("rail", "crake", "coot", "moorhen");
        done(await mergeAgents(scratch.db, admin, { from: "rail", into: "crake" }));
        done(
          await retireEntry(scratch.db, writer, {
            list: "agents",
            slug: "moorhen",
            rowVersion: 1,
            retired: true,
          }),
        );
        const before = await everythingIn(scratch.sql);
        for (const [from, into, field] of [
          ["coot", "coot", "into"],
          ["coot", "rail", "into"],
          ["coot", "moorhen", "into"],
          ["coot", "nobody", "into"],
          ["nobody", "coot", "from"],
          ["rail", "coot", "from"],
        ] as const) {
          const answer = await mergeAgents(scratch.db, admin, { from, into });
          expect([from, into, ...refusedFields(answer)]).toEqual([from, into, field]);
        }
        expect(await everythingIn(scratch.sql)).toBe(before);
      });

      test("is merged one way by two who merge both ways at once", async () => {
        await agents("tern", "gull");
        const answers = await Promise.all([
          mergeAgents(scratch.db, admin, { from: "tern", into: "gull" }),
          mergeAgents(scratch.db, reviewer, { from: "gull", into: "tern" }),
        ]);
        expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
      });

      test("is merged by those who review, and by nobody else", async () => {
        await agents("stilt", "avocet");
        const before = await everythingIn(scratch.sql);
        for (const editor of [writer, loader])
          expect(await mergeAgents(scratch.db, editor, { from: "stilt", into: "avocet" })).toEqual({
            ok: false,
            refusal: { kind: "forbidden" },
          });
        expect(await everythingIn(scratch.sql)).toBe(before);
        done(await mergeAgents(scratch.db, reviewer, { from: "stilt", into: "avocet" }));
        const [line] =
          await scratch.sql`select verb, editor_id, after from audit_events order by seq desc limit 1`;
        expect(line).toMatchObject({
          verb: "merge_agents",
          editor_id: reviewer.id,
          after: { mergedInto: "avocet" },
        });
      });
    });

    test("a merged place is its heir wherever readers meet it, and in texts", async () => {
      done(await recordPlaces(scratch.db, writer, [place("pond"), place("lake"), place("reeds", "pond")]));
      const [one, two] = [saidBy("stork-watch", { place: "pond" }), saidBy("stork-watch", { place: "lake" })];
      await published(scratch.db, one, two);
      done(await recordEvents(scratch.db, writer, [storkDay(source, { slug: "pond-day", place: "pond" })]));
      for (const editor of [writer, loader])
        expect(await mergePlaces(scratch.db, editor, { from: "pond", into: "lake" })).toMatchObject({
          ok: false,
        });
      const revision = done(await mergePlaces(scratch.db, reviewer, { from: "pond", into: "lake" }));
      for (const name of ["pond", "lake"])
        expect(await shown({ place: name }, revision)).toEqual([one.publicId, two.publicId]);
      const figures = await listAllFigures(scratch.db, { place: "lake" }, revision);
      expect(figures.map((figure) => figure.place!.slug)).toEqual(["lake", "lake"]);
      expect((await listEvents(scratch.db)).find(({ slug }) => slug === "pond-day")!.place!.slug).toBe(
        "lake",
      );
      expect(await usage("places", "lake")).toMatchObject({ figures: 2, elsewhere: 2 });
      const { places } = await findLexicon(scratch.db);
      expect(places.find(({ slug }) => slug === "lake")!.names).toEqual(["Place of lake", "Place of pond"]);
      expect(places.some(({ slug }) => slug === "pond")).toBe(false);
    });

    test("a retired entry is offered no more, keeps its figures, and can be put back", async () => {
      await agents("bittern");
      const figure = saidBy("bittern");
      const revision = await published(scratch.db, figure);
      const [{ row_version: rowVersion }] = (await scratch.sql`
        select row_version from agents where slug = 'bittern'`) as unknown as [{ row_version: number }];
      const entry = { list: "agents", slug: "bittern" } as const;
      const next = done(await retireEntry(scratch.db, writer, { ...entry, rowVersion, retired: true }));
      const known = async () => (await findLexicon(scratch.db)).agents.some(({ slug }) => slug === "bittern");
      expect(await known()).toBe(false);
      expect(await usage("agents", "bittern")).toMatchObject({ retired: true, figures: 1, rowVersion: next });
      expect(await shown({ claimant: "bittern" }, revision)).toEqual([figure.publicId]);
      const stale = await retireEntry(scratch.db, writer, { ...entry, rowVersion, retired: false });
      expect(stale).toEqual({ ok: false, refusal: { kind: "conflict" } });
      done(await retireEntry(scratch.db, writer, { ...entry, rowVersion: next, retired: false }));
      expect(await known()).toBe(true);
    });

    test("metrics, units and places are retired too, and texts are no longer read for them", async () => {
      const retire = async (list: "metrics" | "units" | "places", slug: string, retired: boolean) => {
        const { rowVersion } = await usage(list, slug);
        done(await retireEntry(scratch.db, writer, { list, slug, rowVersion, retired }));
        return (await findLexicon(scratch.db))[list].some((entry) => entry.slug === slug);
      };
      for (const [list, slug] of [
        ["metrics", "storks-gone"],
        ["units", "percent"],
        ["places", "example-land"],
      ] as const) {
        expect([slug, await retire(list, slug, true)]).toEqual([slug, false]);
        expect([slug, await retire(list, slug, false)]).toEqual([slug, true]);
      }
    });

    test("a retired event is no longer marked on charts, nor in its source", async () => {
      const told = await aSource(scratch.db, { slug: "told", passages: [repeated, counted] });
      done(await recordEvents(scratch.db, writer, [storkDay(told, { slug: "left" })]));
      expect((await findSource(scratch.db, "told", 99))!.passages.flatMap(({ marks }) => marks)).toHaveLength(
        1,
      );
      const { rowVersion, elsewhere } = await usage("events", "left");
      expect(elsewhere).toBe(1);
      done(
        await retireEntry(scratch.db, writer, { list: "events", slug: "left", rowVersion, retired: true }),
      );
      expect((await listEvents(scratch.db)).some(({ slug }) => slug === "left")).toBe(false);
      expect(await findSource(scratch.db, "told", 99), "nothing of it is shown any more").toBeNull();
    });

    test("nothing that is in use can be deleted, not even by hand", async () => {
      await aFigure(scratch.db, storkFigure(source));
      for (const [table, slug] of [
        ["agents", "example-ministry"],
        ["places", "example-marsh"],
        ["metrics", "storks-nesting"],
        ["units", "bird"],
        ["agents", "example-gazette"],
      ] as const)
        await expect(
          scratch.sql`delete from ${scratch.sql(table)} where slug = ${slug}`,
        ).rejects.toMatchObject({ code: "23503" });
    });

    test("an agent is revised in every word but its slug and mark, with both states in the audit", async () => {
      await agents("spoonbill");
      await published(scratch.db, saidBy("spoonbill"));
      const { rowVersion, ...was } = (await findAgentEntry(scratch.db, "spoonbill"))!;
      const now = {
        ...{ slug: "spoonbill", name: both("Spoonbill 🥄"), inSentence: both("the spoonbill") },
        ...{ side: "example-ministry", kind: "organisation" as const },
      };
      const aliases = ["Platalea", "Platalea"];
      const saved = done(await reviseAgent(scratch.db, writer, { ...now, aliases, rowVersion }));
      expect(await findAgentEntry(scratch.db, "spoonbill")).toEqual({
        ...now,
        aliases: ["Platalea"],
        rowVersion: saved,
      });
      const [line] = await scratch.sql`select before, after, mark from audit_events, agents
        where slug = 'spoonbill' order by seq desc limit 1`;
      expect(line!.before).toEqual({ ...was, rowVersion });
      expect(line!.after).toMatchObject({ name: both("Spoonbill 🥄") });
      expect(line!.mark).toEqual(expect.any(Number));
      const before = await everythingIn(scratch.sql);
      const again = await reviseAgent(scratch.db, writer, { ...now, aliases: [], rowVersion });
      expect(again).toEqual({ ok: false, refusal: { kind: "conflict" } });
      const lost = { ...now, aliases: [], side: "nobody", rowVersion: saved };
      expect(refusedFields(await reviseAgent(scratch.db, writer, lost))).toEqual(["side"]);
      const none = { ...now, aliases: [], slug: "nobody", rowVersion: 1 };
      expect(refusedFields(await reviseAgent(scratch.db, writer, none))).toEqual(["slug"]);
      expect(await everythingIn(scratch.sql)).toBe(before);
    });

    test("a place is revised, and never made to lie in itself", async () => {
      done(await recordPlaces(scratch.db, writer, [place("inner", "outer"), place("outer")]));
      const { rowVersion, ...outer } = (await findPlaceEntry(scratch.db, "outer"))!;
      for (const parent of ["outer", "inner"])
        expect(
          refusedFields(await revisePlace(scratch.db, writer, { ...outer, parent, rowVersion })),
        ).toEqual(["parent"]);
      const now = { ...outer, name: both("Outer"), parent: "example-land", aliases: ["Outremer"] };
      const saved = done(await revisePlace(scratch.db, writer, { ...now, rowVersion }));
      expect(await findPlaceEntry(scratch.db, "outer")).toEqual({ ...now, rowVersion: saved });
      const { places } = await findLexicon(scratch.db);
      expect(places.find(({ slug }) => slug === "outer")!.names).toEqual(["Outer", "Outremer"]);
    });

    test("a unit is revised with the other words for what it counts", async () => {
      const { rowVersion, ...bird } = (await findUnitEntry(scratch.db, "bird"))!;
      const now = { ...bird, symbol: { fr: "ois.", en: "birds" }, aliases: ["volatiles"] };
      const saved = done(await reviseUnit(scratch.db, writer, { ...now, rowVersion }));
      expect(await findUnitEntry(scratch.db, "bird")).toEqual({ ...now, rowVersion: saved });
      const { units } = await findLexicon(scratch.db);
      expect(units.find(({ slug }) => slug === "bird")!.names).toEqual(["birds", "ois.", "volatiles"]);
    });

    test("a metric is revised, but keeps the kind and the units its figures are stated in", async () => {
      await aFigure(scratch.db, storkFigure(source));
      const { rowVersion, ...was } = (await findMetricEntry(scratch.db, "storks-nesting"))!;
      const fields = async (wish: Partial<typeof was>) =>
        refusedFields(await reviseMetric(scratch.db, writer, { ...was, ...wish, rowVersion }));
      const before = await everythingIn(scratch.sql);
      expect(await fields({ unit: "percent", allowedUnits: ["percent"] })).toEqual(["allowedUnits"]);
      expect(await fields({ unit: "percent" })).toEqual(["allowedUnits"]);
      expect(await fields({ kind: "share" })).toEqual(["kind"]);
      expect(await fields({ kind: "flow" })).toEqual(["longestSilenceDays"]);
      expect(await fields({ plausibleLow: "10", plausibleHigh: "9.5" })).toEqual(["plausibleLow"]);
      expect(await fields({ unit: "no-such-unit" })).toEqual(["unit"]);
      expect(await everythingIn(scratch.sql)).toBe(before);
      const now = { ...was, allowedUnits: ["bird", "percent"], plausibleHigh: "9000", longestSilenceDays: 7 };
      const saved = done(await reviseMetric(scratch.db, writer, { ...now, rowVersion }));
      expect(await findMetricEntry(scratch.db, "storks-nesting")).toEqual({ ...now, rowVersion: saved });
    });

    test("are kept by every role", async () => {
      for (const editor of [writer, reviewer, admin, loader]) {
        const { rowVersion, ...entry } = (await findAgentEntry(scratch.db, "white-storks"))!;
        done(await reviseAgent(scratch.db, editor, { ...entry, rowVersion }));
        const { rowVersion: next } = await usage("units", "bird");
        done(
          await retireEntry(scratch.db, editor, {
            list: "units",
            slug: "bird",
            rowVersion: next,
            retired: false,
          }),
        );
      }
    });

    test("keep the mark an agent was given, whatever is recorded of it again", async () => {
      const plover = { ...agent("plover"), aliases: [], mark: 31 };
      done(await recordAgents(scratch.db, loader, [plover]));
      done(await recordAgents(scratch.db, loader, [{ ...plover, mark: null }]));
      done(await recordAgents(scratch.db, loader, [{ ...agent("dotterel"), aliases: [], mark: 31 }]));
      const marks =
        await scratch.sql`select slug, mark from agents where slug in ('plover', 'dotterel') order by 1`;
      expect([...marks]).toEqual([
        { slug: "dotterel", mark: null },
        { slug: "plover", mark: 31 },
      ]);
    });
  });
});
