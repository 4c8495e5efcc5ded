import { and, eq, sql } from "drizzle-orm";
import type { FigureQuery } from "@/domain/figure-query";
import type { Reader } from "../client";
import { metrics } from "../schema/metrics";
import { publicationKeys as keys } from "../schema/publication-keys";
import { readFilters } from "./read-filters";
import { keyedAt, whereFigures } from "./where-figures";

/** How many figures of each metric a query finds, by slug; metrics without one are not among them. */
export async function countByMetric(
  db: Reader,
  query: FigureQuery,
  revision: number,
): Promise<ReadonlyMap<string, number>> {
  const found = db
    .select({ metric: keys.metricId, count: sql<number>`count(*)::int`.as("count") })
    .from(keys)
    .where(and(keyedAt(revision), whereFigures(await readFilters(db, query))))
    .groupBy(keys.metricId)
    .as("found");
  const rows = await db
    .select({ slug: metrics.slug, count: found.count })
    .from(found)
    .innerJoin(metrics, eq(metrics.id, found.metric));
  return new Map(rows.map(({ slug, count }) => [slug, count]));
}
