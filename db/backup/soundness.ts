import { sql } from "drizzle-orm";
import type { Reader } from "../client";
import { openEnd } from "../schema/publications";

/**
 * Holds a whole collection against what the triggers see to at each write: texts are what their hashes say, sentences
 * stand where they are quoted from, revisions have no gap, and what readers see is what was published.
 * @returns a sentence on the first thing that does not hold, or null
 */
export async function findUnsound(db: Reader): Promise<string | null> {
  for (const [words, found] of checks) {
    const [row] = await db.execute<{ which: string }>(found);
    if (row !== undefined) return `${words} (${row.which}).`;
  }
  return null;
}

const checks = [
  [
    "The text of a source is not what its hash says",
    sql`select id::text as which from source_versions
      where encode(sha256(convert_to(text, 'UTF8')), 'hex') <> sha256 limit 1`,
  ],
  [
    "A sentence does not stand in its source where it is quoted from",
    sql`with padded as materialized (
        select id, utf16(text) as text from source_versions v
        where exists (select from anchors a where a.source_version_id = v.id and a.record_id is null))
      select a.revision_id::text as which from anchors a join padded v on v.id = a.source_version_id
      where a.record_id is null and not stands_at(v.text, a.sentence_start, a.sentence_end, a.sentence) limit 1`,
  ],
  [
    "A number does not stand in its sentence",
    sql`select revision_id::text as which from anchors
      where not stands_at(utf16(sentence), number_start, number_end, number_text) limit 1`,
  ],
  [
    "A revision of the collection is missing",
    sql`select c.revision::text as which from collection c
      where c.revision <> (select count(*) from collection_revisions where number between 1 and c.revision)`,
  ],
  [
    "A published figure is not what was published last",
    sql`select f.public_id as which from figures f where f.published_revision_id is not null
      and not exists (select from publications p where p.figure_id = f.id
        and p.revision_id = f.published_revision_id) limit 1`,
  ],
  [
    "A figure is published twice at one moment",
    sql`select figure_id::text as which from publications where known_to_rev = ${sql.raw(String(openEnd))}
      group by figure_id having count(*) > 1 limit 1`,
  ],
] as const;
