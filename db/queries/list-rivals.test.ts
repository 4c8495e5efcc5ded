import { beforeAll, describe, expect, test } from "vitest";
import { claimMark } from "@/domain/chart/claim-mark";
import { areRivals } from "@/domain/chart/rivals";
import type { FigureInput } from "@/domain/inputs";
import { gapOfRivals } from "@/domain/rivals";
import {
  aCollection,
  aSource,
  figureOf,
  manyPublished,
  noDate,
  on,
  published,
  retract,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { listAllFigures } from "./list-figures";
import { findDisputes, findPairsOf, type RivalPage, readRivals } from "./list-rivals";
import { mostInSlot } from "./rival-pairs";

const may = { ...on("2031-05-01"), end: "2031-05-31", precision: "month" } as const;

describe("rival claims", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let revision: number;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      const source = await aSource(scratch.db);
      const says = (
        publicId: string,
        agent: string | null,
        value: string,
        wish: Partial<FigureInput> = {},
      ) => {
        const figure = figureOf(source, value, {
          publicId,
          comparator: "=",
          cue: null,
          reportedOn: on("2031-07-01"),
          ...wish,
        });
        const attribution = agent === null ? [] : [{ role: "claimed_by" as const, agent, asPrinted: null }];
        return {
          ...figure,
          mentions: figure.mentions.map((one) => ({ ...one, attribution })),
          ...(agent === null ? { unattributed: true } : {}),
        };
      };
      const [ministry, watch] = ["example-ministry", "stork-watch"];
      const gone = { metric: "storks-gone" } as const;
      const old = says("aaaaaa99", watch, "5");
      await published(
        scratch.db,
        says("aaaaaa01", ministry, "1500", { comparator: "~", cue: "près de" }),
        says("aaaaaa02", watch, "400", { period: on("2031-05-06") }),
        says("aaaaaa03", watch, "300", { period: on("2031-05-25") }),
        says("aaaaaa04", null, "7"),
        says("aaaaaa05", watch, "9", { place: "example-land" }),
        says("aaaaaa06", watch, "8", { period: noDate }),
        says("aaaaaa07", ministry, "900", {
          ...gone,
          comparator: ">=",
          cue: "au moins",
          period: on("2031-06-01"),
        }),
        says("aaaaaa08", watch, "600", { ...gone, period: on("2031-06-01") }),
        says("aaaaaa09", watch, "1", { ...gone, period: on("2031-06-02") }),
        says("aaaaaa10", ministry, "950", {
          ...gone,
          comparator: ">=",
          cue: "au moins",
          period: on("2031-06-09"),
        }),
        says("aaaaaa11", watch, "990", { ...gone, period: on("2031-06-09") }),
        says("aaaaaa12", watch, "2", { ...gone, period: on("2031-06-09"), modality: "denied" }),
        says("aaaaaa13", watch, "200", { ...gone, period: on("2031-06-01"), statistic: "average" }),
        says("aaaaaa14", ministry, "700", { period: may, place: "example-land" }),
        old,
      );
      revision = await retract(scratch.sql, old);
    });

    const idsOf = ({ rivals }: RivalPage) =>
      rivals.map(({ earlier, later }) => `${earlier.id.slice(-2)} ${later.id.slice(-2)}`);
    const disputes = async (query = {}, order: "ratio" | "gap" = "ratio", size = 10) =>
      readRivals(scratch.db, await findDisputes(scratch.db, query, { revision, order, size }), revision);
    const pairsOf = async (...pair: [string, string]) =>
      readRivals(scratch.db, await findPairsOf(scratch.db, {}, pair, { revision, size: 10 }), revision);

    test("are each dispute once, by its widest pair, the most times first", async () => {
      const page = await disputes();
      expect(idsOf(page)).toEqual(["14 05", "01 02", "07 08"]);
      expect(page.more).toBe(false);
      expect(page.rivals.map(({ days, since, times }) => [days, since, times])).toEqual([
        [0, "2031-05-04", 1],
        [2, "2031-05-06", 1],
        [0, "2031-06-01", 1],
      ]);
    });

    test("by gap stand together by metric", async () => {
      expect(idsOf(await disputes({}, "gap"))).toEqual(["01 02", "14 05", "07 08"]);
      expect(idsOf(await disputes({ metric: "storks-gone" }, "gap"))).toEqual(["07 08"]);
    });

    test("are found within filters, by either claimant, and no more of them than asked for", async () => {
      expect(idsOf(await disputes({ from: "2031-06-01" }))).toEqual(["07 08"]);
      expect(idsOf(await disputes({ to: "2031-05-05" }))).toEqual(["14 05"]);
      expect(idsOf(await disputes({ claimant: "stork-watch" }))).toEqual(["14 05", "01 02", "07 08"]);
      expect(idsOf(await disputes({ claimant: "example-gazette" }))).toEqual([]);
      expect(idsOf(await disputes({ comparator: "=" }))).toEqual(["14 05"]);
      const short = await disputes({}, "ratio", 1);
      expect([idsOf(short), short.more]).toEqual([["14 05"], true]);
      const before = await findDisputes(scratch.db, {}, { revision: 0, order: "ratio", size: 9 });
      expect(before).toEqual({ keys: [], more: false, crowded: false });
    });

    test("of two claimants are all told, those too that may both be true, the newest first", async () => {
      const page = await pairsOf("stork-watch", "example-ministry");
      expect(idsOf(page)).toEqual(["10 11", "07 08", "01 02", "14 05"]);
      expect(page.rivals.map((one) => gapOfRivals(one)?.least ?? null)).toEqual([null, "300", "1100", "691"]);
      const none = await pairsOf("stork-watch", "white-storks");
      expect(none.rivals).toEqual([]);
    });

    test("are the same pairs that a chart brackets, and those near in time besides", async () => {
      const { rivals } = await disputes();
      const marks = (await listAllFigures(scratch.db, {}, revision)).flatMap((one) => claimMark(one) ?? []);
      const drawn = marks.flatMap((a, index) =>
        marks.slice(index + 1).flatMap((b) => {
          const shared = a.when.from < b.when.to && b.when.from < a.when.to;
          const both = a.current && b.current && a.figure.claimant && b.figure.claimant;
          const dated = !a.dateUnknown && !b.dateUnknown;
          const stock = a.figure.metric.kind !== "flow";
          if (!both || !dated || !shared || !areRivals(a, b, stock)) return [];
          return [[a.figure.id, b.figure.id].sort().join(" ")];
        }),
      );
      const found = rivals.filter(({ days }) => days === 0);
      expect(found.map(({ earlier, later }) => [earlier.id, later.id].sort().join(" ")).sort()).toEqual(
        drawn.sort(),
      );
      expect(drawn.length).toBeGreaterThan(1);
    });

    test("follow an agent into its heir: nobody contradicts themselves", async () => {
      const heir = (slug: string | null) =>
        scratch.sql`update agents set merged_into_id = (select id from agents where slug = ${slug})
          where slug = 'stork-watch'`;
      await heir("example-ministry");
      expect(idsOf(await disputes())).toEqual([]);
      await heir(null);
      expect((await disputes()).rivals).toHaveLength(3);
    });
  });
});

