import { eq } from "drizzle-orm";
import type { Reader } from "../client";
import { collectionRevisions } from "../schema/collection";

/** When a revision of the collection was published; null where there is none of that number. */
export async function findMoment(db: Reader, revision: number): Promise<Date | null> {
  const [row] = await db
    .select({ at: collectionRevisions.at })
    .from(collectionRevisions)
    .where(eq(collectionRevisions.number, revision));
  return row?.at ?? null;
}
