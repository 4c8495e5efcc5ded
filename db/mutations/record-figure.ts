import { eq } from "drizzle-orm";
import { figureInput } from "@/domain/inputs";
import { figures } from "../schema/figures";
import { mutation, Refused } from "./mutation";
import { writeRevision } from "./write-revision";

/** Records a new figure as a draft. @returns its public id */
export const recordFigure = mutation("record", "record_figure", figureInput, async (tx, input, editor) => {
  const [figure] = await tx
    .insert(figures)
    .values({ publicId: input.publicId })
    .onConflictDoNothing()
    .returning({ id: figures.id });
  if (figure === undefined) throw new Refused({ kind: "conflict" });
  const facts = {
    figureId: figure.id,
    number: 1,
    change: "first",
    changeReason: null,
    authorId: editor.id,
  } as const;
  const draftRevisionId = await writeRevision(tx, facts, input);
  await tx.update(figures).set({ draftRevisionId }).where(eq(figures.id, figure.id));
  return { value: input.publicId, entity: `figure:${input.publicId}`, after: input };
});
