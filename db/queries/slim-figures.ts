import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { places } from "../schema/places";
import { publicationKeys as keys, nobody } from "../schema/publication-keys";
import { named, stands } from "./heirs";
import type { Filters } from "./read-filters";
import { replacedAt } from "./replaced-at";
import { keyedAt, whereFigures } from "./where-figures";

/** What is asked for beside the filters: the retracted too, and what is left out as `claimant:slug` and so on. */
type Leave = { readonly ghosts?: boolean; readonly hide?: readonly string[] };

function isNotHidden(name: string): SQL {
  const [kind, slug = ""] = name.split(":");
  const one = kind === "claimant" ? named.claimant : kind === "subject" ? named.subject : named.place;
  const table = kind === "place" ? places : agents;
  return slug === ""
    ? sql`${stands(one)} <> ${nobody}`
    : sql`${stands(one)} is distinct from (select hidden.id from ${table} hidden where hidden.slug = ${slug})`;
}

const days = (start: SQL, end: SQL) => sql`(${start} - date '2000-01-01') + (${end} - date '2000-01-01')`;

/**
 * Every figure a query finds as a few numbers, cheap enough to read by the ten thousand: when it stands (twice the days
 * since 2000, so that a middle stays whole), how far it reaches, whose it is, and what readers may ask after. Nothing is
 * read but keys, and of one metric they stand side by side in an index; what is joined are short lists of names.
 */
export function slimFigures(
  db: Reader,
  filters: Filters,
  revision: number,
  { ghosts = false, hide = [] }: Leave = {},
) {
  const { periodStart, periodEnd, reportedStart, reportedEnd, value, low, high } = keys;
  const first = sql`coalesce(${periodStart}, ${reportedStart})`;
  const last = sql`coalesce(${periodEnd}, ${periodStart}, ${reportedEnd}, ${reportedStart})`;
  const superseded = sql`${keys.figureId} in ${replacedAt(db, revision)} or ${keys.rank} = 'deprecated'`;
  const denied = sql`${keys.modality} = 'denied'`;
  const retracted = sql`${keys.status} = 'retracted'`;
  const number = sql`coalesce(${value}, ${low}, ${high})`;
  return db
    .select({
      id: sql<number>`${keys.publicationId}`.as("id"),
      metric: sql`${keys.metricId}`.as("metric"),
      claimant: sql`${stands(named.claimant)}`.as("claimant"),
      subject: sql`${stands(named.subject)}`.as("subject"),
      // Keys fit in half of the number each.
      thing: sql`${stands(named.subject)}::bigint << 32 | ${stands(named.place)}`.as("thing"),
      unit: sql`${keys.unitId}`.as("unit"),
      statistic: sql`${keys.statistic}`.as("statistic"),
      per: sql`${keys.per}`.as("per"),
      at: sql`${days(first, last)}`.as("at"),
      said: sql`coalesce(${reportedEnd}, '0001-01-01') - date '1000-01-01'`.as("said"),
      lowest: sql`least(${value}, ${low}, ${high})`.as("lowest"),
      highest: sql`greatest(${value}, ${low}, ${high})`.as("highest"),
      superseded: sql`(${superseded})`.as("superseded"),
      retracted: sql`(${retracted})`.as("retracted"),
      current:
        sql`(${number} is not null and ${first} is not null and not (${superseded} or ${retracted} or ${denied}))`.as(
          "current",
        ),
      standing: sql`case ${keys.rank} when 'preferred' then 2 when 'normal' then 1 else 0 end`.as("standing"),
      special: sql`(${superseded} or ${retracted} or ${denied} or ${keys.supersedesId} is not null
        or ${keys.change} = 'correction' or ${number} is null or ${first} is null)`.as("special"),
    })
    .from(keys)
    .leftJoin(named.claimant, eq(named.claimant.id, keys.claimantId))
    .leftJoin(named.subject, eq(named.subject.id, keys.subjectId))
    .leftJoin(named.place, eq(named.place.id, keys.placeId))
    .where(and(keyedAt(revision), whereFigures(filters, { ghosts }), ...hide.map(isNotHidden)));
}
