import { beforeAll, describe, expect, test } from "vitest";
import { figures } from "../schema/figures";
import { retracted } from "../testing/changes";
import { aCollection, aSource, figureOf, manyPublished, sha256 } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { listSitemapFigures, listSitemapMetrics, listSitemapParts } from "./list-sitemap";

describe("what search engines are told of", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    const ids = Array.from({ length: 7 }, (_, index) => sha256(`stork ${index}`).slice(0, 8));
    const gone = ids[2]!;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      const source = await aSource(scratch.db);
      const all = ids.map((publicId, index) => figureOf(source, String(index + 1), { publicId }));
      await manyPublished(scratch.db, all);
      await retracted(scratch.db, all[2]!, "Said of geese");
    });

    const parts = (size: number) => listSitemapParts(scratch.db, size);

    test("is every published figure once, part by part, and no retracted one", async () => {
      const paths: string[] = [];
      for (const { part } of await parts(3)) {
        const pages = await listSitemapFigures(scratch.db, part, 3);
        expect(pages.length).toBeGreaterThan(0);
        expect(pages.length).toBeLessThanOrEqual(3);
        paths.push(...pages.map(({ path }) => path));
      }
      const still = ids.filter((id) => id !== gone).map((id) => `/figures/${id}`);
      expect(paths.sort()).toEqual(still.sort());
    });

    test("has no part that is empty", async () => {
      const keys = await scratch.db.select({ id: figures.id }).from(figures);
      expect((await parts(1)).map(({ part }) => part)).toHaveLength(keys.length - 1);
      expect(await listSitemapFigures(scratch.db, 999, 3)).toEqual([]);
    });

    test("says when each changed last", async () => {
      const [part] = await parts(1000);
      const pages = await listSitemapFigures(scratch.db, part!.part, 1000);
      const newest = Math.max(...pages.map(({ changed }) => changed!.getTime()));
      expect(new Date(part!.changed).getTime()).toBe(newest);
      const metrics = await listSitemapMetrics(scratch.db);
      expect(metrics.map(({ path }) => path)).toEqual(["/metrics/storks-nesting"]);
      expect(metrics[0]!.changed).toBeInstanceOf(Date);
    });
  });
});
