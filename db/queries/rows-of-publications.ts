import { sql } from "drizzle-orm";
import type { Reader } from "../client";
import { type FigureRow, figureRows } from "./figure-rows";
import { askedByKey, type ByKey, preparedByKey } from "./prepared-by-key";

const prepareRows = (db: Reader, byKey: ByKey) =>
  figureRows(db, sql.placeholder("revision"))
    .where(byKey.where)
    .prepare(`rows_of_publications_${byKey.name}`);
const prepared = preparedByKey(prepareRows);

/**
 * The rows of publications, in the order of their keys. Each connection plans the question once: to plan so many joins
 * takes ten times as long as to find fifty rows.
 */
export async function rowsOfPublications(
  db: Reader,
  revision: number,
  ids: readonly number[],
): Promise<FigureRow[]> {
  if (ids.length === 0) return [];
  const rows = await prepared(db, ids).execute({ revision, ...askedByKey(ids) });
  const byId = new Map(rows.map((row) => [row.publication.id, row]));
  return ids.map((id) => byId.get(id)!); // every publication has all that its row is joined with
}
