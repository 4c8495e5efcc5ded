import type { Reader } from "../client";
import { collection } from "../schema/collection";

/** Whether figures that stand in a row of a dataset, not in a sentence, may reach readers, or are held back. */
export async function findRecordsSetting(db: Reader): Promise<"published" | "held"> {
  const [row] = await db.select({ settings: collection.settings }).from(collection);
  return row?.settings.records ?? "held";
}
