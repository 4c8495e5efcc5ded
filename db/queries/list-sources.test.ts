import { beforeAll, describe, expect, test } from "vitest";
import { aCollection, aSource, figureOf, published } from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { currentRevision } from "./current-revision";
import { listSources, listSourcesFrom } from "./list-sources";

describe("the list of sources", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
      for (const slug of ["b-of-a-day", "a-of-a-day", "c-of-a-day"])
        await published(scratch.db, figureOf(await aSource(scratch.db, { slug }), "20"));
      await aSource(scratch.db, { slug: "of-no-figure" });
    });

    test("is read page by page, each source once, as it is read whole", async () => {
      const { db } = scratch;
      const revision = await currentRevision(db);
      const whole = (await listSources(db, revision)).map(({ slug }) => slug);
      expect(whole).toEqual(["a-of-a-day", "b-of-a-day", "c-of-a-day"]);
      const read: string[] = [];
      for (let after: string | null = null; read.length <= whole.length; ) {
        const { sources, next } = await listSourcesFrom(db, revision, { after, size: 2 });
        read.push(...sources.map(({ slug }) => slug));
        if (next === null) break;
        after = next;
      }
      expect(read).toEqual(whole);
      const [first] = (await listSourcesFrom(db, revision, { after: "nowhere", size: 1 })).sources;
      expect(first?.slug, "an address that is out of date begins at the beginning").toBe(whole[0]);
    });
  });
});
