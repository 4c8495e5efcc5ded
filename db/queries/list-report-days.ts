import { and, sql } from "drizzle-orm";
import type { FigureQuery } from "@/domain/figure-query";
import type { ReportDay } from "@/domain/known-on";
import type { Reader } from "../client";
import { publicationKeys as keys } from "../schema/publication-keys";
import { readFilters } from "./read-filters";
import { keyedAt, whereFigures } from "./where-figures";

export type Reports = {
  /** In order of time. */
  readonly days: readonly ReportDay[];
  /** All claims a query finds, those whose report has no known day among them. */
  readonly total: number;
};

/** The days on which something a query finds was reported. Its own `known_on` is left aside: it is what may be chosen. */
export async function listReportDays(db: Reader, query: FigureQuery, revision: number): Promise<Reports> {
  const { known_on: _chosen, ...rest } = query;
  const rows = await db
    .select({ day: keys.reportedEnd, count: sql<number>`count(*)::int` })
    .from(keys)
    .where(and(keyedAt(revision), whereFigures(await readFilters(db, rest))))
    .groupBy(keys.reportedEnd)
    .orderBy(keys.reportedEnd);
  const days = rows.flatMap(({ day, count }) => (day === null ? [] : [{ day, count }]));
  return { days, total: rows.reduce((sum, { count }) => sum + count, 0) };
}
