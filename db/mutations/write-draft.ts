import { eq, max } from "drizzle-orm";
import type { FigureInput } from "@/domain/inputs";
import type { Editor } from "@/domain/permission";
import type { Finding } from "@/domain/validate/finding";
import type { ChangeKind } from "@/domain/vocabulary";
import { figureRevisions, figures } from "../schema/figures";
import { checkFigure } from "./check-figure";
import { Refused, type Writer } from "./mutation";
import { type FigureRow, restingStatus, saveFigure } from "./save-figure";
import { writeRevision } from "./write-revision";

/** Checks a new figure and writes it as a draft. For verbs that do more in the same transaction. */
export async function writeNewFigure(tx: Writer, input: FigureInput, editor: Editor): Promise<Finding[]> {
  const [figure] = await tx
    .insert(figures)
    .values({ publicId: input.publicId })
    .onConflictDoNothing()
    .returning({ id: figures.id });
  if (figure === undefined) throw new Refused({ kind: "conflict" });
  const findings = await checkFigure(tx, input);
  const facts = { figureId: figure.id, number: 1, authorId: editor.id };
  const draftRevisionId = await writeRevision(tx, { ...facts, change: "first", changeReason: null }, input);
  await tx.update(figures).set({ draftRevisionId }).where(eq(figures.id, figure.id));
  return findings;
}

type Why = { readonly change: ChangeKind; readonly changeReason: string };

/**
 * Checks a new state of a figure and makes it its draft; a draft in review is thereby taken back. What readers have
 * never seen is still the first of its figure, whatever was changed. @returns the new row version
 */
export async function writeNextRevision(
  tx: Writer,
  figure: FigureRow,
  input: FigureInput,
  { change, changeReason }: Why,
  editor: Editor,
): Promise<{ rowVersion: number; number: number; findings: Finding[] }> {
  const status = await restingStatus(tx, figure);
  const rowVersion = await saveFigure(tx, figure, { status, submittedAt: null }); // first: it holds the row
  const findings = await checkFigure(tx, input);
  const [newest] = await tx
    .select({ number: max(figureRevisions.number) })
    .from(figureRevisions)
    .where(eq(figureRevisions.figureId, figure.id));
  const number = (newest?.number ?? 0) + 1;
  const facts = { figureId: figure.id, number, changeReason, authorId: editor.id };
  const seen = figure.publishedRevisionId !== null;
  const draftRevisionId = await writeRevision(tx, { ...facts, change: seen ? change : "first" }, input);
  await tx.update(figures).set({ draftRevisionId }).where(eq(figures.id, figure.id));
  return { rowVersion, number, findings };
}
