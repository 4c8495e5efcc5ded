import { reviewSettingInput } from "@/domain/inputs";
import { collection } from "../schema/collection";
import { mutation } from "./mutation";

/** Says whether this collection is run without review: a lone editor's. Every publish records it. */
export const setReview = mutation("load_seeds", "set_review", reviewSettingInput, async (tx, { review }) => {
  const [row] = await tx.select({ settings: collection.settings }).from(collection);
  if (row === undefined) throw new Error("There is no collection: seed the database first.");
  const { review: before, ...others } = row.settings;
  if ((before ?? null) === review) return { value: review, unchanged: true };
  const settings = review === null ? others : { ...others, review };
  await tx.update(collection).set({ settings });
  return { value: review, entity: "collection", before: { review: before ?? null }, after: { review } };
});
