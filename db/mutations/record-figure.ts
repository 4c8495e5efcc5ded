import { figureInput } from "@/domain/inputs";
import { mutation } from "./mutation";
import { writeNewFigure } from "./write-draft";

/**
 * Records a new figure as a draft. What the validator blocks is refused by field; a draft may hold warnings.
 * @returns its public id
 */
export const recordFigure = mutation("record", "record_figure", figureInput, async (tx, input, editor) => {
  await writeNewFigure(tx, input, editor);
  return { value: input.publicId, entity: `figure:${input.publicId}`, after: input };
});
