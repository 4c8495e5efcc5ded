import { and, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Change } from "@/domain/change";
import type { FigureWithMentions } from "@/domain/figure";
import type { Reader } from "../client";
import { publications } from "../schema/publications";
import { withMentions } from "./find-figure";
import { rowsOfPublications } from "./rows-of-publications";

const earlier = alias(publications, "earlier");

/** What publications changed, by their keys: each state beside the one it followed. `asOf` is when it is looked at. */
export async function changesOf(
  db: Reader,
  publicationIds: readonly number[],
  asOf: number,
): Promise<Map<number, Change>> {
  if (publicationIds.length === 0) return new Map();
  const pairs = await db
    .select({ now: publications, wasId: earlier.id })
    .from(publications)
    .leftJoin(
      earlier,
      and(eq(earlier.figureId, publications.figureId), eq(earlier.knownToRev, publications.knownFromRev)),
    )
    .where(inArray(publications.id, [...publicationIds]));
  const states = await statesOf(
    db,
    pairs.flatMap(({ now, wasId }) => [now.id, wasId ?? now.id]),
    asOf,
  );
  return new Map(
    pairs.map(({ now, wasId }) => {
      const after = states.get(now.id)!; // asked for just above
      const before = wasId === null ? null : states.get(wasId)!;
      return [now.id, toChange(now, before, after)];
    }),
  );
}

function toChange(
  { status, knownFromRev, publishedAt, reason }: typeof publications.$inferSelect,
  before: FigureWithMentions | null,
  after: FigureWithMentions,
): Change {
  const retracted = status === "retracted";
  return {
    revision: knownFromRev,
    at: publishedAt,
    kind: retracted ? "retraction" : after.change,
    reason: retracted ? reason : after.changedBecause,
    before,
    after,
  };
}

/** What readers were shown by publications, by their keys. */
export async function statesOf(
  db: Reader,
  publicationIds: readonly number[],
  asOf: number,
): Promise<Map<number, FigureWithMentions>> {
  if (publicationIds.length === 0) return new Map();
  const rows = await rowsOfPublications(db, asOf, [...new Set(publicationIds)]);
  const states = await withMentions(db, rows);
  return new Map(rows.map((row, index) => [row.publication.id, states[index]!]));
}
