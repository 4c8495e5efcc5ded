import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { Reader } from "../client";
import { figures } from "../schema/figures";
import { publications } from "../schema/publications";

const prepare = (db: Reader) =>
  db
    .select({ id: publications.id })
    .from(publications)
    .innerJoin(figures, eq(figures.id, publications.figureId))
    .where(
      and(
        eq(figures.publicId, sql.placeholder("publicId")),
        lte(publications.knownFromRev, sql.placeholder("revision")),
        gt(publications.knownToRev, sql.placeholder("revision")),
      ),
    )
    .prepare("find_publication");
const prepared = new WeakMap<Reader, ReturnType<typeof prepare>>();

/** The publication by which readers are shown a figure at a revision, retracted or not; null where there is none. */
export async function findPublication(
  db: Reader,
  publicId: string,
  revision: number,
): Promise<number | null> {
  const ask = prepared.get(db) ?? prepare(db);
  prepared.set(db, ask);
  const [shown] = await ask.execute({ publicId, revision });
  return shown?.id ?? null;
}
