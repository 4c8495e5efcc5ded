import { type SQL, sql } from "drizzle-orm";

/**
 * A list of any length as one parameter, to be looked up with `in`: a statement carries at most 65 534 of them.
 * @param type what its items are in the database
 */
export const inList = (list: Iterable<string | number>, type: "text" | "int" = "text"): SQL =>
  sql`(select one::${sql.raw(type)} from jsonb_array_elements_text(${JSON.stringify([...list])}::jsonb) one)`;
