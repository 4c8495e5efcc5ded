import { asc, eq, sql } from "drizzle-orm";
import type { Reader } from "../client";
import { sources, sourceVersions } from "../schema/sources";

/** Sources that are tables, by title. */
export function listDatasets(db: Reader): Promise<{ slug: string; title: string }[]> {
  return db
    .selectDistinct({ slug: sources.slug, title: sources.title })
    .from(sources)
    .innerJoin(sourceVersions, eq(sourceVersions.sourceId, sources.id))
    .where(eq(sourceVersions.extent, "records"))
    .orderBy(asc(sql`${sources.title}`), asc(sources.slug));
}
