import { asc, eq } from "drizzle-orm";
import type { Metric } from "@/domain/figure";
import type { Reader } from "../client";
import { metrics, units } from "../schema/metrics";
import { toMetric } from "./figure-rows";

/** Every metric in the order of the dashboard. */
export async function listMetrics(db: Reader): Promise<Metric[]> {
  const rows = await db
    .select({ metric: metrics, metricUnit: units })
    .from(metrics)
    .innerJoin(units, eq(units.id, metrics.unitId))
    .orderBy(asc(metrics.group), asc(metrics.position), asc(metrics.id));
  return rows.map(toMetric);
}

/** A metric by slug, or null. */
export async function findMetric(db: Reader, slug: string): Promise<Metric | null> {
  const [row] = await db
    .select({ metric: metrics, metricUnit: units })
    .from(metrics)
    .innerJoin(units, eq(units.id, metrics.unitId))
    .where(eq(metrics.slug, slug));
  return row === undefined ? null : toMetric(row);
}
