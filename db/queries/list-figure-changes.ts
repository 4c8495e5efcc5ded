import { and, desc, eq, lte } from "drizzle-orm";
import type { FigureHistory } from "@/domain/change";
import type { Reader } from "../client";
import { figures } from "../schema/figures";
import { publications } from "../schema/publications";
import { changesOf } from "./changes-of";

/** Every state of a figure that readers were shown up to a revision, each beside the one before it. */
export async function listFigureChanges(
  db: Reader,
  publicId: string,
  asOf: number,
  most = 20,
): Promise<FigureHistory> {
  const rows = await db
    .select({ id: publications.id })
    .from(publications)
    .innerJoin(figures, eq(figures.id, publications.figureId))
    .where(and(eq(figures.publicId, publicId), lte(publications.knownFromRev, asOf)))
    .orderBy(desc(publications.knownFromRev))
    .limit(most + 1);
  const ids = rows.slice(0, most).map(({ id }) => id);
  const changes = await changesOf(db, ids, asOf);
  return { changes: ids.map((id) => changes.get(id)!), more: rows.length > most };
}
