import { and, eq, type SQL, sql } from "drizzle-orm";
import type { FigureQuery } from "@/domain/figure-query";
import { mostCompared, nearbyDays } from "@/domain/rivals";
import type { Reader } from "../client";
import { metrics } from "../schema/metrics";
import { publicationKeys as keys } from "../schema/publication-keys";
import { named, stands } from "./heirs";
import { type Filters, readFilters } from "./read-filters";
import { replacedAt } from "./replaced-at";
import { keyedAt, whereFigures } from "./where-figures";

const open = {
  below: sql`${keys.value} is not null and ${keys.comparator} in ('<', '<=')`,
  above: sql`${keys.value} is not null and ${keys.comparator} in ('>', '>=')`,
};

/** Two claims are about the same thing where these are the same: `sameThing` in domain/chart/comparable.ts. */
const thing = sql`concat_ws('/', ${keys.metricId}, ${stands(named.subject)}, ${stands(named.place)},
  ${keys.unitId}, ${keys.statistic}, coalesce(${keys.per}::text, '-')) collate "C"`;

/** Which claims are held against others: whose they are is asked of pairs, and none of them is retracted. */
export const readRivalFilters = (
  db: Reader,
  { claimant: _claimant, status: _status, ...about }: FigureQuery,
): Promise<Filters> => readFilters(db, about);

/**
 * The claims that may be held against others: they stand, have a name behind them, a date and a number. `low` and
 * `high` are what `claimedBounds` says (domain/chart/claim-gap.ts), `slot` is which stretch of days they begin in.
 */
function standingClaims(db: Reader, filters: Filters, revision: number) {
  return db
    .select({
      id: sql`${keys.figureId}`.as("id"),
      speaker: sql`${stands(named.claimant)}`.as("speaker"),
      metric: sql`${keys.metricId}`.as("metric"),
      position: sql`${metrics.position}`.as("position"),
      holds: sql`${metrics.kind} in ('stock', 'share')`.as("holds"),
      thing: thing.as("thing"),
      low: sql`case when ${open.below} then ${keys.low} else coalesce(${keys.low}, ${keys.value}) end`.as(
        "low",
      ),
      high: sql`case when ${open.above} then ${keys.high} else coalesce(${keys.high}, ${keys.value}) end`.as(
        "high",
      ),
      first: sql`${keys.periodStart}`.as("first"),
      last: sql`coalesce(${keys.periodEnd}, ${keys.periodStart})`.as("last"),
      slot: sql`(${keys.periodStart} - date '0001-01-01') / ${step}`.as("slot"),
    })
    .from(keys)
    .innerJoin(metrics, eq(metrics.id, keys.metricId))
    .innerJoin(named.claimant, eq(named.claimant.id, keys.claimantId))
    .leftJoin(named.subject, eq(named.subject.id, keys.subjectId))
    .leftJoin(named.place, eq(named.place.id, keys.placeId))
    .where(
      and(
        keyedAt(revision),
        whereFigures(filters),
        sql`${keys.periodStart} is not null and ${keys.rank} <> 'deprecated'`,
        sql`${keys.modality} <> 'denied' and ${keys.figureId} not in ${replacedAt(db, revision)}`,
        sql`num_nonnulls(${keys.value}, ${keys.low}, ${keys.high}) > 0`,
      ),
    );
}

/**
 * So many claims about one thing in one slot are held against each other: the lowest and the highest, half of them each,
 * for those are the furthest apart. Without it, a thousand claims in a fortnight would make half a million pairs.
 */
export const mostInSlot = 120;

/** Only where there are more is anything put in order: to sort thousands costs more than to hold them against each other. */
const place = (order: SQL) => sql`row_number() over (partition by thing, slot order by ${order}, id)`;
const fromTheEnds = sql`least(${place(sql`coalesce(low, high)`)}, ${place(sql`coalesce(high, low) desc`)})`;

