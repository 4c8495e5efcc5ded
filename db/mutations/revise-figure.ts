import { revisionInput } from "@/domain/inputs";
import { mutation } from "./mutation";
import { figureAsRead } from "./save-figure";
import { writeNextRevision } from "./write-draft";

/**
 * Writes a new draft revision of a figure. The published one stays as it is until this one is published.
 * Refused as a conflict where someone saved since `rowVersion` was read, with the figure as it stands.
 * @returns the new row version
 */
export const reviseFigure = mutation("record", "revise_figure", revisionInput, async (tx, input, editor) => {
  const { rowVersion, change, changeReason, ...figureInput } = input;
  const figure = await figureAsRead(tx, input.publicId, rowVersion);
  const saved = await writeNextRevision(tx, figure, figureInput, { change, changeReason }, editor);
  return {
    value: saved.rowVersion,
    entity: `figure:${input.publicId}`,
    before: { rowVersion },
    after: input,
  };
});
