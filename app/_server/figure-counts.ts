import { countByMetric } from "@/db/queries/count-by-metric";
import { metricStates } from "@/db/queries/current-state";
import { listReportDays, type Reports } from "@/db/queries/list-report-days";
import { BoundedCache, entryBytes } from "@/domain/bounded-cache";
import type { FigureQuery } from "@/domain/figure-query";
import { reader } from "./database";
import { figuresState, namedBy } from "./figures-state";

/** What is remembered of days, and as much of counts, in bytes: keys hold what was looked for, however long. */
const most = 16 * 1024 * 1024;
/** What a day of reports weighs, roughly. */
const dayBytes = 120;

/** For more metrics than this all are looked through at once. */
export const fewMetrics = 3;

const remembered = globalThis as { verbatimReportDays?: BoundedCache<Reports> };

/** The days of reports of a query, remembered in the same way. */
export async function reportDays(query: FigureQuery, revision: number): Promise<Reports> {
  remembered.verbatimReportDays ??= new BoundedCache(most);
  const db = await reader();
  const { known_on: _chosen, ...rest } = query;
  const key = await figuresState(db, rest, revision);
  const known = remembered.verbatimReportDays.get(key);
  if (known) return known;
  const found = await listReportDays(db, rest, revision);
  remembered.verbatimReportDays.set(key, found, entryBytes(key) + dayBytes * found.days.length);
  return found;
}

const counted = globalThis as { verbatimCounts?: BoundedCache<number> };

/** How many figures of each metric a query finds, each remembered in the same way; metrics without one are not among them. */
export async function figureCounts(
  query: FigureQuery,
  revision: number,
): Promise<ReadonlyMap<string, number>> {
  counted.verbatimCounts ??= new BoundedCache(most);
  const known = counted.verbatimCounts;
  const db = await reader();
  const keys = new Map(
    [...(await metricStates(db, revision))]
      .filter(([metric]) => query.metric === undefined || query.metric === metric)
      .map(([metric, state]) => [metric, namedBy(state, { ...query, metric })]),
  );
  const counts = new Map([...keys].map(([metric, key]) => [metric, known.get(key)]));
  const missing = [...counts].flatMap(([metric, count]) => (count === undefined ? [metric] : []));
  const together = missing.length > fewMetrics ? await countByMetric(db, query, revision) : null;
  for (const metric of missing) {
    const found = together ?? (await countByMetric(db, { ...query, metric }, revision));
    const count = found.get(metric) ?? 0;
    counts.set(metric, count);
    const key = keys.get(metric)!; // every metric has one
    known.set(key, count, entryBytes(key));
  }
  return new Map([...counts].flatMap(([metric, count]) => (count ? [[metric, count]] : [])));
}
