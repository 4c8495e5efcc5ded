import { and, asc, eq, gte, lte } from "drizzle-orm";
import type { ReadingLanguage } from "@/domain/extract/proposal";
import { type Around, passageAround, type Reach } from "@/domain/passage-around";
import type { Reader } from "../client";
import { anchors, figures } from "../schema/figures";
import { publications } from "../schema/publications";
import { passages, sources, sourceVersions } from "../schema/sources";
import { shownAt } from "./figure-rows";
import { openedBy } from "./find-source";

/**
 * The source of each sentence of a figure, in reach: its addresses, and what stands around the sentence in the passages
 * readers may see at a revision. One for each mention, in their order; nothing stands around a row of a dataset.
 */
export async function listReach(db: Reader, publicId: string, revision: number): Promise<Reach[]> {
  const rows = await db
    .select({
      mention: anchors.mention,
      recordId: anchors.recordId,
      sentenceStart: anchors.sentenceStart,
      sentenceEnd: anchors.sentenceEnd,
      start: passages.start,
      end: passages.end,
      text: sourceVersions.text,
      lang: sources.lang,
      url: sources.url,
      archivedUrl: sources.archivedUrl,
    })
    .from(publications)
    .innerJoin(figures, eq(figures.id, publications.figureId))
    .innerJoin(anchors, eq(anchors.revisionId, publications.revisionId))
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .leftJoin(
      passages,
      and(
        eq(passages.sourceVersionId, anchors.sourceVersionId),
        lte(passages.start, anchors.sentenceStart),
        gte(passages.end, anchors.sentenceEnd),
        openedBy(revision),
      ),
    )
    .where(and(eq(figures.publicId, publicId), shownAt(revision)))
    .orderBy(asc(anchors.mention), asc(passages.start));
  const byMention = new Map<number, Reach>();
  for (const {
    mention,
    recordId,
    text,
    start,
    end,
    sentenceStart,
    sentenceEnd,
    lang,
    ...addresses
  } of rows) {
    const known = byMention.get(mention);
    const found =
      recordId !== null || start === null || end === null
        ? nothing
        : passageAround(text.slice(start, end), sentenceStart - start, sentenceEnd - start, readAs(lang));
    // Passages may overlap: what either shows is shown.
    const around = { before: known?.before ?? found.before, after: known?.after ?? found.after };
    byMention.set(mention, { ...around, ...addresses });
  }
  return [...byMention.values()];
}

const nothing: Around = { before: null, after: null };

/** Sentences of other languages end as those of English do. */
const readAs = (lang: string): ReadingLanguage => (lang === "fr" ? "fr" : "en");
