import { and, eq, inArray, isNull } from "drizzle-orm";
import type { PassageMark } from "@/domain/source";
import type { Reader } from "../client";
import { eventAnchors, events } from "../schema/events";
import { anchors } from "../schema/figures";
import { publications } from "../schema/publications";
import { sourceVersions } from "../schema/sources";
import { figureRows, shownAt } from "./figure-rows";
import { toFigures } from "./list-figures";
import { localized } from "./reference";

/** What a mark says besides where it stands: of each kind of mark, not of all at once. */
type WithoutPlace<Mark> = Mark extends unknown ? Omit<Mark, "start" | "end"> : never;
type Meaning = WithoutPlace<PassageMark>;

/** Words of a source version that carry a figure or date an event; their offsets are within the sentence. */
export type SourceMark = Pick<
  typeof anchors.$inferSelect,
  "sourceVersionId" | "sentence" | "sentenceStart" | "prefix" | "suffix"
> & { readonly wordsStart: number; readonly wordsEnd: number; readonly meaning: Meaning };

/** Every sentence readers are shown of a source at a revision, whichever version it was taken from; no rows of a table. */
export const listSourceMarks = async (
  db: Reader,
  sourceId: number,
  revision: number,
): Promise<SourceMark[]> => [
  ...(await figureMarks(db, sourceId, revision)),
  ...(await eventMarks(db, sourceId)),
];

async function figureMarks(db: Reader, sourceId: number, revision: number): Promise<SourceMark[]> {
  const found = await db
    .select({ anchor: anchors })
    .from(anchors)
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .innerJoin(publications, eq(publications.revisionId, anchors.revisionId))
    .where(
      and(
        eq(sourceVersions.sourceId, sourceId),
        isNull(anchors.recordId),
        shownAt(revision),
        eq(publications.status, "published"),
      ),
    );
  if (found.length === 0) return [];
  const ids = found.map(({ anchor }) => anchor.revisionId);
  const rows = await figureRows(db, revision).where(
    and(shownAt(revision), inArray(publications.revisionId, ids)),
  );
  const figures = await toFigures(db, rows);
  const byRevision = new Map(rows.map((row, index) => [row.revision.id, figures[index]!]));
  return found.map(({ anchor: { revisionId, numberStart, numberEnd, ...sentence } }) => ({
    ...sentence,
    wordsStart: numberStart,
    wordsEnd: numberEnd,
    meaning: { kind: "figure", figure: byRevision.get(revisionId)! },
  }));
}

async function eventMarks(db: Reader, sourceId: number): Promise<SourceMark[]> {
  const rows = await db
    .select({ event: events, anchor: eventAnchors })
    .from(eventAnchors)
    .innerJoin(events, eq(events.id, eventAnchors.eventId))
    .innerJoin(sourceVersions, eq(sourceVersions.id, eventAnchors.sourceVersionId))
    .where(and(eq(sourceVersions.sourceId, sourceId), isNull(events.retiredAt)));
  return rows.map(({ event, anchor: { markedStart, markedEnd, ...sentence } }) => ({
    ...sentence,
    wordsStart: markedStart,
    wordsEnd: markedEnd,
    meaning: { kind: "event", slug: event.slug, name: localized(event) },
  }));
}