describe("very many claims about one thing on one day", () => {
  eachEngine((open) => {
    test("the furthest apart are found, and it is said that not all were compared", async () => {
      const { db } = await open();
      await aCollection(db);
      const source = await aSource(db);
      const claims = [...Array(mostInSlot + 1).keys()].map((index) => {
        const [agent, value] = index % 2 === 0 ? ["example-ministry", 1000 - index] : ["stork-watch", index];
        const figure = figureOf(source, String(value), {
          publicId: `bbbbb${String(index).padStart(3, "0")}`,
          ...{ metric: "storks-gone", comparator: "=", cue: null },
          ...{ period: on("2031-08-01"), reportedOn: on("2031-08-02") },
        });
        const attribution = [{ role: "claimed_by" as const, agent: agent as string, asPrinted: null }];
        return { ...figure, mentions: figure.mentions.map((one) => ({ ...one, attribution })) };
      });
      const [many, one] = [claims.slice(0, -1), claims.at(-1)!]; // in the middle: it is left out
      const first = await manyPublished(db, many);
      const asked = { order: "gap", size: 5 } as const;
      const widestAt = async (revision: number) =>
        readRivals(db, await findDisputes(db, {}, { ...asked, revision }), revision);
      const widest = [{ earlier: { id: "bbbbb000" }, later: { id: "bbbbb001" } }];
      expect(await widestAt(first)).toMatchObject({ crowded: false, rivals: widest });
      const second = await published(db, one);
      expect(await widestAt(second)).toMatchObject({ crowded: true, rivals: widest });
      expect(
        await findPairsOf(db, {}, ["example-ministry", "stork-watch"], { revision: second, size: 5 }),
      ).toMatchObject({ crowded: true, more: true });
    });
  });
});
