import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Passage, PassageMark, SourceWithPassages } from "@/domain/source";
import type { Reader } from "../client";
import { eventAnchors, events } from "../schema/events";
import { anchors } from "../schema/figures";
import { publications } from "../schema/publications";
import { passages, sourceVersions } from "../schema/sources";
import { figureRows, shownAt } from "./figure-rows";
import { toFigures } from "./list-figures";
import { findSourceRow, toSource } from "./list-sources";
import { agentsBySlug, localized } from "./reference";

/** A mark in the text of a whole source version. */
type TextMark = PassageMark;

/** A source with its newest text as far as readers may see it: the passages, and what was taken from each. */
export async function findSource(
  db: Reader,
  slug: string,
  revision: number,
): Promise<SourceWithPassages | null> {
  const row = await findSourceRow(db, slug, revision);
  if (row === null) return null;
  const [version] = await db
    .select()
    .from(sourceVersions)
    .where(eq(sourceVersions.sourceId, row.source.id))
    .orderBy(sql`${sourceVersions.number} desc`)
    .limit(1);
  const { id, number, extent, text, sha256, documentSha256 } = version!; // no source without a version
  const runs = await db
    .select()
    .from(passages)
    .where(eq(passages.sourceVersionId, id))
    .orderBy(asc(passages.ordinal));
  const marks = [...(await figureMarks(db, version!, revision)), ...(await eventMarks(db, version!))].sort(
    (a, b) => a.start - b.start,
  );
  return {
    ...toSource(row, await agentsBySlug(db)),
    extent,
    version: number,
    sha256: documentSha256 ?? sha256,
    passages: runs.map((run) => toPassage(text, run, marks)),
  };
}

function toPassage(
  text: string,
  { start, end }: { start: number; end: number },
  marks: readonly TextMark[],
): Passage {
  const inside = marks.filter((mark) => start <= mark.start && mark.end <= end);
  return {
    text: text.slice(start, end),
    marks: inside.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })),
  };
}

type Version = typeof sourceVersions.$inferSelect;
type Sentence = Pick<typeof anchors.$inferSelect, "sentence" | "sentenceStart" | "prefix" | "suffix">;

/** Where a sentence stands in the newest text, if it was taken from an earlier one; null where it is gone. */
function startIn(text: string, { sentence, sentenceStart, prefix, suffix }: Sentence): number | null {
  if (text.startsWith(sentence, sentenceStart)) return sentenceStart;
  const inContext = text.indexOf(prefix + sentence + suffix);
  const start = inContext < 0 ? text.indexOf(sentence) : inContext + prefix.length;
  return start < 0 ? null : start;
}

async function figureMarks(db: Reader, { sourceId, text }: Version, revision: number): Promise<TextMark[]> {
  const found = await db
    .select({ anchor: anchors })
    .from(anchors)
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .innerJoin(publications, eq(publications.revisionId, anchors.revisionId))
    .where(
      and(eq(sourceVersions.sourceId, sourceId), shownAt(revision), eq(publications.status, "published")),
    );
  const spans = found.flatMap(({ anchor }) => {
    const start = startIn(text, anchor);
    return start === null
      ? []
      : [{ ...anchor, start: start + anchor.numberStart, end: start + anchor.numberEnd }];
  });
  if (spans.length === 0) return [];
  const ids = spans.map((span) => span.revisionId);
  const rows = await figureRows(db, revision).where(
    and(shownAt(revision), inArray(publications.revisionId, ids)),
  );
  const figures = await toFigures(db, rows);
  const byRevision = new Map(rows.map((row, index) => [row.revision.id, figures[index]!]));
  return spans.map(({ revisionId, start, end }) => ({
    kind: "figure",
    start,
    end,
    figure: byRevision.get(revisionId)!,
  }));
}

async function eventMarks(db: Reader, { sourceId, text }: Version): Promise<TextMark[]> {
  const rows = await db
    .select({ event: events, anchor: eventAnchors })
    .from(eventAnchors)
    .innerJoin(events, eq(events.id, eventAnchors.eventId))
    .innerJoin(sourceVersions, eq(sourceVersions.id, eventAnchors.sourceVersionId))
    .where(eq(sourceVersions.sourceId, sourceId));
  return rows.flatMap(({ event, anchor: { markedStart, markedEnd, ...sentence } }) => {
    const start = startIn(text, sentence);
    if (start === null) return [];
    const mark = { start: start + markedStart, end: start + markedEnd };
    return [{ kind: "event" as const, ...mark, slug: event.slug, name: localized(event) }];
  });
}
