import { eq, inArray, sql } from "drizzle-orm";
import { finest } from "@/domain/chart/budget";
import type { Population } from "@/domain/chart/chart";
import type { FigureQuery } from "@/domain/figure-query";
import { mostHeadlines } from "@/domain/latest-figures";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { figures } from "../schema/figures";
import { metrics } from "../schema/metrics";
import { publications } from "../schema/publications";
import { readFilters } from "./read-filters";
import { agentsBySlug } from "./reference";
import { slimFigures } from "./slim-figures";

export type Outline = {
  /** A metric with more figures than this is dense, ... */
  readonly most: number;
  /** ... and one with more claimants than this, of whom so many are drawn. */
  readonly panels: number;
  /** Into so many stretches of time it is cut at most, of which the lowest and the highest are kept, ... */
  readonly stretches: number;
  /** ... or into so many where more than three claimants get a plot each. */
  readonly stretchesApart: number;
  /** So many lowest and highest are kept of all series together: many series are cut into fewer stretches. */
  readonly marks: number;
  /** So many of the newest are kept besides, ... */
  readonly newest: number;
  /** ... and so many of what was replaced, corrected, withdrawn or denied, the newest first. */
  readonly special: number;
};

/** What is left out, and what is meant by name whatever else is left out: public ids. */
export type Asked = {
  readonly ghosts: boolean;
  readonly hide: readonly string[];
  readonly keep: readonly string[];
};

/** The publications of figures by their public ids: whatever of them the query finds is kept. */
const publicationsOf = (db: Reader, ids: readonly string[]) =>
  db
    .select({ id: publications.id })
    .from(publications)
    .innerJoin(figures, eq(figures.id, publications.figureId))
    .where(inArray(figures.publicId, [...ids]));

type OutlineRow = {
  readonly metric: string;
  /** Keys of the publications to draw and to list. */
  readonly ids: number[];
  readonly population: Omit<Population, "left"> & {
    readonly left: readonly { readonly slug: string | null; readonly count: number }[];
  };
};

/**
 * The keys of the publications to draw and the counts of all, by metric, in one pass over what the query finds. Of too many
 * claimants those are drawn who state the lowest, the highest, the first, the last or the latest reported value, or
 * what is meant by name, then those who state most. Each series (claimant, definition, subject and place; of too many
 * of these, claimant and definition) has its share of the marks: the small ones all they have, the large ones the rest.
 */
