import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { Span } from "@/domain/extract/proposal";
import type { CarryoverState, Status } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { anchors, figures } from "../schema/figures";
import { sourceVersions } from "../schema/sources";
import { carryovers } from "../schema/suggestions";
import { findNewestVersion } from "./find-newest-version";

export type Carryover = {
  readonly id: number;
  readonly figure: { readonly publicId: string; readonly status: Status };
  /** Whether it is the anchor of the figure (0) or which of its other mentions. */
  readonly mention: number;
  readonly state: CarryoverState;
  readonly why: string;
  /** The sentence and the number in it as they were, and the version they stand in. */
  readonly was: { readonly version: number; readonly sentence: string; readonly number: Span };
  /** The same in the newest text; the number is null where it is not found again. Null where the sentence is gone. */
  readonly now: { readonly sentence: string; readonly start: number; readonly number: Span | null } | null;
};

/** The anchors that changed or are gone in the newest text of a source and that nobody has resolved yet. */
export async function listCarryovers(db: Reader, source: string): Promise<Carryover[]> {
  const newest = await findNewestVersion(db, source);
  if (newest === null) return [];
  const rows = await db
    .select({ carryover: carryovers, anchor: anchors, version: sourceVersions.number, figure: figures })
    .from(carryovers)
    .innerJoin(
      anchors,
      and(eq(anchors.revisionId, carryovers.revisionId), eq(anchors.mention, carryovers.mention)),
    )
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .innerJoin(figures, eq(figures.id, carryovers.figureId))
    .where(
      and(
        eq(carryovers.sourceVersionId, newest.id),
        isNull(carryovers.resolvedAt),
        ne(carryovers.state, "same"),
      ),
    )
    .orderBy(asc(carryovers.id));
  return rows.map(({ carryover, anchor, version, figure }) => ({
    id: carryover.id,
    figure: { publicId: figure.publicId, status: figure.status },
    mention: carryover.mention,
    state: carryover.state,
    why: carryover.why,
    was: {
      version,
      sentence: anchor.sentence,
      number: { start: anchor.numberStart, end: anchor.numberEnd },
    },
    now: nowIn(newest.text, carryover),
  }));
}

function nowIn(
  text: string,
  { sentenceStart: start, sentenceEnd: end, numberStart, numberEnd }: typeof carryovers.$inferSelect,
): Carryover["now"] {
  if (start === null || end === null) return null;
  const number = numberStart === null || numberEnd === null ? null : { start: numberStart, end: numberEnd };
  return { sentence: text.slice(start, end), start, number };
}
