import { and, eq, sql } from "drizzle-orm";
import type { Status } from "@/domain/vocabulary";
import { findFigureState } from "../queries/find-figure-state";
import { figures } from "../schema/figures";
import { openEnd, publications } from "../schema/publications";
import { figuresById } from "./ids";
import { Refused, type Writer } from "./mutation";

export type FigureRow = typeof figures.$inferSelect;
type Changes = Partial<
  Pick<FigureRow, "status" | "draftRevisionId" | "publishedRevisionId"> & { submittedAt: unknown }
>;

/** A figure by its public id, as it was when somebody read it. @throws Refused conflict where it was saved since */
export async function figureAsRead(tx: Writer, publicId: string, rowVersion: number): Promise<FigureRow> {
  const figure = (await figuresById(tx, [publicId], "publicId"))(publicId);
  if (figure.rowVersion !== rowVersion) throw await conflictOn(tx, publicId);
  return figure;
}

/** Writes to a figure unless somebody has saved it since it was read. @returns the new row version */
export async function saveFigure(tx: Writer, figure: FigureRow, changes: Changes): Promise<number> {
  const { id, publicId, rowVersion } = figure;
  const { submittedAt, ...rest } = changes;
  const queue = "submittedAt" in changes ? { submittedAt: submittedAt === null ? null : sql`now()` } : {};
  const [saved] = await tx
    .update(figures)
    .set({ ...rest, ...queue, rowVersion: rowVersion + 1 })
    .where(and(eq(figures.id, id), eq(figures.rowVersion, rowVersion)))
    .returning({ rowVersion: figures.rowVersion });
  if (saved === undefined) throw await conflictOn(tx, publicId);
  return saved.rowVersion;
}

/** The refusal of a stale save, with the figure as it stands, for the form to merge with. */
export async function conflictOn(tx: Writer, publicId: string): Promise<Refused> {
  const current = await findFigureState(tx, publicId);
  return new Refused(current === null ? { kind: "conflict" } : { kind: "conflict", current });
}

/** The status of a figure whose draft, if any, waits for nobody: what readers see of it, or a draft. */
export async function restingStatus(tx: Writer, { id, publishedRevisionId }: FigureRow): Promise<Status> {
  if (publishedRevisionId === null) return "draft";
  const [shown] = await tx
    .select({ status: publications.status })
    .from(publications)
    .where(and(eq(publications.figureId, id), eq(publications.knownToRev, openEnd)));
  return shown?.status ?? "draft";
}
