import { and, eq, sql } from "drizzle-orm";
import { publishInput } from "@/domain/inputs";
import { collection, collectionRevisions } from "../schema/collection";
import { figures } from "../schema/figures";
import { openEnd, publications } from "../schema/publications";
import { figuresById } from "./ids";
import { mutation, Refused, type Writer } from "./mutation";

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

/**
 * Puts the drafts of figures before readers, all at one new revision of the collection. The database refuses a
 * draft without a verbatim anchor, claimant or review. @returns the new revision number
 */
export const publishFigures = mutation("publish", "publish_figures", publishInput, async (tx, input) => {
  const revision = await raiseRevision(tx, input.summary); // first: who comes second reads what the first has left
  const figureOf = await figuresById(tx, input.publicIds, "publicIds");
  for (const publicId of new Set(input.publicIds)) {
    const { id, draftRevisionId, rowVersion } = figureOf(publicId);
    if (draftRevisionId === null)
      throw new Refused({ kind: "invalid", fields: { publicIds: [`${publicId} has no draft`] } });
    await tx
      .update(publications)
      .set({ knownToRev: revision })
      .where(and(eq(publications.figureId, id), eq(publications.knownToRev, openEnd)));
    const { route } = input;
    await tx.insert(publications).values({
      figureId: id,
      revisionId: draftRevisionId,
      status: "published",
      route,
      knownFromRev: revision,
    });
    const [saved] = await tx
      .update(figures)
      .set({
        status: "published",
        publishedRevisionId: draftRevisionId,
        draftRevisionId: null,
        rowVersion: rowVersion + 1,
      })
      .where(and(eq(figures.id, id), eq(figures.rowVersion, rowVersion)))
      .returning({ id: figures.id });
    if (saved === undefined) throw new Refused({ kind: "conflict" }); // revised while we published
  }
  return { value: revision, entity: "collection", after: { revision, ...input } };
});
