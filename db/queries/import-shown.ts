import { sql } from "drizzle-orm";
import { contentOfExportRow } from "@/domain/import/own/own-content";
import type { RowContent } from "@/domain/import/row";
import type { Reader } from "../client";
import { figures } from "../schema/figures";
import { openEnd, publications } from "../schema/publications";
import { inList } from "./json-list";
import { noFilters } from "./read-filters";
import { exportRows } from "./stream-rows";

/** As many as one list of keys in a statement names. */
const atOnce = 5000;

/** What readers are shown of figures, as the row of a download says it; by public id, those shown alone. */
export async function findShownContents(
  db: Reader,
  publicIds: ReadonlySet<string>,
): Promise<Map<string, RowContent>> {
  const open = await db
    .select({ id: publications.id })
    .from(publications)
    .innerJoin(figures, sql`${figures.id} = ${publications.figureId}`)
    .where(sql`${publications.knownToRev} = ${openEnd} and ${figures.publicId} in ${inList(publicIds)}`);
  const selection = { query: {}, revision: openEnd - 1, lang: "en", site: "", filters: noFilters } as const;
  const found = new Map<string, RowContent>();
  for (let from = 0; from < open.length; from += atOnce) {
    const ids = open.slice(from, from + atOnce).map(({ id }) => id);
    for (const row of await exportRows(db, selection, ids)) {
      const content = contentOfExportRow(row);
      found.set(content.figure_id!, content); // every row of a download names its figure
    }
  }
  return found;
}
