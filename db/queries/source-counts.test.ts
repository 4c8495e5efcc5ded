import { beforeAll, describe, expect, test } from "vitest";
import { changed, retracted } from "../testing/changes";
import {
  aCollection,
  aMention,
  aSource,
  counted,
  figureOf,
  published,
  repeated,
  storkFigure,
} from "../testing/makers";
import { eachEngine, type Scratch } from "../testing/scratch";
import { currentRevision } from "./current-revision";
import { listSources } from "./list-sources";

describe("how many figures a source has", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
      await aCollection(scratch.db);
    });

    /** As a reader would count them: in the sentences that are shown, whatever was kept of it. */
    const countedAnew = (revision: number) => scratch.sql<{ slug: string; figures: number; shown: number }[]>`
      select s.slug, count(distinct p.figure_id) filter (where p.status = 'published')::int as figures,
        count(distinct p.figure_id)::int as shown
      from sources s join source_versions v on v.source_id = s.id join anchors a on a.source_version_id = v.id
      join publications p on p.revision_id = a.revision_id
      where p.known_from_rev <= ${revision} and p.known_to_rev > ${revision} group by s.slug order by s.slug`;

    test("is kept right at every revision, whatever became of them", async () => {
      const { db } = scratch;
      const [first, second] = [await aSource(db, { slug: "first" }), await aSource(db, { slug: "second" })];
      const both = storkFigure(first, {
        mentions: [
          aMention(first, counted, "1\u00a0500"),
          aMention(first, repeated, "1\u202f500"),
          aMention(second, counted, "1\u00a0500"),
        ],
      });
      const some = ["20", "21", "22"].map((value) => figureOf(first, value));
      await published(db, both, ...some);
      await published(db, figureOf(second, "23"));
      const { mentions } = figureOf(second, "20");
      const why = { change: "correction", changeReason: "The other source says so" } as const;
      await changed(db, some[0]!, { mentions }, why);
      await retracted(db, some[1]!, "Nobody counted");
      await retracted(db, both, "Counted twice");
      const newest = await currentRevision(db);
      expect(newest).toBeGreaterThanOrEqual(5);
      for (let revision = 0; revision <= newest; revision++) {
        const anew = await countedAnew(revision);
        const told = (await listSources(db, revision)).map(({ slug, figureCount }) => [slug, figureCount]);
        expect(told.toSorted(), `at ${revision}`).toEqual(anew.map(({ slug, figures }) => [slug, figures]));
        const kept = await scratch.sql`
          select s.slug, last.figures, last.shown from sources s cross join lateral (
            select * from source_counts c where c.source_id = s.id and c.from_rev <= ${revision}
            order by c.from_rev desc limit 1) last where last.shown > 0 order by s.slug`;
        expect([...kept], `at ${revision}`).toEqual([...anew]);
      }
    });
  });
});
