import { beforeAll, describe, expect, test } from "vitest";
import type { AgentInput, MetricInput } from "@/domain/inputs";
import { findSource } from "../queries/find-source";
import { listEvents } from "../queries/list-events";
import { findMetric } from "../queries/list-metrics";
import { listAgents } from "../queries/reference";
import {
  aCollection,
  aSource,
  counted,
  done,
  loader,
  repeated,
  sha256,
  storkDay,
  storkSource,
  writer,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { recordAgents } from "./record-agents";
import { recordEvents } from "./record-events";
import { recordMetrics } from "./record-metrics";
import { recordSource } from "./record-source";

describe("what is recorded a second time", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    test("brings an agent up to date in every word, its side in the same list", async () => {
      const agent: AgentInput = {
        ...{
          slug: "heron",
          name: { fr: "Héron", en: "Heron" },
          inSentence: null,
          kind: "person",
          side: null,
        },
        ...{ mark: null, aliases: [] },
      };
      done(await recordAgents(scratch.db, writer, [agent]));
      const head: AgentInput = { ...agent, slug: "grey-heron" };
      const inSentence = { fr: "le Héron 🪶", en: "the Heron" };
      const now: AgentInput = { ...agent, inSentence, kind: "organisation", side: "grey-heron", mark: 7 };
      done(await recordAgents(scratch.db, writer, [now, head]));
      const heron = (await listAgents(scratch.db)).find(({ slug }) => slug === "heron");
      expect(heron).toMatchObject({ inSentence, kind: "organisation", side: "grey-heron", mark: 7 });
    });

    test("brings a metric and its units up to date", async () => {
      const name = { fr: "Nids", en: "Nests" };
      const nests: MetricInput = {
        ...{ slug: "nests", name, definition: name, group: "supplies", kind: "stock", unit: "bird" },
        ...{
          allowedUnits: ["bird"],
          plausibleLow: "0",
          plausibleHigh: "0.10",
          longestSilenceDays: 3,
          position: 1,
        },
      };
      const share = { unit: "percent", allowedUnits: ["percent"] };
      done(await recordMetrics(scratch.db, writer, [nests]));
      done(
        await recordMetrics(scratch.db, writer, [
          { ...nests, ...share, kind: "event", longestSilenceDays: null },
        ]),
      );
      const now = { kind: "event", unit: { slug: "percent" }, longestSilenceDays: null };
      expect(await findMetric(scratch.db, "nests")).toMatchObject(now);
      const allowed =
        await scratch.sql`select units.slug from metric_units join units on units.id = metric_units.unit_id
        join metrics on metrics.id = metric_id where metrics.slug = 'nests'`;
      expect([...allowed]).toEqual([{ slug: "percent" }]);
    });

    test("keeps a source's text as a new version only where it differs", async () => {
      const versions = async () => (await findSource(scratch.db, "stork-report", 0))!;
      expect(done(await recordSource(scratch.db, writer, storkSource()))).toBe(1);
      const source = { slug: "stork-report", text: storkSource().version.text };
      done(await recordEvents(scratch.db, writer, [storkDay(source)])); // readers see no source that shows nothing
      expect(done(await recordSource(scratch.db, writer, storkSource({ title: "Autre titre" })))).toBe(1);
      expect(await versions()).toMatchObject({ title: "Autre titre", version: 1 });
      const later = storkSource({ passages: [counted] });
      expect(done(await recordSource(scratch.db, loader, later))).toBe(2);
      expect(await versions()).toMatchObject({
        version: 2,
        sha256: sha256(counted),
        passages: [{ text: counted }],
      });
    });

    test("gives one version to two who record the same new text at once", async () => {
      const input = storkSource({ slug: "at-once", passages: [repeated] });
      const numbers = await Promise.all([1, 2, 3].map(() => recordSource(scratch.db, writer, input)));
      expect(numbers.map(done)).toEqual([1, 1, 1]);
    });

    test("replaces the sentences of an event", async () => {
      const source = await aSource(scratch.db, { slug: "marsh-report" });
      const event = storkDay(source);
      done(
        await recordEvents(scratch.db, writer, [{ ...event, anchors: [...event.anchors, ...event.anchors] }]),
      );
      expect((await listEvents(scratch.db))[0]!.anchors).toHaveLength(2);
      done(await recordEvents(scratch.db, writer, [event]));
      const [anchor, ...others] = (await listEvents(scratch.db))[0]!.anchors;
      expect(others).toEqual([]);
      expect(anchor!.sentence.slice(anchor!.markedStart, anchor!.markedEnd)).toBe("au marais");
    });
  });
});
