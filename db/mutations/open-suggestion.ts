import { and, eq, sql } from "drizzle-orm";
import { lost } from "../queries/list-suggestions";
import { figures } from "../schema/figures";
import { sources, sourceVersions } from "../schema/sources";
import { suggestions } from "../schema/suggestions";
import { Refused, type Writer } from "./mutation";

export type OpenSuggestion = typeof suggestions.$inferSelect & {
  readonly source: string;
  readonly version: number;
  /** The figure it stands accepted in; null where it is pending, rejected, or its draft was discarded since. */
  readonly acceptedIn: typeof figures.$inferSelect | null;
};

/** A suggestion for one who decides about it: whoever comes second waits, and sees what the first decided. */
export async function openSuggestion(tx: Writer, id: number): Promise<OpenSuggestion> {
  const [suggestion] = await tx.select().from(suggestions).where(eq(suggestions.id, id)).for("update");
  if (suggestion === undefined)
    throw new Refused({ kind: "invalid", fields: { suggestion: [`no such suggestion: ${id}`] } });
  const [version] = await tx
    .select({ source: sources.slug, version: sourceVersions.number })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(eq(sourceVersions.id, suggestion.sourceVersionId));
  const [accepted] = await tx
    .select({ figure: figures })
    .from(suggestions)
    .innerJoin(figures, eq(figures.id, suggestions.figureId))
    .where(and(eq(suggestions.id, id), sql`not ${lost}`));
  return { ...suggestion, ...version!, acceptedIn: accepted?.figure ?? null };
}

type Decided = {
  readonly outcome: "accepted" | "rejected";
  readonly figureId?: number;
  readonly revisionId?: number;
  readonly previousDraftId?: number | null;
  readonly reason?: string | null;
};

/** Writes what was decided, by whom; what was decided before is gone from here and stays in the audit. */
export async function decide(tx: Writer, id: number, decidedBy: string, decided: Decided): Promise<void> {
  const none = { figureId: null, revisionId: null, previousDraftId: null, reason: null };
  await tx
    .update(suggestions)
    .set({ ...none, ...decided, decidedBy, decidedAt: sql`now()` })
    .where(eq(suggestions.id, id));
}
