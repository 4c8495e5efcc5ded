import { desc, eq } from "drizzle-orm";
import type { Reader } from "../client";
import { sources, sourceVersions } from "../schema/sources";

/** The newest text of a source, whole: for editors only. Null where there is no such source. */
export async function findNewestVersion(
  db: Reader,
  source: string,
): Promise<typeof sourceVersions.$inferSelect | null> {
  const [row] = await db
    .select({ version: sourceVersions })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(eq(sources.slug, source))
    .orderBy(desc(sourceVersions.number))
    .limit(1);
  return row?.version ?? null;
}
