import type { Reader } from "../client";
import { collection } from "../schema/collection";

/** Whether the collection is run without review ("off"); null where a second person approves. */
export async function findReviewSetting(db: Reader): Promise<"off" | null> {
  const [row] = await db.select({ settings: collection.settings }).from(collection);
  return row?.settings.review ?? null;
}
