import { type SQL, sql } from "drizzle-orm";
import type { Localized } from "@/domain/figure";
import type { List } from "@/domain/lists";
import type { Reader } from "../client";

export type ListRow = {
  readonly slug: string;
  readonly name: Localized;
  readonly rowVersion: number;
  readonly retired: boolean;
  /** The slug of the entry that stands for it; null unless it was merged. */
  readonly mergedInto: string | null;
  /** How many figures name it, published or drafts; those of what was merged into it count as its own. */
  readonly figures: number;
  /** How many other things do: sources and sides, places and events, metrics, or the sentences that tell an event. */
  readonly elsewhere: number;
};

/** Every entry of a list in the order of their slugs, with how much it is used. */
export async function listUsage(db: Reader, list: List): Promise<ListRow[]> {
  const { merges, figures, elsewhere } = usageOf[list];
  const mergedInto = merges
    ? sql`(select heir.slug from ${sql.identifier(list)} heir where heir.id = e.merged_into_id)`
    : sql`null::text`;
  const rows = await db.execute<RawRow>(sql`
    with live as (
      select r.* from figures f
      join figure_revisions r on r.id in (f.published_revision_id, f.draft_revision_id)
    ), named as (${figures}), others as (${elsewhere})
    select e.slug, e.name_fr, e.name_en, e.row_version, e.retired_at is not null as retired,
      ${mergedInto} as merged_into,
      (select count(distinct named.figure_id)::int from named where named.id = e.id) as figures,
      (select count(*)::int from others where others.id = e.id) as elsewhere
    from ${sql.identifier(list)} e order by e.slug collate "C"`);
  return rows.map((row) => ({
    slug: row.slug,
    name: { fr: row.name_fr, en: row.name_en },
    rowVersion: row.row_version,
    retired: row.retired,
    mergedInto: row.merged_into,
    figures: row.figures,
    elsewhere: row.elsewhere,
  }));
}

type RawRow = {
  slug: string;
  name_fr: string;
  name_en: string;
  row_version: number;
  retired: boolean;
  merged_into: string | null;
  figures: number;
  elsewhere: number;
};

/** Per list: the figures that name an entry as (id, figure_id), and whatever else does as (id). */
const usageOf: Record<List, { merges: boolean; figures: SQL; elsewhere: SQL }> = {
  agents: {
    merges: true,
    figures: sql`
      select coalesce(a.merged_into_id, a.id) as id, said.figure_id from (
        select subject_id as agent_id, figure_id from live
        union select t.agent_id, live.figure_id from live join attributions t on t.revision_id = live.id
      ) said join agents a on a.id = said.agent_id`,
    elsewhere: sql`
      select coalesce(a.merged_into_id, a.id) as id from agents a join sources on sources.publisher_id = a.id
      union all select coalesce(a.merged_into_id, a.id) from agents a
        join agents member on member.side_id = a.id and member.id <> a.id`,
  },
  places: {
    merges: true,
    figures: sql`select coalesce(p.merged_into_id, p.id) as id, figure_id from live join places p on p.id = place_id`,
    elsewhere: sql`
      select coalesce(p.merged_into_id, p.id) as id from places p join places inner_place on inner_place.parent_id = p.id
      union all select coalesce(p.merged_into_id, p.id) from places p join events on events.place_id = p.id`,
  },
  metrics: {
    merges: false,
    figures: sql`select metric_id as id, figure_id from live`,
    elsewhere: sql`select null::int as id where false`,
  },
  units: {
    merges: false,
    figures: sql`select unit_id as id, figure_id from live`,
    elsewhere: sql`select unit_id as id from metric_units`,
  },
  events: {
    merges: false,
    figures: sql`select null::int as id, null::int as figure_id where false`,
    elsewhere: sql`select event_id as id from event_anchors`,
  },
};
