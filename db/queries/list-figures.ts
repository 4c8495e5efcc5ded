import { and, sql } from "drizzle-orm";
import type { Cursor } from "@/domain/cursor";
import type { Figure } from "@/domain/figure";
import { defaultSort, type FigureQuery, type Sort } from "@/domain/figure-query";
import { day } from "@/domain/inputs";
import type { Reader } from "../client";
import { figures, figureRevisions as revisions } from "../schema/figures";
import { countKeys, findKeys, keyOf, type Place } from "./figure-keys";
import { attributionsOf, type FigureRow, figureRows, shownAt, toFigure } from "./figure-rows";
import { type Filters, readFilters } from "./read-filters";
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

export type FigurePage = {
  readonly figures: readonly Figure[];
  /** Cursors of the neighbouring pages, null at the ends. */
  readonly next: Cursor | null;
  readonly previous: Cursor | null;
};

type Wish = { readonly revision: number; readonly size: number; readonly cursor?: Cursor | null };

/** One page of figures shown at `revision`, found by key: page 10 000 costs what page 1 costs. */
export async function listFigures(db: Reader, query: FigureQuery, wish: Wish): Promise<FigurePage> {
  return pageOf(db, await readFilters(db, query), wish);
}

/** The same, and how many figures the query finds, counted no further than `cap`. */
export async function findTable(
  db: Reader,
  query: FigureQuery,
  { cap, ...wish }: Wish & { readonly cap: number },
): Promise<{ readonly page: FigurePage; readonly count: number }> {
  const filters = await readFilters(db, query);
  return {
    count: await countKeys(db, filters, wish.revision, cap),
    page: await pageOf(db, filters, wish),
  };
}

async function pageOf(
  db: Reader,
  filters: Filters,
  { revision, size, cursor = null }: Wish,
): Promise<FigurePage> {
  const sort = filters.query.sort ?? defaultSort;
  const backwards = cursor?.direction === "before";
  const found = await findKeys(db, filters, { revision, sort, backwards, beyond: cursor, limit: size + 1 });
  const more = found.length > size;
  const page = found.slice(0, size);
  if (backwards) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const rows = await rowsOfPublications(
    db,
    revision,
    page.map(({ publication }) => publication),
  );
  const at = (place: Place | undefined, direction: Cursor["direction"]): Cursor | null =>
    place === undefined ? null : { direction, key: place.key, id: place.id };
  return {
    figures: await toFigures(db, rows),
    next: backwards || more ? at(last, "after") : null,
    previous: (backwards ? more : cursor !== null) ? at(first, "before") : null,
  };
}

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

async function inTimeOrder(db: Reader, query: FigureQuery, revision: number): Promise<FigureRow[]> {
  return figureRows(db, revision)
    .where(and(shownAt(revision), whereFigures(await readFilters(db, query))))
    .orderBy(...timeOrder);
}

/** As they follow each other in time, of one day by their public ids. */
const timeOrder = [
  sql`coalesce(${revisions.periodStart}, ${revisions.reportedStart}, '0001-01-01'::date)`,
  sql`${figures.publicId} collate "C"`,
] as const;

/** How many figures a query finds, counted no further than `cap`. */
export async function countFigures(
  db: Reader,
  query: FigureQuery,
  revision: number,
  cap = 10_000,
): Promise<number> {
  return countKeys(db, await readFilters(db, query), revision, cap);
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
