import { and, type SQL, sql } from "drizzle-orm";
import type { Cursor } from "@/domain/cursor";
import type { Figure } from "@/domain/figure";
import { defaultSort, type FigureQuery, type Sort, type SortKey } from "@/domain/figure-query";
import { day } from "@/domain/inputs";
import type { Reader } from "../client";
import { figures, figureRevisions as revisions } from "../schema/figures";
import { metrics } from "../schema/metrics";
import { figureKeys, publication } from "./figure-keys";
import { attributionsOf, claimants, type FigureRow, figureRows, shownAt, toFigure } from "./figure-rows";
import { agentsBySlug } from "./reference";
import { rowsOfPublications } from "./rows-of-publications";
import { whereFigures } from "./where-figures";

/** A day of the calendar: `Date` alone takes 31 February for 3 March, and PostgreSQL takes it for an error. */
const isDay = (key: string) => day.safeParse(key).success;

/** Whether a cursor could carry this key under a sort: what is not is never handed to the database. */
export function isSortKey(sort: Sort, key: string): boolean {
  switch (keyOf(sort)) {
    case "period":
    case "reported":
      return isDay(key);
    case "value":
      return /^-?\d{1,30}(\.\d{1,30})?$/.test(key);
    case "metric":
    case "claimant":
      return /^[a-z0-9-]{0,80}$/.test(key);
  }
}

export const keyOf = (sort: Sort) => sort.replace("-", "") as SortKey; // a sort is a key with or without "-"

/** What rows are ordered by, never null, and how it is compared with the text a cursor carries. */
export const sortColumns: Record<SortKey, { column: SQL; cast: SQL }> = {
  period: {
    column: sql`coalesce(${revisions.periodStart}, ${revisions.reportedStart}, '0001-01-01'::date)`,
    cast: sql`::date`,
  },
  reported: { column: sql`coalesce(${revisions.reportedStart}, '0001-01-01'::date)`, cast: sql`::date` },
  value: {
    column: sql`coalesce(${revisions.value}, ${revisions.low}, ${revisions.high}, 0)`,
    cast: sql`::numeric`,
  },
  metric: { column: sql`${metrics.slug} collate "C"`, cast: sql`::text collate "C"` },
  claimant: { column: sql`coalesce(${claimants.slug}, '') collate "C"`, cast: sql`::text collate "C"` },
};

export type FigurePage = {
  readonly figures: readonly Figure[];
  /** Cursors of the neighbouring pages, null at the ends. */
  readonly next: Cursor | null;
  readonly previous: Cursor | null;
};

/** One page of figures shown at `revision`, found by key: page 10 000 costs what page 1 costs. */
export async function listFigures(
  db: Reader,
  query: FigureQuery,
  { revision, size, cursor = null }: { revision: number; size: number; cursor?: Cursor | null },
): Promise<FigurePage> {
  const sort = query.sort ?? defaultSort;
  const { column, cast } = sortColumns[keyOf(sort)];
  const backwards = cursor?.direction === "before";
  const falling = sort.startsWith("-") !== backwards;
  const beyond =
    cursor &&
    sql`(${column}, ${revisions.figureId}) ${falling ? sql`<` : sql`>`}
    (${cursor.key}${cast}, ${figureAt(cursor)})`;
  const order = falling ? sql`desc` : sql`asc`;
  const keys = await figureKeys(db, publication)
    .where(and(shownAt(revision), whereFigures(query), beyond ?? undefined))
    .orderBy(sql`${column} ${order}`, sql`${revisions.figureId} ${order}`)
    .limit(size + 1);
  const rows = await rowsOfPublications(
    db,
    revision,
    keys.map((key) => key.publication!),
  );
  const more = rows.length > size;
  const page = rows.slice(0, size);
  if (backwards) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const at = (row: FigureRow | undefined, direction: Cursor["direction"]): Cursor | null =>
    row === undefined ? null : { direction, key: sortKeyOf(row, sort), id: row.figure.publicId };
  return {
    figures: await toFigures(db, page),
    next: backwards || more ? at(last, "after") : null,
    previous: (backwards ? more : cursor !== null) ? at(first, "before") : null,
  };
}

/** The key of the figure a cursor stands on: rows of one key are in the order in which they were first recorded. */
export const figureAt = ({ id }: { readonly id: string }) =>
  sql`(select stood.id from figures stood where stood.public_id = ${id})`;

/** Every figure of a metric shown at `revision`, in time order: what a chart draws. */
export async function listMetricFigures(
  db: Reader,
  metric: string,
  query: FigureQuery,
  revision: number,
): Promise<Figure[]> {
  return toFigures(db, await inTimeOrder(db, { ...query, metric }, revision));
}

/** Every figure shown at `revision` in time order: what the dashboard draws. */
export async function listAllFigures(db: Reader, query: FigureQuery, revision: number): Promise<Figure[]> {
  return toFigures(db, await inTimeOrder(db, query, revision));
}

const inTimeOrder = (db: Reader, query: FigureQuery, revision: number) =>
  figureRows(db, revision)
    .where(and(shownAt(revision), whereFigures(query)))
    .orderBy(sortColumns.period.column, sql`${figures.publicId} collate "C"`);

/** How many figures a query finds, counted no further than `cap`. */
export async function countFigures(
  db: Reader,
  query: FigureQuery,
  revision: number,
  cap = 10_000,
): Promise<number> {
  const found = figureKeys(db, publication)
    .where(and(shownAt(revision), whereFigures(query)))
    .limit(cap)
    .as("found");
  const [row] = await db.select({ count: sql`count(*)`.mapWith(Number) }).from(found);
  return row!.count; // an aggregate always answers
}

export async function toFigures(db: Reader, rows: readonly FigureRow[]): Promise<Figure[]> {
  const agentBySlug = await agentsBySlug(db);
  const links = await attributionsOf(
    db,
    rows.map((row) => row.revision.id),
    agentBySlug,
  );
  return rows.map((row) => toFigure(row, links, agentBySlug));
}

function sortKeyOf({ revision, metric, claimant }: FigureRow, sort: Sort): string {
  switch (keyOf(sort)) {
    case "period":
      return revision.periodStart ?? revision.reportedStart ?? "0001-01-01";
    case "reported":
      return revision.reportedStart ?? "0001-01-01";
    case "value":
      return revision.value ?? revision.low ?? revision.high ?? "0";
    case "metric":
      return metric.slug;
    case "claimant":
      return claimant?.slug ?? "";
  }
}
