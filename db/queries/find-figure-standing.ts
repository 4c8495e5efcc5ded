import { eq } from "drizzle-orm";
import type { Status } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { figures } from "../schema/figures";

/** Where a figure stands on its way to readers. */
export type FigureStanding = {
  readonly status: Status;
  readonly rowVersion: number;
  readonly hasDraft: boolean;
  /** Whether readers have ever been shown it. */
  readonly seen: boolean;
};

/** How a figure stands; one that was discarded before it was ever published has neither draft nor readers. */
export async function findFigureStanding(db: Reader, publicId: string): Promise<FigureStanding | null> {
  const [row] = await db.select().from(figures).where(eq(figures.publicId, publicId));
  if (row === undefined) return null;
  const { status, rowVersion, draftRevisionId, publishedRevisionId } = row;
  return { status, rowVersion, hasDraft: draftRevisionId !== null, seen: publishedRevisionId !== null };
}
