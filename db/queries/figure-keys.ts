import { and, type SQL, sql } from "drizzle-orm";
import type { Sort, SortKey } from "@/domain/figure-query";
import type { Reader } from "../client";
import { publicationKeys as keys, nobody } from "../schema/publication-keys";
import type { Filters } from "./read-filters";
import { keyedAt, periodKey, reportKey, whereFigures } from "./where-figures";

export const keyOf = (sort: Sort) => sort.replace("-", "") as SortKey; // a sort is a key with or without "-"

/** A place in an order: the text of a sort's key, and the public id of the figure that stands there. */
export type Place = { readonly key: string; readonly id: string };
/** A figure found: its publication, and its place. */
export type FoundKey = Place & { readonly publication: number };

type Walk = {
  readonly revision: number;
  /** None: as figures were first recorded. */
  readonly sort: Sort | undefined;
  /** Against the order, and only what lies beyond a place. */
  readonly backwards?: boolean;
  readonly beyond?: Place | null;
  /** None: all there are. */
  readonly limit?: number;
};

/** What figures are ordered by that have it in their keys, and how it is compared with the text a cursor carries. */
const ownKeys = {
  period: { column: periodKey, cast: sql`::date` },
  reported: { column: reportKey, cast: sql`::date` },
  value: { column: sql`${keys.amount}`, cast: sql`::numeric` },
} as const;

/** What figures are ordered by that has a name: each name with a key it goes by, and the column of that key. */
const namedKeys = {
  metric: { column: keys.metricId, names: sql`select slug, id from metrics` },
  claimant: {
    column: keys.claimantId,
    names: sql`select heir.slug, one.id from agents one
      join agents heir on heir.id = coalesce(one.merged_into_id, one.id) union all select '', ${nobody}::int`,
  },
} as const;

/** Whether that makes a great difference, and the planner cannot tell: of letters, and of orders by a name. */
const isWide = ({ letters }: Filters) => letters.revisions === null && letters.lists.length > 0;
const hasNames = (sort: Sort | undefined) => sort !== undefined && keyOf(sort) in namedKeys;
/** Figures of one metric, one claimant or both, or all: each name has its own in one stretch of an index, be they few or many. */
const standTogether = ({
  query: { as_of: _revision, sort: _sort, metric: _metric, claimant: _claimant, ...others },
  keys: ids,
}: Filters) =>
  Object.values(others).every((filter) => filter === undefined) &&
  [ids.metric, ids.claimant].every((ofOne) => ofOne === undefined || ofOne.length === 1);

/**
 * The first figures of an order that a query finds, by their keys alone. Page 10,000 costs what page 1 costs, and a
 * million figures what ten thousand cost: an index is walked until the page is full, or what few there are is sorted.
 */
export async function findKeys(
  db: Reader,
  filters: Filters,
  walk: Walk,
  /** Of so many figures, a walk along all soon meets enough; fewer are looked up and sorted. */
  many = 1000,
): Promise<FoundKey[]> {
  const asks = isWide(filters) || (hasNames(walk.sort) && !standTogether(filters));
  const few = asks && (await countKeys(db, filters, walk.revision, many)) < many;
  const { direction } = wayOf(walk);
  const rows = await db.execute<FoundKey>(sql`
    select found.publication_id as publication, found.key::text as key, figures.public_id as id
    from (${orderedKeys(filters, walk, few)}) found join figures on figures.id = found.figure_id
    order by found.key ${direction}, found.figure_id ${direction}`);
  return [...rows];
}

function wayOf({ sort, backwards = false }: Pick<Walk, "sort" | "backwards">): Way {
  const falling = (sort?.startsWith("-") ?? false) !== backwards;
  return { falling, sign: falling ? sql`<` : sql`>`, direction: falling ? sql`desc` : sql`asc` };
}

type Way = { readonly falling: boolean; readonly sign: SQL; readonly direction: SQL };

