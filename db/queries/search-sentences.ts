import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { countCap, type SentenceHit } from "@/domain/search/search-hit";
import type { Reader } from "../client";
import { anchors } from "../schema/figures";
import { publications } from "../schema/publications";
import { records, sources, sourceVersions } from "../schema/sources";
import { attributionsOf, recordFields, shownAt, sourceFields, toAnchor } from "./figure-rows";
import { toFigures } from "./list-figures";
import type { Asked } from "./read-search";
import { agentsBySlug } from "./reference";
import { rowsOfPublications } from "./rows-of-publications";

/** A place among the sentences found: the day a figure was reported on, and the key of its revision. */
export type SentencePlace = { readonly key: string; readonly id: string };
type Found = {
  readonly revisionId: number;
  readonly mention: number;
  readonly reportedOn: string;
  words: string[];
};

/** The same beside how many there are; without a key where there are none, or too many. */
type Looked = Omit<Found, "revisionId"> & { readonly count: number; readonly revisionId: number | null };
const isFound = (row: Looked): row is Looked & Found => row.revisionId !== null;

/** Sentences of figures that readers see at a revision, by the stems of `s`; of several in one figure the first. */
const found = (query: SQL, revision: number): SQL => sql`s.stems @@ ${query}
  and exists (select from publications p where p.revision_id = s.revision_id and p.status = 'published'
    and p.known_from_rev <= ${revision} and p.known_to_rev > ${revision})
  and not exists (select from sentence_stems earlier where earlier.revision_id = s.revision_id
    and earlier.mention < s.mention and earlier.stems @@ ${query})`;

/**
 * Figures in whose sentences, or rows of a dataset, words stand, the newest reported first, counted no further than `countCap`. Words are
 * looked for in the stems of French and of English, "as a phrase" in quotes.
 */
export async function searchSentences(
  db: Reader,
  { query, stems }: Asked,
  { revision, size, after }: { revision: number; size: number; after: SentencePlace | null },
): Promise<{ hits: SentenceHit[]; count: number; next: SentencePlace | null }> {
  const beyond = after && sql`and (s.reported_on, s.revision_id) < (${after.key}::date, ${after.id}::int)`;
  const newest = (among: SQL, where: SQL) => sql`
    select s.revision_id as "revisionId", s.mention, s.reported_on::text as "reportedOn",
      search_hits(case when a.record_id is null then a.sentence else record_cells(a.sentence) end, ${stems}) as words
    from (select s.revision_id, s.mention, s.reported_on from ${among} s where ${where} ${beyond ?? sql``}
      order by s.reported_on desc, s.revision_id desc limit ${size + 1}) s
    join anchors a on a.revision_id = s.revision_id and a.mention = s.mention
    order by s.reported_on desc, s.revision_id desc`;
  // Few are looked up and sorted; of many the newest are met soon by walking back in time. The planner cannot tell
  // how many there are of a phrase: they are looked up until there are too many.
  const looked = await db.execute<Looked>(sql`
    with few as materialized (select s.revision_id, s.mention, s.reported_on from sentence_stems s
      where ${found(query, revision)} limit ${countCap + 1}),
    counted as (select count(*)::int as count from few)
    select * from counted
    left join (${newest(sql`few`, sql`(select count from counted) <= ${countCap}`)}) page on true
    order by "reportedOn" desc, "revisionId" desc`);
  const { count } = looked[0]!; // an aggregate always answers
  const places: readonly Found[] =
    count > countCap
      ? await db.execute<Found>(newest(sql`sentence_stems`, found(query, revision)))
      : [...looked].filter(isFound);
  if (places.length === 0) return { hits: [], count, next: null };
  const shown = places.slice(0, size);
  const last = shown.at(-1);
  const next = places.length > size && last ? { key: last.reportedOn, id: String(last.revisionId) } : null;
  return { hits: await toHits(db, shown, revision), count, next };
}

async function toHits(db: Reader, places: readonly Found[], revision: number): Promise<SentenceHit[]> {
  const ids = places.map(({ revisionId }) => revisionId);
  const shown = await db
    .select({ id: publications.id })
    .from(publications)
    .where(and(shownAt(revision), inArray(publications.revisionId, ids)));
  const rows = await rowsOfPublications(
    db,
    revision,
    shown.map(({ id }) => id),
  );
  const figures = await toFigures(db, rows);
  const byRevision = new Map(rows.map((row, index) => [row.revision.id, figures[index]!]));
  const mentions = await anchorsOf(db, places);
  return places.map(({ revisionId, mention, words }) => ({
    figure: byRevision.get(revisionId)!, // published at the revision: both questions ask so
    anchor: mentions.get(`${revisionId}/${mention}`)!, // joined to its anchor when it was found
    words,
  }));
}

async function anchorsOf(db: Reader, places: readonly Found[]) {
  const ids = places.map(({ revisionId }) => revisionId);
  if (ids.length === 0) return new Map();
  const links = await attributionsOf(db, ids, await agentsBySlug(db), { all: true });
  const rows = await db
    .select({ anchor: anchors, source: sourceFields, record: recordFields })
    .from(anchors)
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .leftJoin(records, eq(records.id, anchors.recordId))
    .where(inArray(anchors.revisionId, ids));
  return new Map(
    rows.map((row) => [`${row.anchor.revisionId}/${row.anchor.mention}`, toAnchor(row, links)] as const),
  );
}