/** A slot is as long as claims may lie apart, so that what is near a claim stands in its slots or in the next one. */
const step = sql.raw(String(nearbyDays + 1));

type Wanted = { readonly revision: number; readonly speakers: readonly SQL[]; readonly among?: number };

/**
 * SQL of every pair of claims by different claimants about the same thing: at the very same period where it is counted,
 * sharing a day or the nearest within `nearbyDays` where it stands. Columns: `a`, `b` (keys of figures, `a` the earlier),
 * `a_speaker`, `b_speaker`, `metric`, `position`, `thing`, `first` (since when both are said), `days` apart, `gap`
 * and `ratio`, null where both may be true, and `crowded`: whether more was claimed than is compared.
 *
 * What is compared grows with the claims that lie near each other, not with the square of the collection: the join is
 * by thing and slot, and claims that met on a day (`met`) need no nearest one, so those are not ranked. The slots, which
 * `covered` spells out beforehand, are unnested from an array because a planner takes `generate_series` for a thousand
 * rows, and compiles a statement that it thinks so costly for seconds.
 */
export function rivalPairs(
  db: Reader,
  filters: Filters,
  { revision, speakers, among = mostCompared }: Wanted,
): SQL {
  const both = speakers.map((one) => sql`(a.speaker = ${one} or b.speaker = ${one})`);
  return sql`
    with said as materialized (
      select * from (${standingClaims(db, filters, revision).getSQL()}) claimed where ${spoken(speakers)}
        order by first desc, id desc limit ${sql.raw(String(among))}
    ),
    crowds as materialized (
      select thing, slot from said group by thing, slot having count(*) > ${sql.raw(String(mostInSlot))}
    ),
    crowd as (select id, ${fromTheEnds} as from_the_ends from said join crowds using (thing, slot)),
    standing as materialized (
      select * from said where (thing, slot) not in (select thing, slot from crowds)
        or id in (select id from crowd where from_the_ends <= ${sql.raw(String(mostInSlot / 2))})
    ),
    covered as materialized (
      select standing.*, covers from standing cross join lateral unnest(array(select generate_series(slot,
        case when holds then (last + ${step} - 1 - date '0001-01-01') / ${step} else slot end))) covers
    ),
    near as materialized (
      select a.id as a, b.id as b, a.speaker as a_speaker, b.speaker as b_speaker,
        a.metric, a.position, a.thing, b.first, greatest(0, b.first - a.last) as days,
        case when a.low > b.high then a.low - b.high when b.low > a.high then b.low - a.high end as gap,
        case when a.low > b.high and b.high > 0 then a.low / b.high
          when b.low > a.high and a.high > 0 then b.low / a.high end as ratio
      from covered a
      join standing b on b.thing = a.thing and b.slot = a.covers
      where b.speaker <> a.speaker and (b.first, b.id) > (a.first, a.id)
        and case when a.holds then b.first - a.last < ${step} else b.first = a.first and b.last = a.last end
        and ${and(...both) ?? sql`true`}
    ),
    met as materialized (
      select a as id, b_speaker as speaker from near where days = 0
      union select b, a_speaker from near where days = 0
    )
    select ranked.*, (select count(*) = ${sql.raw(String(among))} from said)
        or exists (select from crowds) as crowded
    from (
      select *, rank() over (partition by a, b_speaker order by days) as nearest_to_a,
        rank() over (partition by b, a_speaker order by days) as nearest_to_b
      from near
      where days = 0 or (a, b_speaker) not in (select id, speaker from met)
        or (b, a_speaker) not in (select id, speaker from met)
    ) ranked where nearest_to_a = 1 or nearest_to_b = 1`;
}

/** Of two claimants only their own claims count: those of others do not crowd them out. */
const spoken = (speakers: readonly SQL[]): SQL =>
  speakers.length === 2 ? sql`claimed.speaker in (${sql.join([...speakers], sql`, `)})` : sql`true`;
