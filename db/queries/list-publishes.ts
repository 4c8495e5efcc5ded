import { type SQL, sql } from "drizzle-orm";
import { type Change, type ChangeGroup, changeOrder, type Publish } from "@/domain/change";
import type { ChangeKind } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { changesOf } from "./changes-of";
import { type ChangeFilter, kindOf, whereChanges } from "./where-changes";

/** So many changes of one kind (the database keeps as many, see `publishKinds`) are told of a publish; the others are counted, and one address further on. */
export const toldOfKind = 6;

export type PublishPage = {
  readonly publishes: readonly Publish[];
  /** What to give as `before` for the page after; null where nothing older changed. */
  readonly next: number | null;
};

export type PublishWish = {
  /** The revision of the collection looked at: later publishes are not known yet. */
  readonly asOf: number;
  /** Only publishes older than this one. */
  readonly before?: number | null;
  /** The most publishes, and the most changes told of them all. */
  readonly publishes: number;
  readonly changes: number;
};

/**
 * What changed for readers, by publish, the newest first. A publish of twenty thousand figures costs counting them; of
 * each kind of change the first few are read.
 */
export async function listPublishes(
  db: Reader,
  filter: ChangeFilter,
  wish: PublishWish,
): Promise<PublishPage> {
  const found = await findGroups(db, filter, wish);
  const numbers = [...new Set(found.map(({ number }) => number))];
  const page = firstOf(numbers, found, wish);
  const shown = found.filter(({ number }) => page.includes(number));
  const changes = await changesOf(
    db,
    shown.flatMap(({ ids }) => ids),
    wish.asOf,
  );
  return {
    publishes: page.map((number) => toPublish(number, shown, changes)),
    next: numbers.length > page.length ? page.at(-1)! : null,
  };
}

type Group = { number: number; at: Date; kind: ChangeKind; count: number; ids: number[] };

/** As many publishes as fit, at least one. */
function firstOf(numbers: readonly number[], groups: readonly Group[], wish: PublishWish): number[] {
  const page: number[] = [];
  let told = 0;
  for (const number of numbers.slice(0, wish.publishes)) {
    told += groups.reduce((sum, group) => sum + (group.number === number ? group.ids.length : 0), 0);
    if (page.length > 0 && told > wish.changes) break;
    page.push(number);
  }
  return page;
}

function toPublish(number: number, groups: readonly Group[], changes: ReadonlyMap<number, Change>): Publish {
  const own = groups.filter((group) => group.number === number);
  return {
    revision: number,
    at: own[0]!.at, // a number comes from a group
    groups: changeOrder
      .flatMap((kind) => own.filter((group) => group.kind === kind))
      .map(
        ({ kind, count, ids }): ChangeGroup => ({ kind, count, changes: ids.map((id) => changes.get(id)!) }),
      ),
  };
}

async function findGroups(db: Reader, filter: ChangeFilter, wish: PublishWish): Promise<Group[]> {
  const where = whereChanges(filter);
  const rows = await db.execute<{
    number: string;
    at: string;
    kind: ChangeKind;
    count: number;
    ids: number[];
  }>(sql`
    select page.number::text as number, kind, count,
      to_char(page.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, ids
    from (${numbersOf(where, wish)}) page
    cross join lateral (${where === undefined ? everyKind : kindsWithin(where)}) groups
    order by page.number desc`);
  return rows.map(({ number, at, ...rest }) => ({ ...rest, number: Number(number), at: new Date(at) }));
}

const told = sql.raw(String(toldOfKind));

/** Of a publish, the kinds of change in it, as they were counted when it was made. */
const everyKind = sql`
  select counted.kind, counted.count, counted.first_ids[1:${told}] as ids from publish_kinds counted
  where counted.known_from_rev = page.number`;

const kindsWithin = (where: SQL) => sql`
  select ${kindOf} as kind, count(*)::int as count, (array_agg(p.id order by p.id))[1:${told}] as ids
  from publications p join figure_revisions r on r.id = p.revision_id
  where p.known_from_rev = page.number and ${where} group by 1`;

/** The newest publishes in which something changed under the filters, one more than a page holds. */
function numbersOf(where: SQL | undefined, { asOf, before, publishes }: PublishWish): SQL {
  const within = (column: SQL) =>
    sql`${column} <= ${asOf} ${before == null ? sql`` : sql`and ${column} < ${before}`}`;
  const revisions = sql`select number, at from collection_revisions`;
  if (where === undefined)
    return sql`${revisions} where ${within(sql`number`)}
      and exists (select from publish_kinds told where told.known_from_rev = number)
      order by number desc limit ${publishes + 1}`;
  return sql`${revisions} where number in (
      select p.known_from_rev from publications p join figure_revisions r on r.id = p.revision_id
      where ${within(sql`p.known_from_rev`)} and ${where}
      group by 1 order by 1 desc limit ${publishes + 1})
    order by number desc`;
}
