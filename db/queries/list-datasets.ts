import { asc, eq, sql } from "drizzle-orm";
import type { ImportMap } from "@/domain/import/map";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { sources, sourceVersions } from "../schema/sources";

export type Dataset = Omit<NonNullable<ImportMap["dataset"]>, "licence">;

/** Sources that are tables, by title, as a map names them. */
export function listDatasets(db: Reader): Promise<Dataset[]> {
  return db
    .selectDistinct({
      slug: sources.slug,
      title: sources.title,
      publisher: agents.slug,
      url: sources.url,
      lang: sources.lang,
      published: sql<string | null>`${sources.publishedStart}::text`,
    })
    .from(sources)
    .innerJoin(sourceVersions, eq(sourceVersions.sourceId, sources.id))
    .innerJoin(agents, eq(agents.id, sources.publisherId))
    .where(eq(sourceVersions.extent, "records"))
    .orderBy(asc(sources.title), asc(sources.slug));
}

/** The slugs of all sources there are. */
export const listSourceSlugs = async (db: Reader): Promise<string[]> =>
  (await db.select({ slug: sources.slug }).from(sources)).map(({ slug }) => slug);
