import { and, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { lost } from "../queries/list-suggestions";
import { figures } from "../schema/figures";
import { suggestions } from "../schema/suggestions";
import { mutation, Refused, type Writer } from "./mutation";
import { type OpenSuggestion, openSuggestion } from "./open-suggestion";

/**
 * Takes a decision about a suggestion back: it is pending again. Of an accepted one the draft goes with it, and stays
 * in the figure's history; refused as a conflict once that draft is with a reviewer, published, or built upon.
 */
export const undoSuggestion = mutation(
  "record",
  "undo_suggestion",
  z.strictObject({ suggestion: z.int().positive() }),
  async (tx, { suggestion: id }) => {
    const suggestion = await openSuggestion(tx, id);
    if (suggestion.outcome === "pending") return { value: id, unchanged: true };
    const figure = suggestion.acceptedIn;
    if (figure !== null) await takeDraftBack(tx, suggestion, figure);
    const pending = { outcome: "pending", figureId: null, revisionId: null, previousDraftId: null } as const;
    await tx
      .update(suggestions)
      .set({ ...pending, decidedBy: null, decidedAt: null, reason: null })
      .where(figure === null ? eq(suggestions.id, id) : sameWords(suggestion));
    const { outcome, reason } = suggestion;
    return {
      value: id,
      entity: `suggestion:${id}`,
      before: { outcome, reason, figure: figure?.publicId ?? null },
      after: { outcome: "pending" },
    };
  },
);

const root = sql`coalesce(${suggestions.carriedFromId}, ${suggestions.id})`;

/** The suggestion with those for the same words in other versions of the text: they were decided as one. */
const sameWords = ({ id, carriedFromId, figureId }: OpenSuggestion) =>
  and(eq(suggestions.figureId, figureId!), eq(root, carriedFromId ?? id));

async function takeDraftBack(tx: Writer, suggestion: OpenSuggestion, figure: typeof figures.$inferSelect) {
  const [{ draftRevisionId, status } = figure] = await tx
    .select()
    .from(figures)
    .where(eq(figures.id, figure.id))
    .for("update");
  const isNewFigure = figure.publishedRevisionId === null && suggestion.previousDraftId === null;
  const builtUpon = isNewFigure
    ? await othersStandIn(tx, suggestion)
    : draftRevisionId !== suggestion.revisionId;
  if (draftRevisionId === null || status === "in_review" || builtUpon)
    throw new Refused({ kind: "conflict" });
  await tx
    .update(figures)
    .set({
      draftRevisionId: suggestion.previousDraftId,
      submittedAt: null,
      rowVersion: sql`${figures.rowVersion} + 1`,
    })
    .where(eq(figures.id, figure.id));
}

/** Whether other suggestions, for other words, were accepted into the same figure. */
async function othersStandIn(tx: Writer, { id, carriedFromId, figureId }: OpenSuggestion): Promise<boolean> {
  const others = await tx
    .select({ id: suggestions.id })
    .from(suggestions)
    .innerJoin(figures, eq(figures.id, suggestions.figureId))
    .where(and(eq(suggestions.figureId, figureId!), ne(root, carriedFromId ?? id), sql`not ${lost}`))
    .limit(1);
  return others.length > 0;
}
