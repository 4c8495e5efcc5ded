import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Proposal, Span } from "@/domain/extract/proposal";
import type { Status, SuggestionOutcome } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { editors } from "../schema/editors";
import { anchors, figures } from "../schema/figures";
import { carryovers, suggestions } from "../schema/suggestions";
import { findNewestVersion } from "./find-newest-version";
import { liveFigures } from "./live-figures";

export type SuggestionRow = {
  readonly id: number;
  readonly proposal: Proposal;
  readonly readerVersion: string;
  readonly outcome: SuggestionOutcome;
  /** The figure it was accepted into; null unless it stands accepted. */
  readonly figure: { readonly publicId: string; readonly status: Status } | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
};

/** A number of the text that a live figure stands on. Offsets are UTF-16 units of the text. */
export type EnteredMark = Span & { readonly publicId: string; readonly status: Status };

export type SuggestionList = {
  /** The number of the version the spans count in. */
  readonly version: number;
  /** In reading order. */
  readonly suggestions: readonly SuggestionRow[];
  /** What was entered from this text, by whichever way, in reading order. */
  readonly entered: readonly EnteredMark[];
};

/** Whether nothing is left of the draft that accepting it made: as good as never accepted. */
export const lost: SQL<boolean> = sql<boolean>`(${suggestions.outcome} = 'accepted' and ${figures.draftRevisionId} is null
  and coalesce(${figures.publishedRevisionId}, 0) < ${suggestions.revisionId})`;

/** What the reader proposed in the newest text of a source, and what became of it; null where there is no such source. */
export async function listSuggestions(db: Reader, source: string): Promise<SuggestionList | null> {
  const version = await findNewestVersion(db, source);
  if (version === null) return null;
  const rows = await db
    .select({ suggestion: suggestions, figure: figures, decidedBy: editors.name, lost: lost.as("lost") })
    .from(suggestions)
    .leftJoin(figures, eq(figures.id, suggestions.figureId))
    .leftJoin(editors, eq(editors.id, suggestions.decidedBy))
    .where(eq(suggestions.sourceVersionId, version.id))
    .orderBy(asc(suggestions.numberStart), asc(suggestions.id));
  return {
    version: version.number,
    suggestions: rows.map(({ suggestion, figure, decidedBy, lost }) => {
      const { id, proposal, readerVersion, outcome, reason, decidedAt } = suggestion;
      const fixed = { id, proposal, readerVersion };
      if (lost) return { ...fixed, ...undecided };
      const became = figure && { publicId: figure.publicId, status: figure.status };
      return { ...fixed, outcome, figure: became, reason, decidedBy, decidedAt };
    }),
    entered: await enteredIn(db, version.id),
  };
}

const undecided = {
  outcome: "pending",
  figure: null,
  reason: null,
  decidedBy: null,
  decidedAt: null,
} as const;

async function enteredIn(db: Reader, sourceVersionId: number): Promise<EnteredMark[]> {
  const figure = { publicId: figures.publicId, status: figures.status };
  const here = await db
    .selectDistinct({
      ...figure,
      start: sql`${anchors.sentenceStart} + ${anchors.numberStart}`.mapWith(Number).as("start"),
      end: sql`${anchors.sentenceStart} + ${anchors.numberEnd}`.mapWith(Number).as("end"),
    })
    .from(anchors)
    .innerJoin(figures, liveFigures)
    .where(eq(anchors.sourceVersionId, sourceVersionId));
  const carried = await db
    .selectDistinct({
      ...figure,
      start: sql`${carryovers.sentenceStart} + ${carryovers.numberStart}`.mapWith(Number).as("start"),
      end: sql`${carryovers.sentenceStart} + ${carryovers.numberEnd}`.mapWith(Number).as("end"),
    })
    .from(carryovers)
    .innerJoin(
      anchors,
      and(eq(anchors.revisionId, carryovers.revisionId), eq(anchors.mention, carryovers.mention)),
    )
    .innerJoin(figures, and(eq(figures.id, carryovers.figureId), liveFigures))
    .where(
      and(eq(carryovers.sourceVersionId, sourceVersionId), inArray(carryovers.state, ["same", "changed"])),
    );
  return [...here, ...carried].sort((a, b) => a.start - b.start || (a.publicId < b.publicId ? -1 : 1));
}
