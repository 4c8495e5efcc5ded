import { eq } from "drizzle-orm";
import { mergeInput } from "@/domain/lists";
import { agents } from "../schema/agents";
import { mergeEntries } from "./merge-entries";
import { mutation } from "./mutation";

/**
 * Merges an agent into another that turned out to be the same. The mark its claims were drawn with goes to the heir
 * where that has none; an heir keeps its own. @returns the new revision of the collection
 */
export const mergeAgents = mutation("merge", "merge_agents", mergeInput, async (tx, names) => {
  const { revision, from, into } = await mergeEntries(tx, "agents", names);
  if (into.mark === null && from.mark !== null) {
    await tx.update(agents).set({ mark: null }).where(eq(agents.id, from.id));
    await tx.update(agents).set({ mark: from.mark }).where(eq(agents.id, into.id));
  }
  return {
    value: revision,
    entity: `agents:${names.from}`,
    before: { mark: from.mark, heirMark: into.mark },
    after: { mergedInto: names.into, heirMark: into.mark ?? from.mark, revision },
  };
});