/** The same as SQL, in order: `publication_id`, `figure_id` and `key`. `few` where there are known to be few. */
export function orderedKeys(filters: Filters, walk: Walk, few = false): SQL {
  const { revision, sort, beyond } = walk;
  const walking = !few && walk.limit !== undefined;
  const way = wayOf(walk);
  const limit = walk.limit === undefined ? sql.empty() : sql`limit ${walk.limit}`;
  const key = sort === undefined ? null : keyOf(sort);
  const from = sql`from ${keys}`;
  const where = and(keyedAt(revision), whereFigures(filters, { walking }));
  const place = beyond ?? null;
  const figure = place && sql`(select stood.id from figures stood where stood.public_id = ${place.id})`;
  const { sign, direction } = way;
  if (key === null)
    return sql`select ${keys.publicationId}, ${keys.figureId}, '' as key ${from}
      where ${and(where, figure ? sql`${keys.figureId} ${sign} ${figure}` : undefined)}
      order by ${keys.figureId} ${direction} ${limit}`;
  if (key === "metric" || key === "claimant")
    return (few ? fewByName : byName)(namedKeys[key], { from, where, place, figure, limit, ...way });
  const { column, cast } = ownKeys[key];
  const after = place && sql`(${column}, ${keys.figureId}) ${sign} (${place.key}${cast}, ${figure})`;
  return sql`select ${keys.publicationId}, ${keys.figureId}, ${column} as key ${from}
    where ${and(where, after ?? undefined)}
    order by ${column} ${direction}, ${keys.figureId} ${direction} ${limit}`;
}

type Parts = Way & {
  readonly from: SQL;
  readonly where: SQL | undefined;
  readonly place: Place | null;
  readonly figure: SQL | null;
  readonly limit: SQL;
};

/**
 * Name after name, the first figures of each by its index, until there are enough: no more names are looked up. They are
 * put in order beforehand, or the planner may look all of them up and sort what it found.
 */
function byName(
  { column, names }: (typeof namedKeys)[keyof typeof namedKeys],
  { from, where, place, figure, limit, sign, falling, direction }: Parts,
): SQL {
  const all = falling ? 2 ** 31 - 1 : 0;
  const slug = sql`name.slug collate "C"`;
  // Of the name that the place is in, what lies beyond its figure; of those behind it, all.
  const within =
    place && sql`${keys.figureId} ${sign} case when ${slug} = ${place.key} then ${figure} else ${all} end`;
  return sql`select own.publication_id, own.figure_id, ${slug} as key
    from (select * from (${names}) every (slug, id) order by every.slug collate "C" ${direction} offset 0) name
    cross join lateral (
      select ${keys.publicationId}, ${keys.figureId} ${from}
      where ${and(sql`${column} = name.id`, where, within ?? undefined)}
      order by ${keys.figureId} ${direction} ${limit}) own
    ${place ? sql`where ${slug} ${sign}= ${place.key}` : sql.empty()}
    order by ${slug} ${direction}, own.figure_id ${direction} ${limit}`;
}

/** The same where there are few: these are looked up first, and sorted by their names. */
function fewByName(
  { column, names }: (typeof namedKeys)[keyof typeof namedKeys],
  { from, where, place, figure, limit, sign, direction }: Parts,
): SQL {
  const slug = sql`name.slug collate "C"`;
  return sql`select own.publication_id, own.figure_id, ${slug} as key
    from (select ${keys.publicationId}, ${keys.figureId}, ${column} as name_id ${from} where ${where} offset 0) own
    join (${names}) name (slug, id) on name.id = own.name_id
    ${place ? sql`where (${slug}, own.figure_id) ${sign} (${place.key}, ${figure})` : sql.empty()}
    order by ${slug} ${direction}, own.figure_id ${direction} ${limit}`;
}

/** How many figures a query finds, counted no further than `cap`. */
export async function countKeys(
  db: Reader,
  filters: Filters,
  revision: number,
  cap: number,
): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from ${keys} where ${and(keyedAt(revision), whereFigures(filters))} limit ${cap}) counted`);
  return row!.count; // an aggregate always answers
}
