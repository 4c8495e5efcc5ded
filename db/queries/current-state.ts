import { and, eq, lte, max, type SQL, sql } from "drizzle-orm";
import type { Reader } from "../client";
import { auditHead } from "../schema/audit-chain";
import { metrics } from "../schema/metrics";
import { metricPublishes } from "../schema/publications";

/**
 * A number that grows with every write that readers may see: the place in the chain over the audit, which the database
 * adds to at commit and in the order of the commits, of the last such event (docs/decisions/0027). What was read under
 * one number is what it was for as long as that stands.
 */
export async function currentState(db: Reader): Promise<number> {
  const [head] = await db.select({ shown: auditHead.shown }).from(auditHead);
  return head?.shown ?? 0;
}

/** The same of all that readers may see but for what is published: the names in a figure stand as long as this does. */
export async function namesState(db: Reader): Promise<number> {
  const [head] = await db.select({ named: auditHead.named }).from(auditHead);
  return head?.named ?? 0;
}

/**
 * The same of what is made of one metric's figures at a revision, whatever is published of other metrics: when a figure
 * of it last changed, and the last write that readers may see but for publishing. What was read under one is what it was
 * at every revision that has the same.
 */
export async function metricState(db: Reader, metric: string, revision: number): Promise<string> {
  return (await statesOf(db, revision, eq(metrics.slug, metric))).get(metric) ?? "";
}

/** The same of every metric, by its slug. */
export const metricStates = (db: Reader, revision: number): Promise<ReadonlyMap<string, string>> =>
  statesOf(db, revision);

async function statesOf(db: Reader, revision: number, which?: SQL): Promise<ReadonlyMap<string, string>> {
  const last = db
    .select({ last: max(metricPublishes.fromRev) })
    .from(metricPublishes)
    .where(and(eq(metricPublishes.metricId, metrics.id), lte(metricPublishes.fromRev, revision)));
  const rows = await db
    .select({ slug: metrics.slug, named: auditHead.named, last: sql<string | null>`(${last})::text` })
    .from(metrics)
    .crossJoin(auditHead)
    .where(which);
  return new Map(rows.map(({ slug, named, last }) => [slug, `${named}/${last ?? 0}`]));
}
