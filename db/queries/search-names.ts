import { sql } from "drizzle-orm";
import type { NameHit, SourceHit } from "@/domain/search/search-hit";
import type { Language } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { sources } from "../schema/sources";
import type { Asked } from "./read-search";
import { isShown } from "./shown-source";

/** As many of each kind as one page lists: who looks for more is better served by its list. */
export const mostNames = 10;

type NameRow = { slug: string; fr: string; en: string; words: string[] };

const toHit = ({ slug, fr, en, words }: NameRow): NameHit => ({ slug, name: { fr, en }, words });

/** Metrics whose name or definition holds the words, those named so first. */
export async function searchMetrics(db: Reader, { query, stems }: Asked): Promise<NameHit[]> {
  const rows = await db.execute<NameRow>(sql`
    select m.slug, m.name_fr as fr, m.name_en as en, search_hits(m.name_fr || ' ' || m.name_en, ${stems}) as words
    from metrics m where m.retired_at is null
      and search_stems(m.name_fr || ' ' || m.name_en || ' ' || m.definition_fr || ' ' || m.definition_en)
        @@ ${query}
    order by not search_stems(m.name_fr || ' ' || m.name_en) @@ ${query}, m."group", m.position, m.id
    limit ${mostNames}`);
  return rows.map(toHit);
}

/** Agents that claim a figure readers see at the revision, by any of their names. */
export async function searchAgents(
  db: Reader,
  { query, stems }: Asked,
  revision: number,
): Promise<NameHit[]> {
  const rows = await db.execute<NameRow>(sql`
    with named as (
      select a.id from agents a where search_stems(a.name_fr || ' ' || a.name_en) @@ ${query}
      union select l.agent_id from agent_aliases l where search_stems(l.alias) @@ ${query}
    ), standing as (
      select distinct coalesce(a.merged_into_id, a.id) as id from named join agents a on a.id = named.id
    )
    select a.slug, a.name_fr as fr, a.name_en as en, search_hits(a.name_fr || ' ' || a.name_en, ${stems}) as words
    from standing join agents a on a.id = standing.id cross join lateral (
      select from agents same join attributions c on c.agent_id = same.id and c.position = 0 and c.mention = 0
      join publications p on p.revision_id = c.revision_id and p.status = 'published'
        and p.known_from_rev <= ${revision} and p.known_to_rev > ${revision}
      where same.id = a.id or same.merged_into_id = a.id limit 1) claims
    order by a.slug collate "C" limit ${mostNames}`);
  return rows.map(toHit);
}

/** Sources that readers are shown anything of, by their titles, the newest first. */
export async function searchSources(
  db: Reader,
  { query, stems }: Asked,
  revision: number,
): Promise<SourceHit[]> {
  return db.execute<{ slug: string; title: string; lang: Language; words: string[] }>(sql`
    select ${sources.slug} as slug, ${sources.title} as title, ${sources.lang} as lang,
      search_hits(${sources.title}, ${stems}) as words
    from ${sources} where search_stems(${sources.title}) @@ ${query} and ${isShown(revision)}
    order by ${sources.publishedEnd} desc nulls last, ${sources.slug} collate "C" limit ${mostNames}`);
}
