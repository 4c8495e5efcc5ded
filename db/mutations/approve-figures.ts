import { approveInput } from "@/domain/inputs";
import type { CollectionSettings } from "../schema/collection";
import { collection } from "../schema/collection";
import { checkAnswered } from "./check-figure";
import { draftOf } from "./draft-of";
import { mutation, Refused, type Writer } from "./mutation";
import { publishDraft, raiseRevision } from "./publish-draft";
import { figureAsRead } from "./save-figure";
import { writeReview } from "./write-review";

/**
 * Approves submitted drafts and puts them before readers, all or none, at one new revision of the collection. Nobody
 * approves their own: refused as `forbidden` with the database's rule. Where the collection is run without review,
 * no review is written and the route says so. @returns the new revision number
 */
export const approveFigures = mutation(
  ["review", "publish"],
  "approve_figures",
  approveInput,
  async (tx, input, editor) => {
    const list = input.figures;
    const revision = await raiseRevision(tx, summaryOf(list.length)); // first: publishes queue here
    const route = (await reviewOf(tx)) === "off" ? "review_off" : "review";
    for (const { publicId, rowVersion, reasons = {} } of list) {
      const figure = await figureAsRead(tx, publicId, rowVersion);
      const { revisionId, input: draft } = await draftOf(tx, figure);
      if (figure.status !== "in_review")
        throw new Refused({ kind: "invalid", fields: { figures: [`${publicId} was not submitted`] } });
      if (route === "review")
        await writeReview(tx, { revisionId, decision: "approve", comment: input.comment }, editor);
      await checkAnswered(tx, { input: draft, revisionId, editorId: editor.id, reasons, among: "published" });
      await publishDraft(tx, figure, { revision, revisionId, route, editor });
    }
    return { value: revision, entity: "collection", after: { revision, route, ...input } };
  },
);

const summaryOf = (count: number) => (count === 1 ? "1 figure approved" : `${count} figures approved`);

async function reviewOf(tx: Writer): Promise<CollectionSettings["review"]> {
  const [row] = await tx.select({ settings: collection.settings }).from(collection);
  return row?.settings.review;
}
