import { mergeInput } from "@/domain/lists";
import { mergeEntries } from "./merge-entries";
import { mutation } from "./mutation";

/** Merges a place into another that turned out to be the same. @returns the new revision of the collection */
export const mergePlaces = mutation("merge", "merge_places", mergeInput, async (tx, names) => {
  const { revision } = await mergeEntries(tx, "places", names);
  return {
    value: revision,
    entity: `places:${names.from}`,
    after: { mergedInto: names.into, revision },
  };
});
