import { and, asc, eq, isNotNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { FigureInput } from "@/domain/inputs";
import { claimantOf } from "@/domain/validate/check-claimant";
import type { ContextCheck, ContextMetric, ValidationContext } from "@/domain/validate/context";
import { bookedFigure, SeriesBook } from "@/domain/validate/series-book";
import type { Language } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { attributions, figures, figureRevisions as revisions } from "../schema/figures";
import { metrics, metricUnits, units } from "../schema/metrics";
import { sources } from "../schema/sources";
import { findChecks } from "./bulk-checks";
import { RepeatedWords } from "./bulk-repeated";
import { findRecordsSetting } from "./find-records-setting";
import { type Among, spoken } from "./find-validation-context";
import { inList } from "./json-list";
import { findStandingNames, type StandingNames } from "./standing-names";

/** What a source is to the validator. */
export type ContextSource = { readonly lang: Language; readonly url: string | null };

type Wish = {
  readonly among?: Among;
  /** Figures of the database that are left out: what is put in their place says what they are about to say. */
  readonly except?: ReadonlySet<string>;
  /** Sources about to be recorded, by slug. */
  readonly sources?: ReadonlyMap<string, ContextSource>;
  /** Metrics about to be recorded. */
  readonly metrics?: readonly ContextMetric[];
};

const claims = alias(attributions, "claims");

/**
 * What `findValidationContext` finds for one figure, for thousands: a few queries, whatever their number, then memory.
 * Figures that are not in the database yet stand beside those that are once they are `put`.
 */
export class BulkContext {
  private constructor(
    private readonly names: StandingNames,
    private readonly metrics: ReadonlyMap<string, ContextMetric>,
    private readonly sources: ReadonlyMap<string, ContextSource>,
    private readonly records: "published" | "held",
    private readonly checks: ReadonlyMap<string, readonly ContextCheck[]>,
    private readonly book: SeriesBook,
    private readonly repeated: RepeatedWords,
  ) {}

  /** Reads what the collection knows around figures. @param inputs those that will be asked about */
  static async open(
    db: Reader,
    inputs: readonly FigureInput[],
    {
      among = "all",
      except = new Set(),
      sources: moreSources = new Map(),
      metrics: moreMetrics = [],
    }: Wish = {},
  ): Promise<BulkContext> {
    const names = await findStandingNames(db);
    const slugs = new Set(inputs.map((input) => input.metric));
    const opened = new BulkContext(
      names,
      new Map([...moreMetrics.map((one) => [one.slug, one] as const), ...(await findMetrics(db, slugs))]),
      new Map([...moreSources, ...(await findSources(db, inputs))]),
      await findRecordsSetting(db),
      await findChecks(db, inputs),
      new SeriesBook(),
      await RepeatedWords.open(db, inputs, among, except),
    );
    await opened.#fill(db, inputs, among, except);
    return opened;
  }

  /** Stands a figure beside those of the database, after them. */
  put(input: FigureInput): void {
    this.repeated.put(input);
    const booked = input.rank === "deprecated" ? null : bookedFigure(input);
    if (booked !== null) this.book.put(this.#seriesOf(input), booked);
  }

  /** All that is known around a figure. */
  contextOf(input: FigureInput): ValidationContext {
    const booked = bookedFigure(input);
    return {
      ...this.contextAlone(input),
      series: booked === null ? [] : this.book.around(this.#seriesOf(input), booked),
      repeated: this.repeated.of(input),
      checks: this.checks.get(input.publicId) ?? [],
    };
  }

  /** What is known around a figure without its neighbours: all that a block ever asks about. */
  contextAlone(input: FigureInput): ValidationContext {
    const speaker = claimantOf(input);
    const asked = [input.subject, speaker].filter((slug) => slug !== null);
    const known = asked.filter((slug) => this.names.sides.has(slug));
    const mentioned = [...new Set(input.mentions.map(({ source }) => source))].flatMap((slug) => {
      const source = this.sources.get(slug);
      return source === undefined ? [] : [[slug, source] as const];
    });
    return {
      metric: this.metrics.get(input.metric) ?? null,
      languages: Object.fromEntries(mentioned.map(([slug, { lang }]) => [slug, lang])),
      addresses: Object.fromEntries(mentioned.map(([slug, { url }]) => [slug, url])),
      records: input.mentions.some(({ record }) => record !== undefined) ? this.records : "held",
      sides: Object.fromEntries(known.map((slug) => [slug, this.names.sides.get(slug) ?? null])),
      ...{ series: [], repeated: [], checks: [] },
    };
  }

  #seriesOf(input: FigureInput): string {
    const { agents, places } = this.names;
    const agent = (slug: string | null) => slug && (agents.get(slug)?.standing ?? slug);
    const place = input.place && (places.get(input.place)?.standing ?? input.place);
    return seriesName(input.metric, agent(input.subject), place, agent(claimantOf(input)));
  }

  async #fill(db: Reader, inputs: readonly FigureInput[], among: Among, except: ReadonlySet<string>) {
    const { agentSlugs, placeSlugs } = this.names;
    for (const row of await seriesRows(db, seriesAsked(inputs, this.names), among)) {
      const { revision, claimantId, metric, ...rest } = row;
      if (except.has(rest.publicId)) continue;
      const dated = revision.periodStart !== null;
      const start = dated ? revision.periodStart : revision.reportedStart;
      const end = dated ? revision.periodEnd : revision.reportedEnd;
      if (start === null || end === null) continue;
      const { value, low, high, comparator, statistic, per, subjectId, placeId } = revision;
      const agent = (id: number | null) => (id === null ? null : agentSlugs.get(id)!);
      const place = placeId === null ? null : placeSlugs.get(placeId)!;
      const days = { dated, start, end };
      const name = seriesName(metric, agent(subjectId), place, agent(claimantId));
      this.book.put(name, { ...rest, value, low, high, comparator, statistic, per, ...days });
    }
  }
}

const seriesName = (...names: readonly (string | null)[]) => names.map((name) => name ?? "").join("|");

/** One of the series that are asked about, by the keys of the database; 0 is nobody, and nowhere. */
type SeriesAsked = {
  readonly metric: string;
  readonly subject: number;
  readonly place: number;
  readonly claimant: number;
};

/** The series that figures belong to; whoever was merged stands for their heir, and the other way round. */
function seriesAsked(inputs: readonly FigureInput[], { agents, places }: StandingNames): SeriesAsked[] {
  const [sameAgents, samePlaces] = [sameAs(agents), sameAs(places)];
  const asked = new Map<string, SeriesAsked>();
  for (const input of inputs) {
    const { metric } = input;
    for (const subject of sameAgents(input.subject))
      for (const place of samePlaces(input.place))
        for (const claimant of sameAgents(claimantOf(input)))
          asked.set(`${metric} ${subject} ${place} ${claimant}`, { metric, subject, place, claimant });
  }
  return [...asked.values()];
}

/** The keys of all that a name stands for; none for a name that is not there yet. */
function sameAs(names: StandingNames["agents"]): (slug: string | null) => readonly number[] {
  const same = new Map<string, number[]>();
  for (const { id, standing } of names.values()) same.set(standing, [...(same.get(standing) ?? []), id]);
  return (slug) => {
    if (slug === null) return [0];
    return same.get(names.get(slug)?.standing ?? "") ?? [];
  };
}

/** Every figure that speaks in the series, in the order they were written. */
function seriesRows(db: Reader, asked: readonly SeriesAsked[], among: Among) {
  const those = sql`(select metric, subject, place, claimant
    from json_to_recordset(${JSON.stringify(asked)}::json) w(metric text, subject int, place int, claimant int))`;
  return db
    .select({
      publicId: figures.publicId,
      metric: metrics.slug,
      unit: units.slug,
      claimantId: claims.agentId,
      revision: {
        ...{ value: revisions.value, low: revisions.low, high: revisions.high, per: revisions.per },
        ...{ comparator: revisions.comparator, statistic: revisions.statistic },
        ...{ subjectId: revisions.subjectId, placeId: revisions.placeId },
        ...{ periodStart: revisions.periodStart, periodEnd: revisions.periodEnd },
        ...{ reportedStart: revisions.reportedStart, reportedEnd: revisions.reportedEnd },
      },
    })
    .from(revisions)
    .innerJoin(figures, and(eq(figures.id, revisions.figureId), eq(revisions.id, spoken(among))))
    .innerJoin(metrics, eq(metrics.id, revisions.metricId))
    .innerJoin(units, eq(units.id, revisions.unitId))
    .leftJoin(claims, and(eq(claims.revisionId, revisions.id), eq(claims.mention, 0), eq(claims.position, 0)))
    .where(
      and(
        sql`(${metrics.slug}, coalesce(${revisions.subjectId}, 0), coalesce(${revisions.placeId}, 0),
          coalesce(${claims.agentId}, 0)) in ${those}`,
        sql`${metrics.slug} in ${inList(new Set(asked.map(({ metric }) => metric)))}`,
        ne(figures.status, "retracted"),
        ne(revisions.rank, "deprecated"),
        or(isNotNull(revisions.periodStart), isNotNull(revisions.reportedStart)),
      ),
    )
    .orderBy(asc(revisions.id));
}

async function findMetrics(db: Reader, slugs: ReadonlySet<string>): Promise<Map<string, ContextMetric>> {
  const rows = await db
    .select({ metric: metrics, unit: units.slug })
    .from(metrics)
    .innerJoin(metricUnits, eq(metricUnits.metricId, metrics.id))
    .innerJoin(units, eq(units.id, metricUnits.unitId))
    .where(sql`${metrics.slug} in ${inList(slugs)}`);
  const found = new Map<string, ContextMetric>();
  for (const { metric, unit } of rows) {
    const { slug, kind, group, plausibleLow, plausibleHigh } = metric;
    const allowedUnits = [...(found.get(slug)?.allowedUnits ?? []), unit];
    found.set(slug, { slug, kind, group, plausibleLow, plausibleHigh, allowedUnits });
  }
  return found;
}

async function findSources(db: Reader, inputs: readonly FigureInput[]): Promise<Map<string, ContextSource>> {
  const slugs = new Set(inputs.flatMap(({ mentions }) => mentions.map(({ source }) => source)));
  const rows = await db
    .select({ slug: sources.slug, lang: sources.lang, url: sources.url })
    .from(sources)
    .where(sql`${sources.slug} in ${inList(slugs)}`);
  return new Map(rows.map(({ slug, lang, url }) => [slug, { lang, url }]));
}
