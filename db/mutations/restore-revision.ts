import { and, eq } from "drizzle-orm";
import { restoreInput } from "@/domain/inputs";
import { figureInputsOf } from "../queries/figure-inputs";
import { figureRevisions } from "../schema/figures";
import { mutation, Refused } from "./mutation";
import { figureAsRead } from "./save-figure";
import { writeNextRevision } from "./write-draft";

/** Makes an earlier state of a figure its draft again, as a new revision. @returns the new row version */
export const restoreRevision = mutation(
  "record",
  "restore_revision",
  restoreInput,
  async (tx, { publicId, rowVersion, number, change, reason }, editor) => {
    const figure = await figureAsRead(tx, publicId, rowVersion);
    const [wanted] = await tx
      .select({ id: figureRevisions.id })
      .from(figureRevisions)
      .where(and(eq(figureRevisions.figureId, figure.id), eq(figureRevisions.number, number)));
    if (wanted === undefined)
      throw new Refused({ kind: "invalid", fields: { number: [`${publicId} has no revision ${number}`] } });
    const input = (await figureInputsOf(tx, [wanted.id])).get(wanted.id)!; // found just above
    const why = { change, changeReason: reason };
    const saved = await writeNextRevision(tx, figure, input, why, editor);
    return {
      value: saved.rowVersion,
      entity: `figure:${publicId}`,
      before: { rowVersion },
      after: { restored: number, as: saved.number, change, reason },
    };
  },
);
