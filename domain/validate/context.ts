import type { Day, Decimal } from "../figure";
import type { Comparator, Language, MetricGroup, MetricKind, Per, Statistic } from "../vocabulary";

/** What the collection knows around a figure: plain data, so that a form can be given it too. */
export type ValidationContext = {
  /** Null where none is chosen, or none has that name. */
  readonly metric: ContextMetric | null;
  /** The languages of the sources mentioned, by slug. */
  readonly languages: Readonly<Record<string, Language>>;
  /** The addresses of the sources mentioned, by slug; null where a source has none. */
  readonly addresses: Readonly<Record<string, string | null>>;
  /** Whether the collection publishes figures that stand in a row of a dataset, or holds them back. */
  readonly records: "published" | "held";
  /** The camps of the claimant and the subject, by the slug of the agent. */
  readonly sides: Readonly<Record<string, string | null>>;
  /** Figures of the same metric, subject, place and claimant near this one in time, itself left out. */
  readonly series: readonly SeriesFigure[];
  /** Figures that stand in the same words elsewhere. */
  readonly repeated: readonly RepeatedSentence[];
  readonly checks: readonly ContextCheck[];
};

export type ContextMetric = {
  readonly slug: string;
  readonly kind: MetricKind;
  readonly group: MetricGroup;
  readonly allowedUnits: readonly string[];
  readonly plausibleLow: Decimal | null;
  readonly plausibleHigh: Decimal | null;
};

/** `start` and `end` are the period, or the days of the report where the period is not known. */
export type SeriesFigure = {
  readonly publicId: string;
  readonly value: Decimal | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly statistic: Statistic;
  readonly per: Per | null;
  readonly start: Day;
  readonly end: Day;
};

export type RepeatedSentence = {
  readonly publicId: string;
  readonly sentence: string;
  readonly numberText: string;
};

/** A comparison that a text draws between this figure and another; `value` is what the other says. */
export type ContextCheck = {
  readonly publicId: string;
  readonly words: string;
  readonly statedChangePercent: Decimal;
  /** Whether this figure is what was ("from") or what is ("to"). */
  readonly role: "from" | "to";
  readonly value: Decimal | null;
};

export const emptyContext: ValidationContext = {
  metric: null,
  languages: {},
  addresses: {},
  records: "held",
  sides: {},
  series: [],
  repeated: [],
  checks: [],
};
