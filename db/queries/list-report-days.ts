import { sql } from "drizzle-orm";
import type { FigureQuery } from "@/domain/figure-query";
import type { ReportDay } from "@/domain/known-on";
import type { Reader } from "../client";
import { readFilters } from "./read-filters";
import { slimFigures } from "./slim-figures";

export type Reports = {
  /** In order of time. */
  readonly days: readonly ReportDay[];
  /** All claims a query finds, those whose report has no known day among them. */
  readonly total: number;
};

/** The days on which something a query finds was reported. Its own `known_on` is left aside: it is what may be chosen. */
export async function listReportDays(db: Reader, query: FigureQuery, revision: number): Promise<Reports> {
  const { known_on: _chosen, ...rest } = query;
  const rows = await db.execute<{ day: string | null; count: number }>(sql`
    select case when said > 0 then (date '1000-01-01' + said)::text end as day, count(*)::int as count
    from ${slimFigures(db, await readFilters(db, rest), revision)} as slim
    group by 1 order by 1`);
  const days = [...rows].flatMap(({ day, count }) => (day === null ? [] : [{ day, count }]));
  return { days, total: [...rows].reduce((sum, { count }) => sum + count, 0) };
}
