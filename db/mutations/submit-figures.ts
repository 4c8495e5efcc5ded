import { submitInput } from "@/domain/inputs";
import { checkAnswered } from "./check-figure";
import { draftOf } from "./draft-of";
import { mutation, Refused } from "./mutation";
import { figureAsRead, saveFigure } from "./save-figure";

/**
 * Hands drafts to review, all or none. Every warning needs a reason, kept with the revision.
 * @returns the new row version of each figure, by public id
 */
export const submitFigures = mutation("submit", "submit_figures", submitInput, async (tx, input, editor) => {
  const versions: Record<string, number> = {};
  for (const { publicId, rowVersion, reasons } of input.figures) {
    const figure = await figureAsRead(tx, publicId, rowVersion);
    const { revisionId, input: draft } = await draftOf(tx, figure);
    if (figure.status === "in_review")
      throw new Refused({ kind: "invalid", fields: { figures: [`${publicId} is in review already`] } });
    await checkAnswered(tx, { input: draft, revisionId, editorId: editor.id, reasons, among: "all" });
    versions[publicId] = await saveFigure(tx, figure, { status: "in_review", submittedAt: "now" });
  }
  return { value: versions, entity: entityOf(input.figures), after: input };
});

/** One figure by its name, several as figures: their ids are in what the line says was written. */
export const entityOf = (list: readonly { readonly publicId: string }[]): string =>
  list.length === 1 ? `figure:${list[0]!.publicId}` : "figures";
