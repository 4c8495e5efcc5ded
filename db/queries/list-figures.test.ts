import { beforeAll, describe, expect, test } from "vitest";
import { type Cursor, readCursor, writeCursor } from "@/domain/cursor";
import { defaultSort, type FigureQuery, type Sort, sorts } from "@/domain/figure-query";
import type { DateClaimInput, FigureInput } from "@/domain/inputs";
import {
  aCollection,
  aSource,
  figureOf,
  manyPublished,
  noDate,
  on,
  published,
  sha256,
  type TestSource,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { type FoundKey, findKeys, type Place } from "./figure-keys";
import { countFigures, type FigurePage, isSortKey, listFigures } from "./list-figures";
import { readFilters } from "./read-filters";

const values = ["5", "5.0", "12", "-3", "0.10", "0.1", "123456789012345678901234567890.5", "0", null];
const claimants = ["example-ministry", "stork-watch", null, "example-gazette"];

/** 120 figures full of ties, in an order of recording that is no order to read in. */
const figures = (source: TestSource): FigureInput[] =>
  Array.from({ length: 120 }, (_, index) => {
    const value = values[index % values.length]!;
    const claimant = claimants[index % claimants.length]!;
    const [mention] = figureOf(source, value ?? "0").mentions;
    const attribution =
      claimant === null ? [] : [{ role: "claimed_by", agent: claimant, asPrinted: null } as const];
    return figureOf(source, value ?? "0", {
      publicId: sha256(`${index}`).slice(0, 8),
      value,
      low: index % 27 === 8 ? "7" : null,
      metric: index % 3 === 0 ? "storks-gone" : "storks-nesting",
      period: index % 5 === 0 ? noDate : on(`2031-05-0${1 + (index % 7)}`),
      reportedOn: index % 11 === 0 ? noDate : on(`2031-05-1${index % 6}`),
      mentions: [{ ...mention!, attribution, readsAs: value ?? (index % 27 === 8 ? "7" : null) }],
    });
  });

/** What each sort orders by, told apart from the database. */
const keys: Record<string, (figure: FigureInput) => string | number> = {
  period: ({ period, reportedOn }) => period.start ?? startOf(reportedOn),
  reported: ({ reportedOn }) => startOf(reportedOn),
  value: ({ value, low }) => Number(value ?? low ?? "0"),
  metric: ({ metric }) => metric,
  claimant: ({ mentions }) => mentions[0]!.attribution[0]?.agent ?? "",
};
const startOf = (claim: DateClaimInput) => claim.start ?? "0001-01-01";

function inOrder(list: readonly FigureInput[], sort: Sort): string[] {
  const key = keys[sort.replace("-", "")]!;
  const rising = [...list].sort((a, b) => compare(key(a), key(b))); // stable: of one key, as they were recorded
  const ids = rising.map((figure) => figure.publicId);
  return sort.startsWith("-") ? ids.reverse() : ids;
}
const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

describe("the pages of a table", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    let source: TestSource;
    let all: FigureInput[];
    let revision: number;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      source = await aSource(scratch.db);
      all = figures(source);
      revision = await manyPublished(scratch.db, all);
    });

    /** A page by its cursor as it travels in an address. */
    const page = (query: FigureQuery, cursor: Cursor | null, size: number): Promise<FigurePage> => {
      const address = cursor ? `${cursor.direction}=${writeCursor(cursor)}` : "";
      const read = readCursor(new URLSearchParams(address), (key) =>
        isSortKey(query.sort ?? defaultSort, key),
      );
      if (read === "unreadable") throw new Error(`our own cursor cannot be read: ${JSON.stringify(cursor)}`);
      return listFigures(scratch.db, query, { revision, size, cursor: read });
    };
    /** Pages from one on to the last on that side. */
    const walk = async (query: FigureQuery, side: "next" | "previous", first: FigurePage, size: number) => {
      const pages = [first];
      for (let at = first[side]; at !== null; at = pages.at(-1)![side])
        pages.push(await page(query, at, size));
      return pages;
    };
    const ids = (pages: readonly FigurePage[]) => pages.map((one) => one.figures.map((figure) => figure.id));

    test.each(sorts)("sorted by %s hold each figure once, forwards and back", async (sort) => {
      const first = await page({ sort }, null, 41);
      const forwards = await walk({ sort }, "next", first, 41);
      expect(ids(forwards).flat()).toEqual(inOrder(all, sort));
      expect(ids(forwards).map((one) => one.length)).toEqual([41, 41, 38]);
      const back = await walk({ sort }, "previous", forwards.at(-1)!, 41);
      expect(ids(back).reverse().flat()).toEqual(inOrder(all, sort));
      expect(forwards[0]!.previous).toBeNull();
      expect(back.at(-1)!.previous).toBeNull();
    });

    test.each(["metric", "-metric", "claimant", "-claimant"] as const)(
      "sorted by %s are the same where they are many, name after name",
      async (sort) => {
        const filters = await readFilters(scratch.db, { sort });
        for (const backwards of [false, true]) {
          const found: string[] = [];
          for (let beyond: Place | null = null; found.length < all.length; ) {
            const keys: FoundKey[] = await findKeys(
              scratch.db,
              filters,
              { revision, sort, backwards, beyond, limit: 41 },
              0,
            );
            found.push(...keys.map(({ id }) => id));
            beyond = keys.at(-1)!;
          }
          const ids = inOrder(all, sort);
          expect(found).toEqual(backwards ? ids.reverse() : ids);
        }
      },
    );

    test("are the same with the filters, and end where a full page ends", async () => {
      const query: FigureQuery = { metric: "storks-gone", sort: "value" };
      const some = all.filter((figure) => figure.metric === "storks-gone");
      const pages = await walk(query, "next", await page(query, null, 20), 20);
      expect(ids(pages).flat()).toEqual(inOrder(some, "value"));
      expect(ids(pages).map((one) => one.length)).toEqual([20, 20]);
    });

    test("begin with the newest", async () => {
      expect(ids([await page({}, null, 120)])).toEqual([inOrder(all, defaultSort)]);
    });

    test("of nothing are one empty page", async () => {
      const nothing = { figures: [], next: null, previous: null };
      expect(await page({ metric: "no-such-thing" }, null, 20)).toEqual(nothing);
      expect(await listFigures(scratch.db, {}, { revision: 0, size: 20 })).toEqual(nothing);
    });

    test("are counted up to a cap", async () => {
      expect(await countFigures(scratch.db, {}, revision)).toBe(120);
      expect(await countFigures(scratch.db, {}, revision, 120)).toBe(120);
      expect(await countFigures(scratch.db, {}, revision, 50)).toBe(50);
      expect(await countFigures(scratch.db, { metric: "storks-gone" }, revision, 50)).toBe(40);
      expect(await countFigures(scratch.db, {}, 0)).toBe(0);
    });

    test("hold still while others publish", async () => {
      const first = await page({}, null, 50);
      await published(scratch.db, figureOf(source, "5", { period: on("2031-05-05") }));
      const pages = await walk({}, "next", first, 50);
      expect(ids(pages).flat()).toEqual(inOrder(all, defaultSort));
      expect(await countFigures(scratch.db, {}, revision)).toBe(120);
    });
  });
});
