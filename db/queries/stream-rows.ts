import { and, eq, type Placeholder, type Query, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { FigureExportColumn } from "@/domain/export/columns";
import { type FigureQuery, type SortKey, unattributed } from "@/domain/figure-query";
import type { Locale } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { anchors, figures, figureRevisions as revisions } from "../schema/figures";
import { metrics, units } from "../schema/metrics";
import { places } from "../schema/places";
import { publicationKeys } from "../schema/publication-keys";
import { publications } from "../schema/publications";
import { sources, sourceVersions } from "../schema/sources";
import { keyOf, orderedKeys } from "./figure-keys";
import { claimants, shownAt, subjects } from "./figure-rows";
import type { Filters } from "./read-filters";
import { attribution, mentions, withAttribution } from "./stream-attribution";
import { periodKey, reportKey, whereFigures } from "./where-figures";

/** Which figures, frozen at which revision, under whose addresses. */
export type Selection = {
  readonly query: FigureQuery;
  readonly revision: number;
  readonly lang: Locale;
  /** The address of the site without a final slash, or "" where it is not told. */
  readonly site: string;
};

/** A selection whose filters the database has read. */
export type Resolved = Selection & { readonly filters: Filters };

const publishers = alias(agents, "publishers");
// What was merged is read twice: as recorded, and as it stands. Two joins are one pass over a small table; the
// subqueries of `standingAgent` and `standingPlace` would run once a row.
const named = {
  subject: alias(agents, "named_subjects"),
  publisher: alias(agents, "named_publishers"),
  place: alias(places, "named_places"),
};
const stands = (recorded: Record<"id" | "mergedIntoId", SQLWrapper>) =>
  sql`coalesce(${recorded.mergedIntoId}, ${recorded.id})`;

/** A row of a dataset has no language. */
const languageOf = sql`case when ${anchors.recordId} is null then ${sources.lang}::text end`;

/** What stands before and after the id of a figure in the address of its page. */
export function aroundIds({ query, lang, site }: Selection) {
  return {
    page: `${site}/${lang}/figures/`,
    frozen: query.as_of === undefined ? "" : `?as_of=${query.as_of}`,
  };
}

type Around = Readonly<Record<keyof ReturnType<typeof aroundIds>, string | Placeholder>>;

function columns(lang: Locale, { page, frozen }: Around): Record<FigureExportColumn, SQL | SQLWrapper> {
  const word = (column: SQLWrapper) => sql`${column}::text`;
  return {
    figure_id: figures.publicId,
    metric: metrics.slug,
    metric_label: lang === "fr" ? metrics.nameFr : metrics.nameEn,
    subject: subjects.slug,
    place: places.slug,
    value: revisions.value,
    low: revisions.low,
    high: revisions.high,
    unit: units.slug,
    comparator: word(revisions.comparator),
    cue: revisions.cue,
    statistic: word(revisions.statistic),
    per: word(revisions.per),
    modality: word(revisions.modality),
    hearsay: revisions.hearsay,
    period_start: revisions.periodStart,
    period_end: revisions.periodEnd,
    period_precision: word(revisions.periodPrecision),
    period_basis: word(revisions.periodBasis),
    reported_on: revisions.reportedStart,
    reported_on_basis: word(revisions.reportedBasis),
    claimant: sql`coalesce(${claimants.slug}, ${unattributed})`,
    attribution,
    sentence: anchors.sentence,
    sentence_lang: languageOf,
    number_start: anchors.numberStart,
    number_end: anchors.numberEnd,
    mentions,
    source_id: sources.slug,
    source_title: sources.title,
    publisher: publishers.slug,
    source_url: sources.url,
    source_published_on: sources.publishedStart,
    rank: word(revisions.rank),
    status: word(publications.status),
    revision: sql`${revisions.number}::int`,
    figure_url: sql`${page}::text || ${figures.publicId} || ${frozen}::text`,
  };
}

/**
 * The order of a download: as figures were first recorded, or as the table is sorted where the address says so. Never
 * undecided. In the order of recording rows lie side by side on the disk; by their public ids every row of a million
 * was read at another place, and the embedded engine took six times as long.
 */
function order({ sort }: FigureQuery): SQL {
  if (sort === undefined) return sql`${figures.id}`;
  const direction = sort.startsWith("-") ? sql`desc` : sql`asc`;
  return sql`${ordered[keyOf(sort)]} ${direction}, ${revisions.figureId} ${direction}`;
}
const ordered: Readonly<Record<SortKey, SQL>> = {
  period: periodKey,
  reported: reportKey,
  value: sql`${publicationKeys.amount}`,
  metric: sql`${metrics.slug} collate "C"`,
  claimant: sql`coalesce(${claimants.slug}, '') collate "C"`,
};

const joined = (db: Reader, fields: Record<string, SQL.Aliased>) => withAttribution(allBut(db, fields));

const allBut = (db: Reader, fields: Record<string, SQL.Aliased>) =>
  db
    .select(fields)
    .from(publications)
    .leftJoin(publicationKeys, eq(publicationKeys.publicationId, publications.id))
    .innerJoin(figures, eq(figures.id, publications.figureId))
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .innerJoin(metrics, eq(metrics.id, revisions.metricId))
    .innerJoin(units, eq(units.id, revisions.unitId))
    .innerJoin(anchors, and(eq(anchors.revisionId, revisions.id), eq(anchors.mention, 0)))
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .innerJoin(named.publisher, eq(named.publisher.id, sources.publisherId))
    .innerJoin(publishers, eq(publishers.id, stands(named.publisher)))
    .leftJoin(named.subject, eq(named.subject.id, revisions.subjectId))
    .leftJoin(subjects, eq(subjects.id, stands(named.subject)))
    .leftJoin(named.place, eq(named.place.id, revisions.placeId))
    .leftJoin(places, eq(places.id, stands(named.place)))
    .$dynamic();

const aliased = (fields: Record<string, SQL | SQLWrapper>): Record<string, SQL.Aliased> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sql`${field}`.as(name)]));

