import { eq } from "drizzle-orm";
import type { FigureState } from "@/domain/result";
import type { Reader } from "../client";
import { figures } from "../schema/figures";
import { figureInputsOf } from "./figure-inputs";

/** A figure as an editor may go on with it: its draft, else what is published; null where there is neither. */
export async function findFigureState(db: Reader, publicId: string): Promise<FigureState | null> {
  const [row] = await db.select().from(figures).where(eq(figures.publicId, publicId));
  const revisionId = row?.draftRevisionId ?? row?.publishedRevisionId;
  if (row === undefined || revisionId == null) return null;
  const { rowVersion, status } = row;
  const figure = (await figureInputsOf(db, [revisionId])).get(revisionId)!; // the foreign key leads to it
  return { publicId, rowVersion, status, figure };
}
