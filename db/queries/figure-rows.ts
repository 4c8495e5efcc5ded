import { and, eq, gt, inArray, isNotNull, lte, type Placeholder, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Agent, Anchor, AttributionLink, DatasetRow, DateClaim, Figure } from "@/domain/figure";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { anchors, attributions, figures, figureRevisions as revisions } from "../schema/figures";
import { metrics, units } from "../schema/metrics";
import { places } from "../schema/places";
import { publicationKeys } from "../schema/publication-keys";
import { publications } from "../schema/publications";
import { records, sources, sourceVersions } from "../schema/sources";
import { standingAgent, standingPlace } from "./heirs";
import { type AgentBySlug, localized } from "./reference";

export const subjects = alias(agents, "subjects");
export const claimants = alias(agents, "claimants");
export const claims = alias(attributions, "claims");
const metricUnits = alias(units, "metric_unit");
const later = alias(publications, "later");
const laterRevisions = alias(revisions, "later_revisions");
const laterFigures = alias(figures, "later_figures");

/** What readers saw at a revision of the collection. */
export const shownAt = (revision: number): SQL =>
  and(lte(publications.knownFromRev, revision), gt(publications.knownToRev, revision))!;

/**
 * The figures replaced by others among those shown at the revision, each with the public id of its successor. Found in
 * one pass and joined: looked up figure by figure it would cost a pass for each.
 */
const successorsAt = (db: Reader, revision: number | Placeholder) =>
  db
    .select({
      replaced: sql<number>`${laterRevisions.supersedesId}`.as("replaced"),
      publicId: sql<string>`min(${laterFigures.publicId} collate "C")`.as("successor"),
    })
    .from(later)
    .innerJoin(laterRevisions, eq(laterRevisions.id, later.revisionId))
    .innerJoin(laterFigures, eq(laterFigures.id, later.figureId))
    .where(
      and(
        isNotNull(laterRevisions.supersedesId),
        lte(later.knownFromRev, revision),
        gt(later.knownToRev, revision),
      ),
    )
    .groupBy(laterRevisions.supersedesId)
    .as("successors");

const supersedes = sql<string | null>`(
  select earlier.public_id from figures earlier where earlier.id = ${revisions.supersedesId})`;

const mentionCount = sql<number>`(
  select count(*) from anchors counted where counted.revision_id = ${revisions.id})`.mapWith(Number);

/** What an anchor says of its source. */
export const sourceFields = {
  slug: sources.slug,
  title: sources.title,
  lang: sources.lang,
  url: sources.url,
};
/** The row of a dataset that an anchor stands in. Of a dataset the text is its header: no article is read for this. */
export const recordFields = {
  row: records.row,
  version: sourceVersions.number,
  header: sql<string>`case when ${anchors.recordId} is not null then ${sourceVersions.text} end`,
};

/** One row per figure shown at a revision, with all it is about; conditions and order are the caller's. */
export function figureRows(db: Reader, revision: number | Placeholder) {
  const successors = successorsAt(db, revision);
  return db
    .select({
      publication: { id: publications.id, status: publications.status, reason: publications.reason },
      figure: { publicId: figures.publicId },
      revision: revisions,
      metric: metrics,
      metricUnit: metricUnits,
      unit: units,
      subject: { slug: subjects.slug },
      claimant: { slug: claimants.slug },
      place: { slug: places.slug, nameFr: places.nameFr, nameEn: places.nameEn, kind: places.kind },
      anchor: anchors,
      source: sourceFields,
      record: recordFields,
      supersedes: supersedes.as("supersedes"),
      supersededBy: sql<string | null>`${successors.publicId}`.as("superseded_by"),
      mentionCount: mentionCount.as("mention_count"),
    })
    .from(publications)
    .leftJoin(publicationKeys, eq(publicationKeys.publicationId, publications.id)) // read only where a filter asks for it
    .innerJoin(figures, eq(figures.id, publications.figureId))
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .innerJoin(metrics, eq(metrics.id, revisions.metricId))
    .innerJoin(metricUnits, eq(metricUnits.id, metrics.unitId))
    .innerJoin(units, eq(units.id, revisions.unitId))
    .innerJoin(anchors, and(eq(anchors.revisionId, revisions.id), eq(anchors.mention, 0)))
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .leftJoin(records, eq(records.id, anchors.recordId))
    .leftJoin(subjects, eq(subjects.id, standingAgent(revisions.subjectId)))
    .leftJoin(places, eq(places.id, standingPlace(revisions.placeId)))
    .leftJoin(claims, and(eq(claims.revisionId, revisions.id), eq(claims.mention, 0), eq(claims.position, 0)))
    .leftJoin(claimants, eq(claimants.id, standingAgent(claims.agentId)))
    .leftJoin(successors, eq(successors.replaced, figures.id))
    .$dynamic();
}

