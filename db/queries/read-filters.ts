import { type SQL, sql } from "drizzle-orm";
import { type FigureQuery, unattributed } from "@/domain/figure-query";
import type { Reader } from "../client";
import { nobody } from "../schema/publication-keys";
import { everyName, placeNamed } from "./heirs";
import { type Letters, readLetters } from "./read-letters";

/**
 * The filters of a query as the database knows them: keys for what an address names by slugs. A planner that is told the
 * key knows how many figures there are of it, and which index leads to them; of a slug it has no idea.
 */
export type Filters = {
  readonly query: FigureQuery;
  /** By the name of the filter, the keys that it means; none where nothing has that name. */
  readonly keys: Partial<Record<Named, readonly number[]>>;
  readonly letters: Letters;
};

/** Of a query without filters. */
export const noFilters: Filters = { query: {}, keys: {}, letters: { words: [], revisions: null, lists: [] } };

const named = {
  metric: (slug: string) => sql`array(select id from metrics where slug = ${slug})`,
  claimant: (slug: string) => (slug === unattributed ? sql`array[${nobody}::int]` : everyName(slug)),
  via: everyName,
  subject: everyName,
  place: (slug: string) =>
    sql`array(select one.id from places one where coalesce(one.merged_into_id, one.id) = ${placeNamed(slug)})`,
  /** The texts that a source ever had. */
  source: (slug: string) => sql`array(select version.id from source_versions version
    join sources stating on stating.id = version.source_id where stating.slug = ${slug})`,
} as const satisfies Record<string, (slug: string) => SQL>;
type Named = keyof typeof named;

/** Reads what the filters of a query mean in this database. */
export async function readFilters(db: Reader, query: FigureQuery): Promise<Filters> {
  const asked = (Object.keys(named) as Named[]).filter((name) => query[name] !== undefined); // keys of the literal
  const letters = await readLetters(db, query.q);
  if (asked.length === 0) return { query, keys: {}, letters };
  const fields = asked.map((name) => sql`${named[name](query[name]!)} as ${sql.identifier(name)}`);
  const [keys] = await db.execute<Record<Named, number[]>>(sql`select ${sql.join(fields, sql`, `)}`);
  return { query, keys: keys!, letters }; // a row always comes back
}