/** The rows of a download, in order, all or those of some publications. */
export function exportRows(db: Reader, selection: Resolved, publicationIds?: readonly number[]) {
  const some = publicationIds && sql`${publications.id} = any(${`{${publicationIds.join(",")}}`}::int[])`;
  const shown = some ?? and(shownAt(selection.revision), whereFigures(selection.filters));
  return joined(db, aliased(columns(selection.lang, aroundIds(selection))))
    .where(shown)
    .orderBy(order(selection.query));
}

/** Such rows in no order, each with the key of its publication: a question that is the same whatever is asked. */
export const rowsByKey = (db: Reader, lang: Locale) =>
  joined(db, {
    ...aliased(columns(lang, { page: sql.placeholder("page"), frozen: sql.placeholder("frozen") })),
    publication: sql`${publications.id}`.as("publication"),
  });

/** Whether a download leaves out figures for what they say. */
const isFiltered = ({ query: { as_of: _revision, sort: _order, status: _status, ...filters } }: Selection) =>
  Object.values(filters).some((filter) => filter !== undefined);

/** How many rows a download has. Every publication has all that the rows are joined with: only filters ask for it. */
export function exportCount(db: Reader, selection: Resolved): { toSQL(): Query } {
  const count = { count: sql`count(*)::int` };
  if (isFiltered(selection))
    return db
      .select(count)
      .from(publications)
      .innerJoin(publicationKeys, eq(publicationKeys.publicationId, publications.id))
      .where(and(shownAt(selection.revision), whereFigures(selection.filters)));
  return db.select(count).from(publications).where(shownWith(selection));
}

/** The numbers of a download: value, low, high. */
export function exportNumbers(db: Reader, selection: Resolved): { toSQL(): Query } {
  if (isFiltered(selection)) return exportRows(db, selection).orderBy();
  return db
    .select({
      value: revisions.value,
      low: revisions.low,
      high: revisions.high,
      sentence_lang: languageOf.as("sentence_lang"),
    })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .innerJoin(anchors, and(eq(anchors.revisionId, revisions.id), eq(anchors.mention, 0)))
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(shownWith(selection));
}

const shownWith = ({ query, revision }: Selection) =>
  and(shownAt(revision), eq(publications.status, query.status ?? "published"));

/** The publications a download is made of, in its order. */
export const exportKeys = (
  db: Reader,
  { query: { sort }, revision, filters }: Resolved,
): { toSQL(): Query } =>
  db
    .select({ publication: sql`publication_id`.as("publication") })
    .from(sql`(${orderedKeys(filters, { revision, sort })}) found`);
