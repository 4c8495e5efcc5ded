import { sql } from "drizzle-orm";
import type { Locale } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { askedByKey, type ByKey, preparedByKey } from "./prepared-by-key";
import { jsonFields } from "./stream-formats";
import { aroundIds, rowsByKey, type Selection } from "./stream-rows";

const prepareLines = (lang: Locale) =>
  preparedByKey((db: Reader, byKey: ByKey) =>
    db
      .select({
        publication: sql<number>`r.publication`.as("publication"),
        line: sql<string>`(select row_to_json(o)::text from (select ${sql.raw(jsonFields())}) o)`.as("line"),
      })
      .from(sql`(${rowsByKey(db, lang).where(byKey.where)}) r`)
      .prepare(`lines_of_publications_${byKey.name}_${lang}`),
  );
const prepared = { fr: prepareLines("fr"), en: prepareLines("en") } as const satisfies Record<
  Locale,
  unknown
>;

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
  const ask = prepared[selection.lang](db, ids);
  const rows = await ask.execute({ ...askedByKey(ids), ...aroundIds(selection) });
  const byKey = new Map(rows.map(({ publication, line }) => [publication, line]));
  return ids.map((id) => byKey.get(id)!); // every publication has all that its row is joined with
}
