import { and, asc, between, eq, max, sql } from "drizzle-orm";
import type { SitemapPage } from "@/domain/sitemap";
import type { Reader } from "../client";
import { figureRevisions, figures } from "../schema/figures";
import { metrics } from "../schema/metrics";
import { openEnd, publications } from "../schema/publications";

/** What readers see today: retracted figures keep their pages, but nobody is sent to them. */
const standing = and(eq(publications.knownToRev, openEnd), eq(publications.status, "published"));

export type SitemapPart = { readonly part: number; readonly changed: Date };

/** The parts of the collection that hold a figure, numbered from 1, `size` keys of figures each. */
export async function listSitemapParts(db: Reader, size: number): Promise<SitemapPart[]> {
  const part = sql<number>`(${publications.figureId} - 1) / ${sql.raw(String(Math.trunc(size)))} + 1`.mapWith(
    Number,
  );
  const rows = await db
    .select({ part, changed: max(publications.publishedAt) })
    .from(publications)
    .where(standing)
    .groupBy(part)
    .orderBy(asc(part));
  return rows.map((row) => ({ part: row.part, changed: row.changed! })); // of at least one
}

/** The pages of the figures of one part. */
export async function listSitemapFigures(db: Reader, part: number, size: number): Promise<SitemapPage[]> {
  const rows = await db
    .select({ id: figures.publicId, changed: publications.publishedAt })
    .from(publications)
    .innerJoin(figures, eq(figures.id, publications.figureId))
    .where(and(standing, between(publications.figureId, (part - 1) * size + 1, part * size)))
    .orderBy(asc(publications.figureId));
  return rows.map(({ id, changed }) => ({ path: `/figures/${id}`, changed }));
}

/** The pages of the metrics that have a figure. */
export async function listSitemapMetrics(db: Reader): Promise<SitemapPage[]> {
  const rows = await db
    .select({ slug: metrics.slug, changed: max(publications.publishedAt) })
    .from(publications)
    .innerJoin(figureRevisions, eq(figureRevisions.id, publications.revisionId))
    .innerJoin(metrics, eq(metrics.id, figureRevisions.metricId))
    .where(standing)
    .groupBy(metrics.slug)
    .orderBy(asc(metrics.slug));
  return rows.map(({ slug, changed }) => ({ path: `/metrics/${slug}`, changed }));
}
