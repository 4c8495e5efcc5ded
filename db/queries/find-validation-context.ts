import {
  type AnyColumn,
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  lt,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { FigureInput } from "@/domain/inputs";
import { claimantOf } from "@/domain/validate/check-claimant";
import type {
  ContextCheck,
  ContextMetric,
  RepeatedSentence,
  SeriesFigure,
  ValidationContext,
} from "@/domain/validate/context";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import {
  anchors,
  attributions,
  figureChecks,
  figures,
  figureRevisions as revisions,
} from "../schema/figures";
import { metrics, metricUnits, units } from "../schema/metrics";
import { sources, sourceVersions } from "../schema/sources";
import { findRecordsSetting } from "./find-records-setting";
import { agentNamed, placeNamed, standingAgent, standingPlace } from "./heirs";

/**
 * Which figures a new one is held against: `all`, drafts of other editors included, while it is written; `published`
 * alone at publish, so that nobody's draft can hold up another's figure.
 */
export type Among = "all" | "published";

const most = 20;
const side = alias(agents, "side");
const standing = alias(agents, "standing");
const claims = alias(attributions, "claims");

/** What the collection knows around a figure, in the transaction that is to write it. Unknown names find nothing. */
export async function findValidationContext(
  db: Reader,
  input: FigureInput,
  { among = "all" }: { among?: Among } = {},
): Promise<ValidationContext> {
  const speaker = claimantOf(input);
  return {
    metric: await findMetric(db, input.metric),
    ...(await sourcesOf(db, [...new Set(input.mentions.map((mention) => mention.source))])),
    records: input.mentions.some(({ record }) => record !== undefined)
      ? await findRecordsSetting(db)
      : "held",
    sides: await sidesOf(
      db,
      [input.subject, speaker].filter((slug) => slug !== null),
    ),
    series: await seriesOf(db, input, speaker, among),
    repeated: await repeatedOf(db, input, among),
    checks: await checksOf(db, input.publicId),
  };
}

async function findMetric(db: Reader, slug: string): Promise<ContextMetric | null> {
  const rows = await db
    .select({ metric: metrics, unit: units.slug })
    .from(metrics)
    .innerJoin(metricUnits, eq(metricUnits.metricId, metrics.id))
    .innerJoin(units, eq(units.id, metricUnits.unitId))
    .where(eq(metrics.slug, slug));
  const [row] = rows;
  if (row === undefined) return null;
  const { kind, group, plausibleLow, plausibleHigh } = row.metric;
  return { slug, kind, group, plausibleLow, plausibleHigh, allowedUnits: rows.map(({ unit }) => unit) };
}

async function sourcesOf(
  db: Reader,
  slugs: string[],
): Promise<Pick<ValidationContext, "languages" | "addresses">> {
  if (slugs.length === 0) return { languages: {}, addresses: {} };
  const rows = await db
    .select({ slug: sources.slug, lang: sources.lang, url: sources.url })
    .from(sources)
    .where(inArray(sources.slug, slugs));
  return {
    languages: Object.fromEntries(rows.map(({ slug, lang }) => [slug, lang])),
    addresses: Object.fromEntries(rows.map(({ slug, url }) => [slug, url])),
  };
}

async function sidesOf(db: Reader, slugs: string[]): Promise<ValidationContext["sides"]> {
  if (slugs.length === 0) return {};
  const rows = await db
    .select({ slug: agents.slug, side: side.slug })
    .from(agents)
    .innerJoin(standing, eq(standing.id, standingAgent(agents.id)))
    .leftJoin(side, eq(side.id, standingAgent(standing.sideId)))
    .where(inArray(agents.slug, slugs));
  return Object.fromEntries(rows.map((row) => [row.slug, row.side]));
}

/** The revision a figure speaks by: what is published, or else its draft. */
export const spoken = (among: Among): SQL =>
  among === "published"
    ? sql`${figures.publishedRevisionId}`
    : sql`coalesce(${figures.publishedRevisionId}, ${figures.draftRevisionId})`;

/** Retracted figures and other people's discarded ones say nothing any more. */
const speaks = (among: Among, publicId: string): SQL =>
  and(eq(revisions.id, spoken(among)), ne(figures.publicId, publicId), ne(figures.status, "retracted"))!;

/** Nobody and nowhere are names too; whoever was merged is the same as their heir, in both. */
const isAgent = (id: AnyColumn, slug: string | null): SQL =>
  slug === null ? isNull(id) : sql`${standingAgent(id)} = ${agentNamed(slug)}`;
const isPlace = (id: AnyColumn, slug: string | null): SQL =>
  slug === null ? isNull(id) : sql`${standingPlace(id)} = ${placeNamed(slug)}`;

/** The three before, the one after, and those of the very same days: what the rules ask about. */
async function seriesOf(
  db: Reader,
  input: FigureInput,
  speaker: string | null,
  among: Among,
): Promise<SeriesFigure[]> {
  const dated = input.period.start !== null;
  const start = input.period.start ?? input.reportedOn.start;
  if (start === null) return [];
  const end = (dated ? input.period.end : input.reportedOn.end) ?? start;
  const [from, to] = dated
    ? [revisions.periodStart, revisions.periodEnd]
    : [revisions.reportedStart, revisions.reportedEnd];
  const series = and(
    speaks(among, input.publicId),
    eq(metrics.slug, input.metric),
    isAgent(revisions.subjectId, input.subject),
    isPlace(revisions.placeId, input.place),
    isAgent(claims.agentId, speaker),
    ne(revisions.rank, "deprecated"),
    dated ? undefined : isNull(revisions.periodStart),
  );
  const alike = and(series, eq(revisions.statistic, input.statistic), eq(units.slug, input.unit));
  const rows = await Promise.all([
    seriesRows(db)
      .where(and(alike, lt(to, start)))
      .orderBy(desc(to), desc(revisions.id))
      .limit(3),
    seriesRows(db)
      .where(and(alike, gt(from, end)))
      .orderBy(asc(from), asc(revisions.id))
      .limit(1),
    seriesRows(db)
      .where(and(series, eq(from, start), eq(to, end)))
      .orderBy(asc(revisions.id))
      .limit(most),
  ]);
  return rows.flat().map(({ revision, ...row }) => {
    const { value, low, high, comparator, statistic, per } = revision;
    const days = dated
      ? { start: revision.periodStart!, end: revision.periodEnd! } // compared above, so there
      : { start: revision.reportedStart!, end: revision.reportedEnd! };
    return { ...row, value, low, high, comparator, statistic, per, ...days };
  });
}

const seriesRows = (db: Reader) =>
  db
    .select({ publicId: figures.publicId, revision: revisions, unit: units.slug })
    .from(revisions)
    .innerJoin(figures, eq(figures.id, revisions.figureId))
    .innerJoin(metrics, eq(metrics.id, revisions.metricId))
    .innerJoin(units, eq(units.id, revisions.unitId))
    .leftJoin(claims, and(eq(claims.revisionId, revisions.id), eq(claims.mention, 0), eq(claims.position, 0)))
    .$dynamic();

/** The same words at another place: several figures of one sentence are no repetition. */
async function repeatedOf(db: Reader, input: FigureInput, among: Among): Promise<RepeatedSentence[]> {
  const sentences = input.mentions.filter(({ record }) => record === undefined); // rows repeat by nature
  const elsewhere = sentences.map(({ source, sentence, sentenceStart, numberText }) =>
    and(
      eq(anchors.sentence, sentence),
      eq(anchors.numberText, numberText),
      or(ne(sources.slug, source), ne(anchors.sentenceStart, sentenceStart)),
    ),
  );
  if (elsewhere.length === 0) return [];
  return db
    .select({ publicId: figures.publicId, sentence: anchors.sentence, numberText: anchors.numberText })
    .from(anchors)
    .innerJoin(revisions, eq(revisions.id, anchors.revisionId))
    .innerJoin(figures, eq(figures.id, revisions.figureId))
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(and(speaks(among, input.publicId), or(...elsewhere)))
    .orderBy(asc(figures.publicId))
    .limit(most);
}

const self = alias(figures, "self");
const other = alias(figures, "other");
const otherRevision = alias(revisions, "other_revision");

async function checksOf(db: Reader, publicId: string): Promise<ContextCheck[]> {
  const isFrom = eq(figureChecks.fromId, self.id);
  const rows = await db
    .select({
      check: figureChecks,
      isFrom: sql<boolean>`${isFrom}`,
      publicId: other.publicId,
      value: otherRevision.value,
    })
    .from(figureChecks)
    .innerJoin(self, or(isFrom, eq(figureChecks.toId, self.id)))
    .innerJoin(
      other,
      eq(other.id, sql`case when ${isFrom} then ${figureChecks.toId} else ${figureChecks.fromId} end`),
    )
    .innerJoin(
      otherRevision,
      eq(otherRevision.id, sql`coalesce(${other.publishedRevisionId}, ${other.draftRevisionId})`),
    )
    .where(eq(self.publicId, publicId))
    .limit(most);
  return rows.map(({ check, isFrom, ...rest }) => ({
    ...rest,
    words: check.sentence.slice(check.markedStart, check.markedEnd),
    statedChangePercent: check.statedChangePercent,
    role: isFrom ? "from" : "to",
  }));
}
