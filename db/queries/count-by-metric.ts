import { sql } from "drizzle-orm";
import type { FigureQuery } from "@/domain/figure-query";
import type { Reader } from "../client";
import { metrics } from "../schema/metrics";
import { readFilters } from "./read-filters";
import { slimFigures } from "./slim-figures";

/** How many figures of each metric a query finds, by slug; metrics without one are not among them. */
export async function countByMetric(
  db: Reader,
  query: FigureQuery,
  revision: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.execute<{ slug: string; count: number }>(sql`
    select ${metrics.slug} as slug, found.count from ${metrics} join (
      select metric, count(*)::int as count from ${slimFigures(db, await readFilters(db, query), revision)} as slim group by metric
    ) as found on found.metric = ${metrics.id}`);
  return new Map([...rows].map(({ slug, count }) => [slug, count]));
}
