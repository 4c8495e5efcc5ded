import { and, asc, eq, lte } from "drizzle-orm";
import type { Reader } from "../client";
import { figures, figureRevisions as revisions } from "../schema/figures";
import { openEnd, publications } from "../schema/publications";

/** What readers were shown of a figure, from one revision of the collection up to another; null for still shown. */
export type ShownState = {
  readonly revision: number;
  readonly status: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly comparator: string;
  readonly change: string;
  readonly reason: string | null;
  readonly shown_from_revision: number;
  readonly shown_to_revision: number | null;
  readonly published_at: string;
};

/** Every state of a figure that readers were shown up to a revision, the first first. */
export async function listShownStates(db: Reader, publicId: string, revision: number): Promise<ShownState[]> {
  const rows = await db
    .select({ publication: publications, revision: revisions })
    .from(publications)
    .innerJoin(figures, eq(figures.id, publications.figureId))
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(and(eq(figures.publicId, publicId), lte(publications.knownFromRev, revision)))
    .orderBy(asc(publications.knownFromRev));
  return rows.map(({ publication, revision: state }) => ({
    revision: state.number,
    status: publication.status,
    value: state.value,
    low: state.low,
    high: state.high,
    comparator: state.comparator,
    change: state.change,
    reason: publication.reason ?? state.changeReason,
    shown_from_revision: publication.knownFromRev,
    // What ended after the revision asked for had not ended then.
    shown_to_revision:
      publication.knownToRev === openEnd || publication.knownToRev > revision ? null : publication.knownToRev,
    published_at: publication.publishedAt.toISOString(),
  }));
}
