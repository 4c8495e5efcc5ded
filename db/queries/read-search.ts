import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../client";

/** What was typed, as the database reads it. */
export type Asked = {
  readonly query: SQL;
  /** The stems it is made of, as an array: what is marked in what is found. */
  readonly stems: SQL;
  /** Whether there is anything to look for in it: not only signs. */
  readonly asks: boolean;
};

/**
 * Reads what was typed into a search. It is asked of the database first and handed back as it is: a function of a
 * parameter would be worked out again for every sentence, by a plan that serves all parameters.
 */
export async function readSearch(db: Reader, q: string): Promise<Asked> {
  const [row] = await db.execute<{ query: string; stems: string; asks: boolean }>(sql`
    select search_query(${q}::text)::text as query, numnode(search_query(${q}::text)) > 0 as asks,
      tsvector_to_array(search_stems(${q}::text))::text as stems`);
  const { query, stems, asks } = row!; // a row always comes back
  return { query: sql`${query}::tsquery`, stems: sql`${stems}::text[]`, asks };
}
