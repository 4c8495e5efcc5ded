import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { figureRevisions as revisions } from "../schema/figures";
import { places } from "../schema/places";
import { nobody, publicationKeys } from "../schema/publication-keys";
import { publications } from "../schema/publications";
import { shownAt } from "./figure-rows";
import { named, stands } from "./heirs";
import type { Filters } from "./read-filters";
import { whereFigures } from "./where-figures";

const replacing = alias(revisions, "replacing");
const replacingNow = alias(publications, "replacing_now");

/** The figures that others shown at the revision replace. */
const replaced = (db: Reader, revision: number) =>
  db
    .select({ id: replacing.supersedesId })
    .from(replacingNow)
    .innerJoin(replacing, eq(replacing.id, replacingNow.revisionId))
    .where(
      and(
        isNotNull(replacing.supersedesId),
        sql`${replacingNow.knownFromRev} <= ${revision} and ${replacingNow.knownToRev} > ${revision}`,
      ),
    );

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
 * since 2000, so that a middle stays whole), how far it reaches, whose it is, and what readers may ask after. No more is
 * joined than that: to plan for a dozen tables takes longer than to read forty figures.
 */
export function slimFigures(
  db: Reader,
  filters: Filters,
  revision: number,
  { ghosts = false, hide = [] }: Leave = {},
) {
  const { periodStart, periodEnd, reportedStart, reportedEnd, value, low, high } = revisions;
  const first = sql`coalesce(${periodStart}, ${reportedStart})`;
  const last = sql`coalesce(${periodEnd}, ${periodStart}, ${reportedEnd}, ${reportedStart})`;
  const superseded = sql`${publications.figureId} in ${replaced(db, revision)} or ${revisions.rank} = 'deprecated'`;
  const denied = sql`${revisions.modality} = 'denied'`;
  const retracted = sql`${publications.status} = 'retracted'`;
  const number = sql`coalesce(${value}, ${low}, ${high})`;
  return db
    .select({
      id: sql<number>`${publications.id}`.as("id"),
      metric: sql`${revisions.metricId}`.as("metric"),
      claimant: sql`${stands(named.claimant)}`.as("claimant"),
      subject: sql`${stands(named.subject)}`.as("subject"),
      // Keys fit in half of the number each.
      thing: sql`${stands(named.subject)}::bigint << 32 | ${stands(named.place)}`.as("thing"),
      unit: sql`${revisions.unitId}`.as("unit"),
      statistic: sql`${revisions.statistic}`.as("statistic"),
      per: sql`${revisions.per}`.as("per"),
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
      standing: sql`case ${revisions.rank} when 'preferred' then 2 when 'normal' then 1 else 0 end`.as(
        "standing",
      ),
      special: sql`(${superseded} or ${retracted} or ${denied} or ${revisions.supersedesId} is not null
        or ${revisions.change} = 'correction' or ${number} is null or ${first} is null)`.as("special"),
    })
    .from(publications)
    .innerJoin(publicationKeys, eq(publicationKeys.publicationId, publications.id))
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .leftJoin(named.claimant, eq(named.claimant.id, publicationKeys.claimantId))
    .leftJoin(named.subject, eq(named.subject.id, revisions.subjectId))
    .leftJoin(named.place, eq(named.place.id, revisions.placeId))
    .where(and(shownAt(revision), whereFigures(filters, { ghosts }), ...hide.map(isNotHidden)));
}
