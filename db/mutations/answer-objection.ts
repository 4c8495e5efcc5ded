import { and, eq, sql } from "drizzle-orm";
import { objectionAnswerInput } from "@/domain/objection";
import { figures } from "../schema/figures";
import { objections } from "../schema/objections";
import { mutation, Refused } from "./mutation";

/**
 * Closes an objection: accepted, and the figure is to be revised, or declined with a reason. The reader's email is
 * forgotten with it. Refused as a conflict where someone else has answered. @returns the public id of the figure
 */
export const answerObjection = mutation(
  "review",
  "answer_objection",
  objectionAnswerInput,
  async (tx, { id, outcome, answer }, editor) => {
    const [row] = await tx
      .update(objections)
      .set({ outcome, answer, email: null, answeredBy: editor.id, answeredAt: sql`now()` })
      .where(and(eq(objections.id, id), eq(objections.outcome, "open")))
      .returning({ figureId: objections.figureId });
    if (row === undefined) throw new Refused({ kind: "conflict" });
    const [figure] = await tx
      .select({ publicId: figures.publicId })
      .from(figures)
      .where(eq(figures.id, row.figureId));
    const value = figure!.publicId; // its key is a foreign one
    return {
      value,
      entity: `objection:${id}`,
      before: { outcome: "open" },
      after: { figure: value, outcome, answer },
    };
  },
);
