import { z } from "zod";
import { mutation, Refused } from "./mutation";
import { decide, openSuggestion } from "./open-suggestion";

/** Rejects a suggestion: the number is no figure to chart. Refused as a conflict where someone accepted it. */
export const rejectSuggestion = mutation(
  "record",
  "reject_suggestion",
  z.strictObject({ suggestion: z.int().positive(), reason: z.string().trim().min(1).max(4000).nullable() }),
  async (tx, { suggestion: id, reason }, editor) => {
    const suggestion = await openSuggestion(tx, id);
    if (suggestion.acceptedIn !== null) throw new Refused({ kind: "conflict" });
    if (suggestion.outcome === "rejected") return { value: id, unchanged: true };
    await decide(tx, id, editor.id, { outcome: "rejected", reason });
    return {
      value: id,
      entity: `suggestion:${id}`,
      before: { outcome: suggestion.outcome },
      after: { outcome: "rejected", reason },
    };
  },
);
