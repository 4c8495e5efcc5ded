import { sql } from "drizzle-orm";
import type { Localized } from "@/domain/figure";
import type { Reader } from "../client";

/** What every download depends on beside the figures themselves. */
export type Standing = {
  readonly slug: string;
  readonly title: Localized;
  readonly description: Localized;
  /** The newest revision of the collection. */
  readonly newest: number;
  /** When the revision asked for was published; null where it never was. */
  readonly at: Date | null;
  /** Changes when a name does: names are shown as they are today, even in an old revision (docs/decisions/0003). */
  readonly names: string;
};

const fingerprint = (table: string, ...columns: string[]) =>
  sql.raw(
    `coalesce((select md5(string_agg(md5(concat_ws(E'\\x01', ${columns.join(", ")})), '' order by slug collate "C")) from ${table}), '')`,
  );

/** How the collection stands, and when `revision`, or else its newest revision, was published. Null in an empty database. */
export async function findStanding(db: Reader, revision?: number): Promise<Standing | null> {
  const rows = await db.execute<{
    slug: string;
    title_fr: string;
    title_en: string;
    description_fr: string;
    description_en: string;
    newest: string;
    at: string | null;
    names: string;
  }>(sql`
    select slug, title_fr, title_en, description_fr, description_en, revision::text as newest,
      (select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from collection_revisions
        where number = coalesce(${revision ?? null}::bigint, revision)) as at,
      md5(concat(title_fr, title_en,
        ${fingerprint("agents", "slug", "name_fr", "name_en", "kind", "coalesce(side_id, 0)", "coalesce(merged_into_id, 0)")},
        ${fingerprint("places", "slug", "name_fr", "name_en", "coalesce(merged_into_id, 0)")},
        ${fingerprint("metrics", "slug", "name_fr", "name_en", "definition_fr", "definition_en", "unit_id", "kind", "coalesce(longest_silence_days, -1)")},
        ${fingerprint("events", "slug", "name_fr", "name_en", "date_start", "date_end")},
        ${fingerprint("units", "slug", "name_fr", "name_en", "symbol_fr", "symbol_en")},
        ${fingerprint("sources", "slug", "title", "publisher_id", "url", "author", "archived_url", "published_start")})) as names
    from collection`);
  const row = rows[0];
  if (row === undefined) return null;
  return {
    slug: row.slug,
    title: { fr: row.title_fr, en: row.title_en },
    description: { fr: row.description_fr, en: row.description_en },
    newest: Number(row.newest),
    at: row.at === null ? null : new Date(row.at),
    names: row.names,
  };
}
