import { discardInput } from "@/domain/inputs";
import { draftOf } from "./draft-of";
import { mutation } from "./mutation";
import { figureAsRead, restingStatus, saveFigure } from "./save-figure";

/** Lays a draft aside. Its revisions stay in the history, to be restored from. @returns the new row version */
export const discardDraft = mutation(
  "record",
  "discard_draft",
  discardInput,
  async (tx, { publicId, rowVersion }) => {
    const figure = await figureAsRead(tx, publicId, rowVersion);
    const { input } = await draftOf(tx, figure);
    const status = await restingStatus(tx, figure);
    const value = await saveFigure(tx, figure, { draftRevisionId: null, status, submittedAt: null });
    return { value, entity: `figure:${publicId}`, before: input, after: { status, draft: null } };
  },
);
