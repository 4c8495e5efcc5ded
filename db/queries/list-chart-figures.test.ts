import { beforeAll, describe, expect, test } from "vitest";
import { groupBy } from "@/domain/chart/group-by";
import type { FigureInput } from "@/domain/inputs";
import {
  aCollection,
  aSource,
  figureOf,
  manyPublished,
  on,
  retract,
  sha256,
  type TestSource,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { countByMetric } from "./count-by-metric";
import { currentState } from "./current-state";
import { listChartFigures } from "./list-chart-figures";
import { listReportDays } from "./list-report-days";
import type { Outline } from "./read-outline";

const claimants = ["example-ministry", "stork-watch"];
const outline: Outline = {
  most: 12,
  panels: 12,
  stretches: 4,
  stretchesApart: 4,
  marks: 200,
  newest: 3,
  special: 20,
};
const dayOf = (n: number) =>
  `2031-${String(1 + Math.floor(n / 28)).padStart(2, "0")}-${String(1 + (n % 28)).padStart(2, "0")}`;

/** 48 days of a number, by turns of two claimants, with one spike, one replaced. */
const figures = (source: TestSource): FigureInput[] =>
  Array.from({ length: 48 }, (_, n) => {
    const value = String(n === 17 ? 90_000 : 1000 + ((n * 7919) % 613));
    const [mention] = figureOf(source, value).mentions;
    const attribution = [{ role: "claimed_by", agent: claimants[n % 2]!, asPrinted: null } as const];
    return figureOf(source, value, {
      publicId: sha256(`dense ${n}`).slice(0, 8),
      period: on(dayOf(n)),
      reportedOn: on(dayOf(n + 1)),
      mentions: [{ ...mention!, attribution }],
      ...(n === 22 && { supersedes: sha256("dense 20").slice(0, 8) }),
    });
  });
const since = (n: number) => (Date.parse(dayOf(n)) - Date.parse(dayOf(0))) / 86_400_000;
/** Which of the four stretches of time a day lies in, counted in half days as the query does. */
const stretchOf = (n: number) => Math.floor((since(n) * 2 * 4) / (since(47) * 2 + 1));
const idOf = (n: number) => sha256(`dense ${n}`).slice(0, 8);

describe("what a dense chart is drawn from", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let all: FigureInput[];
    let revision: number;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      const source = await aSource(scratch.db);
      all = figures(source);
      await manyPublished(scratch.db, [...all, figureOf(source, "5", { metric: "storks-gone" })]);
      revision = await retract(scratch.sql, all[30]!);
    });

    const ask = async (query = {}, leave = {}) =>
      (
        await listChartFigures(scratch.db, { metric: "storks-nesting", ...query }, revision, outline, leave)
      ).get("storks-nesting")!;
    const ids = ({ figures }: { figures: readonly { id: string }[] }) => new Set(figures.map(({ id }) => id));

    test("holds the lowest and the highest of every stretch of each claimant, and the ends", async () => {
      const kept = ids(await ask());
      const standing = all.filter((_, n) => n !== 30).map((figure) => ({ figure, n: all.indexOf(figure) }));
      for (const theirs of groupBy(standing, ({ n }) => n % 2).values()) {
        expect(kept.has(theirs[0]!.figure.publicId) && kept.has(theirs.at(-1)!.figure.publicId)).toBe(true);
        for (const near of groupBy(theirs, ({ n }) => stretchOf(n)).values()) {
          const values = near.map(({ figure }) => Number(figure.value));
          for (const extreme of [Math.min(...values), Math.max(...values)])
            expect(
              near.some(({ figure }) => Number(figure.value) === extreme && kept.has(figure.publicId)),
            ).toBe(true);
        }
      }
      expect(kept.has(idOf(17)), "the spike").toBe(true);
    });

    test("holds what was replaced and what replaced it, the newest, and is bounded", async () => {
      const found = await ask();
      const kept = ids(found);
      for (const n of [20, 22, 45, 46, 47]) expect(kept.has(idOf(n)), `${n}`).toBe(true);
      expect(found.figures.find(({ id }) => id === idOf(20))?.supersededBy).toBe(idOf(22));
      expect(kept.size).toBeLessThan(26);
      expect(found.figures.map(({ period }) => period.start)).toEqual(
        found.figures.map(({ period }) => period.start).sort(),
      );
    });

    test("counts all there is", async () => {
      expect((await ask()).population).toEqual({
        total: 47,
        current: 46,
        unattributed: 0,
        superseded: 1,
        retracted: 0,
        byClaimant: { "example-ministry": 23, "stork-watch": 24 },
        left: [],
      });
    });

    test("shows the retracted as a ghost, only where ghosts are asked for", async () => {
      expect(ids(await ask()).has(idOf(30))).toBe(false);
      const found = await ask({}, { ghosts: true });
      expect(found.figures.find(({ id }) => id === idOf(30))?.status).toBe("retracted");
      expect(found.population).toMatchObject({ total: 48, retracted: 1 });
    });

    test("of too many claimants draws who states the extremes, and names the others with their counts", async () => {
      const alone = await listChartFigures(
        scratch.db,
        { metric: "storks-nesting" },
        revision,
        { ...outline, panels: 1, newest: 1, marks: 8 },
        { keep: [idOf(16)] },
      );
      const { figures, population } = alone.get("storks-nesting")!;
      // The one meant is an even one, whose claimant is drawn before the one with the spike.
      expect(population?.left).toEqual([
        { slug: "stork-watch", name: expect.objectContaining({ en: expect.any(String) }), count: 24 },
      ]);
      expect(figures.some(({ id }) => id === idOf(16))).toBe(true);
      const drawn = figures.filter(({ claimant }) => claimant?.slug === "example-ministry");
      const all48 = all.flatMap((figure, n) => (n % 2 === 0 && n !== 30 ? [Number(figure.value)] : []));
      const values = drawn.map(({ value }) => Number(value));
      expect(Math.min(...values)).toBe(Math.min(...all48));
      expect(Math.max(...values)).toBe(Math.max(...all48));
    });

    test("draws the claimant of the spike where nothing is meant by name", async () => {
      const found = await listChartFigures(scratch.db, { metric: "storks-nesting" }, revision, {
        ...outline,
        panels: 1,
      });
      const { figures, population } = found.get("storks-nesting")!;
      expect(population?.left.map(({ slug }) => slug)).toEqual(["example-ministry"]);
      expect(figures.some(({ id }) => id === idOf(17))).toBe(true);
    });

    test("shares the marks among the series, however many they are", async () => {
      const most = async (marks: number) =>
        (
          await listChartFigures(scratch.db, { metric: "storks-nesting" }, revision, {
            ...outline,
            stretches: 40,
            marks,
            newest: 0,
            special: 0,
          })
        ).get("storks-nesting")!.figures.length;
      expect(await most(8)).toBeLessThanOrEqual(8 + 4 + 2); // and the ends of each, and who was heard last
      expect(await most(8)).toBeLessThan(await most(30));
    });

    test("counts the figures of every metric", async () => {
      expect(await countByMetric(scratch.db, {}, revision)).toEqual(
        new Map([
          ["storks-nesting", 47],
          ["storks-gone", 1],
        ]),
      );
    });

    test("leaves out who is hidden, counts included", async () => {
      const { figures, population } = await ask({}, { hide: ["claimant:stork-watch"] });
      expect(new Set(figures.map(({ claimant }) => claimant?.slug))).toEqual(new Set(["example-ministry"]));
      expect(population?.total).toBe(23);
    });

    test("holds what is meant by name, if the query finds it", async () => {
      const before = ids(await ask());
      const thinned = all.map(({ publicId }) => publicId).find((id) => !before.has(id) && id !== idOf(30))!;
      const found = await ask({}, { keep: [thinned] });
      expect(ids(found)).toEqual(new Set([...before, thinned]));
      expect(found.population?.total).toBe(47);
      expect(ids(await ask({}, { keep: [idOf(30)] })), "the retracted is not found").toEqual(before);
    });

    test("is all there is of a sparse metric, and of a day early enough", async () => {
      const everything = await listChartFigures(scratch.db, {}, revision, outline);
      expect(everything.get("storks-gone")).toMatchObject({ population: null, figures: [{ value: "5" }] });
      const early = await ask({ known_on: dayOf(10) });
      expect(early.population).toBeNull();
      expect([...ids(early)]).toEqual(all.slice(0, 10).map(({ publicId }) => publicId));
    });

    test("stands as it stood: nothing is replaced before what replaced it was reported", async () => {
      const replaced = async (known_on: string, ghosts: boolean) =>
        (await ask({ from: dayOf(18), known_on }, { ghosts })).figures.find(({ id }) => id === idOf(20))
          ?.supersededBy;
      expect(await replaced(dayOf(22), false)).toBeNull();
      expect(await replaced(dayOf(22), true)).toBe(idOf(22));
      expect(await replaced(dayOf(23), false)).toBe(idOf(22));
    });

    test("knows on which days how much was reported, whatever day is being looked at", async () => {
      const query = { metric: "storks-nesting", known_on: dayOf(3) };
      const { days, total } = await listReportDays(scratch.db, query, revision);
      expect(total).toBe(47);
      expect(days).toEqual(all.flatMap((_, n) => (n === 30 ? [] : [{ day: dayOf(n + 1), count: 1 }])));
    });

    test("is known by a number that every write raises", async () => {
      const before = await currentState(scratch.db);
      await aSource(scratch.db, { slug: "another" });
      expect(await currentState(scratch.db)).toBeGreaterThan(before);
    });
  });
});
