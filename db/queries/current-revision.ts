import type { Reader } from "../client";
import { collection } from "../schema/collection";

/** The number of the newest revision of the collection; 0 before anything was published. */
export async function currentRevision(db: Reader): Promise<number> {
  const [row] = await db.select({ revision: collection.revision }).from(collection);
  return row?.revision ?? 0;
}
