import { sendBackInput } from "@/domain/inputs";
import { draftOf } from "./draft-of";
import { mutation, Refused } from "./mutation";
import { figureAsRead, restingStatus, saveFigure } from "./save-figure";
import { writeReview } from "./write-review";

/** Sends a submitted draft back to its author with a comment. @returns the new row version */
export const sendBackFigure = mutation(
  "review",
  "send_back_figure",
  sendBackInput,
  async (tx, { publicId, rowVersion, comment }, editor) => {
    const figure = await figureAsRead(tx, publicId, rowVersion);
    const { revisionId } = await draftOf(tx, figure);
    if (figure.status !== "in_review")
      throw new Refused({ kind: "invalid", fields: { publicId: [`${publicId} was not submitted`] } });
    await writeReview(tx, { revisionId, decision: "send_back", comment }, editor);
    const status = await restingStatus(tx, figure);
    const value = await saveFigure(tx, figure, { status, submittedAt: null });
    const entity = `figure:${publicId}`;
    return { value, entity, before: { rowVersion, status: figure.status }, after: { status, comment } };
  },
);
