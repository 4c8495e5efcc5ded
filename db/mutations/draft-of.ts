import type { FigureInput } from "@/domain/inputs";
import { figureInputsOf } from "../queries/figure-inputs";
import { Refused, type Writer } from "./mutation";
import type { FigureRow } from "./save-figure";

/** The draft of a figure, as written. @throws Refused where it has none */
export async function draftOf(
  tx: Writer,
  { publicId, draftRevisionId: revisionId }: FigureRow,
): Promise<{ revisionId: number; input: FigureInput }> {
  if (revisionId === null)
    throw new Refused({ kind: "invalid", fields: { publicIds: [`${publicId} has no draft`] } });
  return { revisionId, input: (await figureInputsOf(tx, [revisionId])).get(revisionId)! }; // the pointer leads to it
}
