import { recordsSettingInput } from "@/domain/inputs";
import { collection } from "../schema/collection";
import { mutation } from "./mutation";

/**
 * Says whether figures may reach readers that stand in a row of a dataset, not in a sentence. What was published so
 * before stays where readers saw it.
 */
export const setRecords = mutation("govern", "set_records", recordsSettingInput, async (tx, { records }) => {
  const [row] = await tx.select({ settings: collection.settings }).from(collection);
  if (row === undefined) throw new Error("There is no collection: seed the database first.");
  const { records: before, ...others } = row.settings;
  if ((before ?? null) === records) return { value: records, unchanged: true };
  const settings = records === null ? others : { ...others, records };
  await tx.update(collection).set({ settings });
  return { value: records, entity: "collection", before: { records: before ?? null }, after: { records } };
});
