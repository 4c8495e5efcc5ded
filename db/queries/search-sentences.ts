import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { countCap, type SentenceHit } from "@/domain/search/search-hit";
import type { Reader } from "../client";
import { anchors, figureRevisions } from "../schema/figures";
import { records, sources, sourceVersions } from "../schema/sources";
import { attributionsOf, figureRows, recordFields, shownAt, sourceFields, toAnchor } from "./figure-rows";
import { toFigures } from "./list-figures";
import type { Asked } from "./read-search";
import { agentsBySlug } from "./reference";

/** A place among the sentences found: the day a figure was reported on, and the key of its revision. */
export type SentencePlace = { readonly key: string; readonly id: string };
type Found = {
  readonly revisionId: number;
  readonly mention: number;
  readonly reportedOn: string;
  words: string[];
};

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
  const [counted] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from sentence_stems s where ${found(query, revision)} limit ${countCap + 1}) counted`);
  const count = counted!.count; // an aggregate always answers
  if (count === 0) return { hits: [], count, next: null };
  const beyond = after && sql`and (s.reported_on, s.revision_id) < (${after.key}::date, ${after.id}::int)`;
  const page = (where: SQL) => sql`
    select s.revision_id, s.mention, s.reported_on from sentence_stems s where ${where} ${beyond ?? sql``}
    order by s.reported_on desc, s.revision_id desc limit ${size + 1}`;
  // Few are looked up and sorted; of many the newest are met soon by walking back in time. The planner cannot tell
  // how many there are of a phrase, so it is told: `offset 0` keeps it from walking past everything for a rare one.
  const rows =
    count > countCap
      ? page(found(query, revision))
      : sql`select * from (select s.* from sentence_stems s where ${found(query, revision)} offset 0) s
        where true ${beyond ?? sql``} order by s.reported_on desc, s.revision_id desc limit ${size + 1}`;
  const places = await db.execute<Found>(sql`
    select s.revision_id as "revisionId", s.mention, s.reported_on::text as "reportedOn",
      search_hits(case when a.record_id is null then a.sentence else record_cells(a.sentence) end, ${stems}) as words
    from (${rows}) s join anchors a on a.revision_id = s.revision_id and a.mention = s.mention
    order by s.reported_on desc, s.revision_id desc`);
  const shown = places.slice(0, size);
  const last = shown.at(-1);
  const next = places.length > size && last ? { key: last.reportedOn, id: String(last.revisionId) } : null;
  return { hits: await toHits(db, shown, revision), count, next };
}

async function toHits(db: Reader, places: readonly Found[], revision: number): Promise<SentenceHit[]> {
  const ids = places.map(({ revisionId }) => revisionId);
  const rows = await figureRows(db, revision).where(and(shownAt(revision), inArray(figureRevisions.id, ids)));
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