export type FigureRow = Awaited<ReturnType<typeof figureRows>>[number];

type Links = ReadonlyMap<string, readonly AttributionLink[]>;

const linksKey = (revisionId: number, mention: number) => `${revisionId}/${mention}`;

/** The attributions of mentions of revisions; of the anchors alone unless `all`. */
export async function attributionsOf(
  db: Reader,
  revisionIds: readonly number[],
  agentBySlug: AgentBySlug,
  { all = false } = {},
): Promise<Links> {
  const links = new Map<string, AttributionLink[]>();
  if (revisionIds.length === 0) return links;
  const rows = await db
    .select({ link: attributions, slug: agents.slug })
    .from(attributions)
    .innerJoin(agents, eq(agents.id, standingAgent(attributions.agentId)))
    .where(
      and(inArray(attributions.revisionId, [...revisionIds]), all ? undefined : eq(attributions.mention, 0)),
    )
    .orderBy(attributions.revisionId, attributions.mention, attributions.position);
  for (const { link, slug } of rows) {
    const key = linksKey(link.revisionId, link.mention);
    const entry = { role: link.role, agent: agentBySlug(slug), asPrinted: link.asPrinted };
    links.set(key, [...(links.get(key) ?? []), entry]);
  }
  return links;
}

export type AnchorRow = Pick<FigureRow, "anchor" | "source" | "record">;

/** The anchor of a row with its own attribution. */
export function toAnchor({ anchor, source, record }: AnchorRow, links: Links): Anchor {
  const { sentence, sentenceStart, sentenceEnd, numberStart, numberEnd, prefix, suffix, comparator, cue } =
    anchor;
  return {
    sourceSlug: source.slug,
    sourceTitle: source.title,
    sentence,
    sentenceLang: source.lang,
    record: toRecord(record, source.url),
    sentenceStart,
    sentenceEnd,
    numberStart,
    numberEnd,
    prefix,
    suffix,
    comparator,
    cue,
    attribution: links.get(linksKey(anchor.revisionId, anchor.mention)) ?? [],
  };
}

const toRecord = ({ row, ...place }: AnchorRow["record"], url: string | null): DatasetRow | null =>
  row === null ? null : { ...place, row, url };

/** A row as the domain knows it. */
export function toFigure(row: FigureRow, links: Links, agentBySlug: AgentBySlug): Figure {
  const { revision } = row;
  const anchor = toAnchor(row, links);
  const agent = (found: { slug: string } | null): Agent | null =>
    found === null ? null : agentBySlug(found.slug);
  return {
    id: row.figure.publicId,
    metric: toMetric(row),
    subject: agent(row.subject),
    place: row.place && { slug: row.place.slug, name: localized(row.place), kind: row.place.kind },
    value: revision.value,
    low: revision.low,
    high: revision.high,
    unit: toUnit(row.unit),
    comparator: revision.comparator,
    cue: revision.cue,
    statistic: revision.statistic,
    per: revision.per,
    modality: revision.modality,
    hearsay: revision.hearsay,
    period: toPeriod(revision),
    reportedOn: toReportedOn(revision),
    rank: revision.rank,
    status: row.publication.status,
    revision: revision.number,
    change: revision.change,
    supersedes: row.supersedes,
    supersededBy: row.supersededBy,
    claimant: agent(row.claimant),
    attribution: anchor.attribution,
    anchor,
    mentionCount: row.mentionCount,
  };
}

export const toUnit = (unit: typeof units.$inferSelect) => ({
  slug: unit.slug,
  name: localized(unit),
  symbol: { fr: unit.symbolFr, en: unit.symbolEn },
});

export const toMetric = ({ metric, metricUnit }: Pick<FigureRow, "metric" | "metricUnit">) => ({
  slug: metric.slug,
  name: localized(metric),
  definition: { fr: metric.definitionFr, en: metric.definitionEn },
  group: metric.group,
  kind: metric.kind,
  unit: toUnit(metricUnit),
  longestSilenceDays: metric.longestSilenceDays,
});

/** Words kept in two columns, null where there are none. */
export const reasoning = (fr: string | null, en: string | null) =>
  fr === null || en === null ? null : { fr, en };

const toPeriod = (row: typeof revisions.$inferSelect): DateClaim => ({
  start: row.periodStart,
  end: row.periodEnd,
  precision: row.periodPrecision,
  basis: row.periodBasis,
  reasoning: reasoning(row.periodReasoningFr, row.periodReasoningEn),
});

const toReportedOn = (row: typeof revisions.$inferSelect): DateClaim => ({
  start: row.reportedStart,
  end: row.reportedEnd,
  precision: row.reportedPrecision,
  basis: row.reportedBasis,
  reasoning: reasoning(row.reportedReasoningFr, row.reportedReasoningEn),
});
