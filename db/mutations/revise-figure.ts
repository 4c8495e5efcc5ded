import { and, eq, max } from "drizzle-orm";
import { revisionInput } from "@/domain/inputs";
import { figureRevisions, figures } from "../schema/figures";
import { figuresById } from "./ids";
import { mutation, Refused } from "./mutation";
import { writeRevision } from "./write-revision";

/**
 * Writes a new draft revision of a figure. The published one stays as it is until this one is published.
 * Refused as a conflict where someone saved since `rowVersion` was read. @returns the new row version
 */
export const reviseFigure = mutation("record", "revise_figure", revisionInput, async (tx, input, editor) => {
  const { rowVersion, change, changeReason, ...figureAsInput } = input;
  const figure = (await figuresById(tx, [input.publicId], "publicId"))(input.publicId);
  const [saved] = await tx
    .update(figures)
    .set({ rowVersion: rowVersion + 1 })
    .where(and(eq(figures.id, figure.id), eq(figures.rowVersion, rowVersion)))
    .returning({ rowVersion: figures.rowVersion });
  if (saved === undefined) throw new Refused({ kind: "conflict" });
  const [newest] = await tx
    .select({ number: max(figureRevisions.number) })
    .from(figureRevisions)
    .where(eq(figureRevisions.figureId, figure.id));
  const number = (newest?.number ?? 0) + 1;
  const facts = { figureId: figure.id, number, change, changeReason, authorId: editor.id };
  const draftRevisionId = await writeRevision(tx, facts, figureAsInput);
  await tx.update(figures).set({ draftRevisionId }).where(eq(figures.id, figure.id));
  return {
    value: saved.rowVersion,
    entity: `figure:${input.publicId}`,
    before: { rowVersion },
    after: input,
  };
});