export async function readOutline(
  db: Reader,
  query: FigureQuery,
  revision: number,
  { most, panels, stretches, stretchesApart, marks, newest, special }: Outline,
  { keep, ...leave }: Asked,
): Promise<(Omit<OutlineRow, "population"> & { readonly population: Population })[]> {
  const isMeant = keep.length > 0 ? sql`id in ${publicationsOf(db, keep)}` : sql`false`;
  const filters = await readFilters(db, query);
  const mine = sql`partition by metric order by`;
  const definition = sql`metric, claimant, unit, statistic, per`;
  const rows = await db.execute<OutlineRow>(sql`
    with slim as materialized ${slimFigures(db, filters, revision, leave)},
    claimed as (select metric, claimant, count(*) as n, min(lowest) filter (where current) as low,
        max(highest) filter (where current) as high, min(at) as first, max(at) as last, max(said) as said,
        count(*) filter (where current) as current, count(*) filter (where superseded) as superseded,
        count(*) filter (where retracted) as retracted, bool_or(${isMeant}) as meant
      from slim group by metric, claimant),
    needed as (select *, least(
          row_number() over (${mine} low, n desc, claimant),
          row_number() over (${mine} high desc nulls last, n desc, claimant),
          row_number() over (${mine} first, n desc, claimant),
          row_number() over (${mine} last desc nulls last, n desc, claimant),
          row_number() over (${mine} said desc, n desc, claimant)) = 1 as needed
      from claimed),
    ranked as (select *, row_number() over (${mine} meant desc, needed desc, n desc, claimant) as nth from needed),
    spans as (select metric, sum(n) as n, min(first) as a, max(last) as z, count(*) as claimants,
        case when count(*) filter (where claimant > 0) > 3 then ${stretchesApart}::int else ${stretches}::int end
          as most_stretches
      from ranked group by metric),
    thick as (select * from spans where n > ${most} or claimants > ${panels}),
    drawn as (select metric, claimant from ranked join thick using (metric) where nth <= ${panels}),
    things as (select ${definition}, thing, count(*) as n from slim join drawn using (metric, claimant)
      where at is not null and lowest is not null group by ${definition}, thing),
    grains as (select metric, count(*) * ${finest}::int <= ${marks} as fine from things group by metric),
    series as (select ${definition}, case when fine then thing end as thing, sum(n) as n
      from things join grains using (metric) group by 1, 2, 3, 4, 5, 6),
    shares as (select metric, n, (${marks} - coalesce(sum(n) over (${mine} n, claimant, unit, statistic, per, thing
          rows between unbounded preceding and 1 preceding), 0))
        / (count(*) over (partition by metric)
          - row_number() over (${mine} n, claimant, unit, statistic, per, thing) + 1) as share
      from series),
    cuts as (select metric, fine, a, z, greatest(1, least(most_stretches, coalesce(
          floor(max(share) filter (where shares.n > share) / 2), most_stretches)))::int as stretches
      from shares join thick using (metric) join grains using (metric) group by metric, fine, a, z, most_stretches),
    ends as (select ${definition}, case when fine then thing end as thing,
        (at - a)::bigint * stretches / (z - a + 1) as stretch,
        (min(array[lowest, id]))[2]::int as low, (max(array[highest, id]))[2]::int as high,
        (min(array[at, id]))[2] as first, (max(array[at, id]))[2] as last
      from slim join drawn using (metric, claimant) join cuts using (metric)
      where at is not null and lowest is not null group by 1, 2, 3, 4, 5, 6, 7),
    outer_ends as (select metric, (min(array[stretch, first]))[2]::int as first, (max(array[stretch, last]))[2]::int as last
      from ends group by ${definition}, thing),
    news as (select metric, max(array[said, coalesce(at, -1000000), standing, least(claimant, 1), id]) as newest
      from slim where metric in (select metric from thick) and not (superseded or retracted) group by metric, subject),
    said as (select metric, newest[5] as id, row_number() over (${mine} newest desc) as nth from news),
    heard as (select metric, (max(array[said, at, id]))[3] as id
      from slim join drawn using (metric, claimant) group by metric, claimant),
    special as (select metric, id, row_number() over (${mine} at desc nulls last, id) as nth
      from slim join drawn using (metric, claimant) where special),
    latest as (select metric, id, row_number() over (${mine} at desc nulls last, id desc) as nth
      from slim where metric in (select metric from thick)),
    kept as (
      select metric, id from slim where metric not in (select metric from thick)
      union select metric, unnest(array[low, high]) from ends
      union select metric, unnest(array[first, last]) from outer_ends
      union select metric, id from said where nth <= ${mostHeadlines}
      union select metric, id from heard
      union select metric, id from special where nth <= ${special}
      union select metric, id from latest where nth <= ${newest}
      union select metric, id from slim where ${isMeant}),
    ids as (select metric, array_agg(id) as ids from kept where id is not null group by metric),
    counts as (select metric, json_build_object('total', sum(n), 'current', sum(current),
        'unattributed', coalesce(sum(current) filter (where claimant = 0), 0),
        'superseded', sum(superseded), 'retracted', sum(retracted),
        'byClaimant', json_object_agg(coalesce(slug, ''), n order by coalesce(slug, '') collate "C"),
        'left', coalesce(json_agg(json_build_object('slug', slug, 'count', n) order by nth)
          filter (where nth > ${panels}), '[]')) as population
      from ranked left join (select id as claimant, slug from ${agents}) as names using (claimant) group by metric)
    select slug as metric, ids, population from counts join ids using (metric) join ${metrics} on metrics.id = metric
    order by slug collate "C"`);
  if (rows.every(({ population }) => population.left.length === 0))
    return [...rows].map((row) => ({ ...row, population: { ...row.population, left: [] } }));
  const agentOf = await agentsBySlug(db);
  return [...rows].map(({ population, ...row }) => ({
    ...row,
    population: {
      ...population,
      left: population.left.map(({ slug, count }) => ({
        slug,
        name: slug === null ? null : agentOf(slug).name,
        count,
      })),
    },
  }));
}
