import { desc, eq, sql } from "drizzle-orm";
import type { Reader } from "../client";
import { collection } from "../schema/collection";
import { figureRevisions, figures } from "../schema/figures";

export type SeedState = {
  readonly publicId: string;
  readonly rowVersion: number;
  /** Who wrote the newest revision: what an editor has touched, the seeds leave alone. */
  readonly authorId: string;
};

/** Every figure with the author of its newest revision. */
export async function listSeedStates(db: Reader): Promise<SeedState[]> {
  return db
    .selectDistinctOn([figures.id], {
      publicId: figures.publicId,
      rowVersion: figures.rowVersion,
      authorId: figureRevisions.authorId,
    })
    .from(figures)
    .innerJoin(figureRevisions, eq(figureRevisions.figureId, figures.id))
    .orderBy(sql`${figures.id}`, desc(figureRevisions.number));
}

/** The hash of the seeds last loaded, null where none were. */
export async function loadedSeedsSha256(db: Reader): Promise<string | null> {
  const [row] = await db.select({ sha256: collection.seedsSha256 }).from(collection);
  return row?.sha256 ?? null;
}
