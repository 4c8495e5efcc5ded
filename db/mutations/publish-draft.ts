import { and, eq, gte, isNull, lte, max, sql } from "drizzle-orm";
import type { Editor } from "@/domain/permission";
import type { publicationRoutes } from "@/domain/vocabulary";
import { collection, collectionRevisions } from "../schema/collection";
import { anchors } from "../schema/figures";
import { openEnd, publications } from "../schema/publications";
import { passages } from "../schema/sources";
import type { Writer } from "./mutation";
import { type FigureRow, saveFigure } from "./save-figure";

type Route = (typeof publicationRoutes)[number];

/** Raises the revision number of the collection by one. The row lock makes publishes queue. @returns the new number */
export async function raiseRevision(tx: Writer, summary: string): Promise<number> {
  const [raised] = await tx
    .update(collection)
    .set({ revision: sql`${collection.revision} + 1` })
    .returning({ revision: collection.revision });
  if (raised === undefined) throw new Error("There is no collection: seed the database first.");
  await tx.insert(collectionRevisions).values({ number: raised.revision, summary });
  return raised.revision;
}

/** Ends what readers see of a figure at a revision of the collection: what follows starts there. */
export async function closePublication(tx: Writer, figureId: number, revision: number): Promise<void> {
  await tx
    .update(publications)
    .set({ knownToRev: revision })
    .where(and(eq(publications.figureId, figureId), eq(publications.knownToRev, openEnd)));
}

type Publishing = {
  readonly revision: number;
  readonly revisionId: number;
  readonly route: Route;
  readonly editor: Editor;
};

/** Puts one revision of a figure before readers, with the sentences it stands in. @returns the new row version */
export async function publishDraft(tx: Writer, figure: FigureRow, publishing: Publishing): Promise<number> {
  const { revision, revisionId, route, editor } = publishing;
  await showSentences(tx, revisionId);
  await closePublication(tx, figure.id, revision);
  await tx.insert(publications).values({
    figureId: figure.id,
    revisionId,
    status: "published",
    route,
    knownFromRev: revision,
    editorId: editor.id,
  });
  return saveFigure(tx, figure, {
    status: "published",
    publishedRevisionId: revisionId,
    draftRevisionId: null,
    submittedAt: null,
  });
}

/**
 * Makes a passage of each sentence that no passage covers: readers are shown what a figure stands on, no more. A row of a
 * dataset is its own passage.
 */
async function showSentences(tx: Writer, revisionId: number): Promise<void> {
  const sentences = await tx
    .select()
    .from(anchors)
    .where(and(eq(anchors.revisionId, revisionId), isNull(anchors.recordId)));
  for (const { sourceVersionId, sentenceStart: start, sentenceEnd: end } of sentences) {
    const ofVersion = eq(passages.sourceVersionId, sourceVersionId);
    const [covering] = await tx
      .select({ id: passages.id })
      .from(passages)
      .where(and(ofVersion, lte(passages.start, start), gte(passages.end, end)))
      .limit(1);
    if (covering !== undefined) continue;
    const [last] = await tx
      .select({ ordinal: max(passages.ordinal) })
      .from(passages)
      .where(ofVersion);
    await tx.insert(passages).values({ sourceVersionId, ordinal: (last?.ordinal ?? -1) + 1, start, end });
  }
}
