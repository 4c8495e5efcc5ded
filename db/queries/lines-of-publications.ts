import { sql } from "drizzle-orm";
import type { Locale } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { jsonFields } from "./stream-formats";
import { aroundIds, rowsByKey, type Selection } from "./stream-rows";

const prepareLines = (db: Reader, lang: Locale) =>
  db
    .select({
      publication: sql<number>`r.publication`.as("publication"),
      line: sql<string>`(select row_to_json(o)::text from (select ${sql.raw(jsonFields())}) o)`.as("line"),
    })
    .from(sql`(${rowsByKey(db, lang)}) r`)
    .prepare(`lines_of_publications_${lang}`);
const prepared = new WeakMap<Reader, Map<Locale, ReturnType<typeof prepareLines>>>();

/**
 * The rows of a download of some publications as JSON, in the order of their keys. For a page, that comes in one piece:
 * each connection plans the question once, where a COPY has a connection of its own and plans it for every page.
 */
export async function linesOfPublications(
  db: Reader,
  selection: Selection,
  ids: readonly number[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const ofDatabase = prepared.get(db) ?? new Map();
  prepared.set(db, ofDatabase);
  const ask: ReturnType<typeof prepareLines> =
    ofDatabase.get(selection.lang) ?? prepareLines(db, selection.lang);
  ofDatabase.set(selection.lang, ask);
  const rows = await ask.execute({ ids: `{${ids.join(",")}}`, ...aroundIds(selection) });
  const byKey = new Map(rows.map(({ publication, line }) => [publication, line]));
  return ids.map((id) => byKey.get(id)!); // every publication has all that its row is joined with
}
