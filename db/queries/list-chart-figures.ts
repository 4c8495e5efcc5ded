import { and, eq, inArray, sql } from "drizzle-orm";
import type { Population } from "@/domain/chart/chart";
import { groupBy } from "@/domain/chart/group-by";
import type { Figure } from "@/domain/figure";
import type { FigureQuery } from "@/domain/figure-query";
import { asTheyStood } from "@/domain/known-on";
import type { Reader } from "../client";
import { figures, figureRevisions as revisions } from "../schema/figures";
import { figureRows, shownAt } from "./figure-rows";
import { timeOrder, toFigures } from "./list-figures";
import { readFilters } from "./read-filters";
import { slimFigures } from "./slim-figures";

/** What a chart of one metric is drawn from: every figure of a sparse one, the outline of a dense one. */
export type ChartFigures = {
  /** In time order. */
  readonly figures: readonly Figure[];
  /** Counts of all there is; null where `figures` are all there is. */
  readonly population: Population | null;
};

export type Outline = {
  /** A metric with more figures than this is dense. */
  readonly most: number;
  /** Into so many stretches of time it is cut, of which the lowest and the highest are kept, ... */
  readonly stretches: number;
  /** ... or into so many where more than three claimants get a plot each. */
  readonly stretchesApart: number;
  /** So many of the newest are kept besides. */
  readonly newest: number;
};

/** Above so many rows a page's table is cut: the explorer has the rest. */
export const newestOnPage = 200;

/** The widest plot of a page is 1050 pixels wide, or 300 where claimants are drawn apart: a pair per two of them. */
export const pageOutline: Outline = { most: 1200, stretches: 530, stretchesApart: 170, newest: newestOnPage };
/** A card draws a pair per eight pixels. */
export const cardOutline: Outline = { most: 300, stretches: 75, stretchesApart: 40, newest: 20 };

/** What was replaced, corrected, withdrawn or denied is kept whole up to so many, the newest first. */
const mostSpecial = 500;

/**
 * What the charts of a query draw, by metric. The database looks at every figure the query finds, and hands over a
 * bounded number whatever there is: per claimant, subject and place the first, the last, the lowest and highest of each
 * stretch of time, the newest, what readers may ask after one by one, and what is meant by name (`keep`: public ids).
 */
export async function listChartFigures(
  db: Reader,
  query: FigureQuery,
  revision: number,
  outline: Outline,
  {
    ghosts = false,
    hide = [],
    keep = [],
  }: { ghosts?: boolean; hide?: readonly string[]; keep?: readonly string[] } = {},
): Promise<Map<string, ChartFigures>> {
  const counts = await readOutline(db, query, revision, outline, { ghosts, hide, keep });
  const ids = counts.flatMap(({ ids }) => ids);
  if (ids.length === 0) return new Map();
  const rows = await figureRows(db, revision)
    .where(and(shownAt(revision), inArray(revisions.id, ids)))
    .orderBy(...timeOrder);
  const byMetric = groupBy(await toFigures(db, rows), (figure) => figure.metric.slug);
  return new Map(
    counts.map(({ metric, population }) => {
      const figures = byMetric.get(metric) ?? [];
      const whole = figures.length === population.total;
      const standing = query.known_on === undefined ? figures : asTheyStood(figures, ghosts);
      return [metric, { figures: standing, population: whole ? null : population }];
    }),
  );
}

/** The revisions of figures by their public ids: whatever of them the query finds is kept. */
const revisionsOf = (db: Reader, ids: readonly string[]) =>
  db
    .select({ id: revisions.id })
    .from(revisions)
    .innerJoin(figures, eq(figures.id, revisions.figureId))
    .where(inArray(figures.publicId, [...ids]));

type OutlineRow = { metric: string; ids: number[]; population: Population };

/** The keys of the revisions to draw and the counts of all, by metric, in one pass over what the query finds. */
async function readOutline(
  db: Reader,
  query: FigureQuery,
  revision: number,
  { most, stretches, stretchesApart, newest }: Outline,
  { keep, ...leave }: { ghosts: boolean; hide: readonly string[]; keep: readonly string[] },
): Promise<OutlineRow[]> {
  const meant =
    keep.length > 0
      ? sql`union select metric, id from slim where id in ${revisionsOf(db, keep)}`
      : sql.empty();
  const filters = await readFilters(db, query);
  const rows = await db.execute<OutlineRow>(sql`
    with slim as materialized ${slimFigures(db, filters, revision, leave)},
    spans as (select metric, count(*) as n, min(at) as a, max(at) as z,
        case when count(distinct claimant) > 3 then ${stretchesApart}::int else ${stretches}::int end as stretches
      from slim group by metric),
    dense as (select slim.*, (at - a)::bigint * stretches / (z - a + 1) as stretch
      from slim join spans using (metric) where n > ${most}),
    ends as (select metric, series, (min(array[lowest, id]))[2]::int as low, (max(array[highest, id]))[2]::int as high
      from dense where at is not null and lowest is not null group by metric, series, stretch),
    outer_ends as (select metric, (min(array[at, id]))[2] as first, (max(array[at, id]))[2] as last
      from dense where at is not null group by metric, series),
    said as (select metric, (max(array[said, at, id]))[3] as id from dense group by metric, series),
    special as (select metric, id, row_number() over (partition by metric order by at desc nulls last, id) as nth
      from dense where special),
    latest as (select metric, id, row_number() over (partition by metric order by at desc nulls last, id desc) as nth
      from dense),
    kept as (
      select metric, id from slim join spans using (metric) where n <= ${most}
      union select metric, unnest(array[low, high]) from ends
      union select metric, unnest(array[first, last]) from outer_ends
      union select metric, id from said
      union select metric, id from special where nth <= ${mostSpecial}
      union select metric, id from latest where nth <= ${newest}
      ${meant}),
    ids as (select metric, array_agg(id) as ids from kept where id is not null group by metric),
    claimed as (select metric, json_object_agg(claimant, n order by claimant collate "C") as by_claimant
      from (select metric, claimant, count(*) as n from slim group by metric, claimant) as counted group by metric),
    counts as (select metric, count(*) as total, count(*) filter (where current) as current,
        count(*) filter (where current and claimant = '') as unattributed,
        count(*) filter (where superseded) as superseded, count(*) filter (where retracted) as retracted
      from slim group by metric)
    select metric, ids, json_build_object('total', total, 'current', current, 'unattributed', unattributed,
      'superseded', superseded, 'retracted', retracted, 'byClaimant', by_claimant) as population
    from counts join ids using (metric) join claimed using (metric)
    order by metric collate "C"`);
  return [...rows];
}
