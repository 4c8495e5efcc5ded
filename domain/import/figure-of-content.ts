import { unattributed } from "../figure-query";
import type { DateClaimInput, FigureInput } from "../inputs";
import type {
  AttributionRole,
  Comparator,
  DateBasis,
  DatePrecision,
  Modality,
  Per,
  Rank,
  Statistic,
} from "../vocabulary";
import { inferredPeriod, inferredReport } from "./date-reasons";
import { daysOfPartial } from "./read-period";
import type { RowContent, RowReading } from "./row";

type Mention = FigureInput["mentions"][number];
type Link = Mention["attribution"][number];

/** Where the words stand, which only who keeps the texts knows: the row itself, or a sentence of a text. */
export type Standing = {
  /** The source and its version: the dataset, or the text of the sentence. */
  readonly source: string;
  readonly version?: number;
  /** The agent that published that source. */
  readonly publisher: string;
  /** Where the sentence begins in the text, with up to 32 characters around it; null for the row itself. */
  readonly sentence: { readonly start: number; readonly prefix: string; readonly suffix: string } | null;
};

type FigureReading = Extract<RowReading, { kind: "figure" }>;

/**
 * The figure that a row states. What the row leaves open: claimed, a point, rank normal, said on an unknown day.
 * @throws {TypeError} where the content lacks what every figure has; `readRows` yields none such
 */
export function figureOfContent(reading: FigureReading, publicId: string, standing: Standing): FigureInput {
  const { content } = reading;
  return {
    publicId,
    metric: required(content, "metric"),
    subject: content.subject ?? null,
    place: content.place ?? null,
    value: content.value ?? null,
    low: content.low ?? null,
    high: content.high ?? null,
    unit: required(content, "unit"),
    comparator: comparatorOf(content),
    cue: content.cue ?? null,
    statistic: (content.statistic ?? "point") as Statistic, // content holds words of the closed lists, see `closedWord`
    per: (content.per ?? null) as Per | null,
    modality: modalityOf(content),
    hearsay: content.hearsay === "true",
    period: periodClaim(content),
    reportedOn: reportClaim(content),
    rank: (content.rank ?? "normal") as Rank,
    supersedes: null,
    note: noteOf(content),
    ...(namesNobody(content) ? { unattributed: true } : {}),
    mentions: [mentionOf(reading, standing)],
  };
}

/** The mention of the row itself, or of its sentence, with who speaks in it. */
export function mentionOf(
  { row, content, record, inRecord, inSentence }: FigureReading,
  { source, version, publisher, sentence }: Standing,
): Mention {
  const spot = sentence === null ? inRecord : inSentence;
  if (spot === null) throw new TypeError("the sentence of the row does not hold its number");
  const words = sentence === null ? record.text : required(content, "sentence");
  const start = sentence === null ? record.start : sentence.start;
  return {
    source,
    ...(version === undefined ? {} : { version }),
    ...(sentence === null ? { record: row } : {}),
    sentenceStart: start,
    sentenceEnd: start + words.length,
    sentence: words,
    prefix: sentence?.prefix ?? "",
    suffix: sentence?.suffix ?? "",
    ...spot,
    comparator: comparatorOf(content),
    cue: content.cue ?? null,
    attribution: attributionOf(content, publisher),
  };
}

function required(content: RowContent, field: "metric" | "unit" | "sentence"): string {
  const value = content[field];
  if (!value) throw new TypeError(`the content of a row has no ${field}`);
  return value;
}

export const comparatorOf = ({ comparator }: RowContent) => (comparator ?? "=") as Comparator;
export const modalityOf = ({ modality }: RowContent) => (modality ?? "claimed") as Modality;
export const noteOf = ({ note }: RowContent) => (note ? { fr: note, en: note } : null);

/** Whether the row says on purpose that nobody claims it. */
export function namesNobody({ claimant, attribution }: RowContent): boolean {
  if (attribution) return !/(?:claimed|estimated)_by:/.test(attribution);
  return claimant === unattributed || !claimant;
}

/** Who says it, who passes it on, who prints it. */
export function attributionOf(content: RowContent, publisher: string): Link[] {
  const { claimant, relayed_by, attribution } = content;
  if (attribution) return linksOf(attribution);
  return [
    ...(claimant && claimant !== unattributed ? [claimLink(content, claimant)] : []),
    ...(relayed_by ? [link("relayed_by", relayed_by)] : []),
    link("published_by", publisher),
  ];
}

/** An estimate is estimated by whom it names. */
export const claimLink = (content: RowContent, claimant: string): Link =>
  link(content.modality === "estimated" ? "estimated_by" : "claimed_by", claimant);

export const link = (role: AttributionRole, agent: string): Link => ({ role, agent, asPrinted: null });

const linksOf = (attribution: string): Link[] =>
  attribution === unattributed
    ? []
    : attribution.split(" > ").map((one) => {
        const [role, agent = ""] = one.split(":");
        return link(role as AttributionRole, agent); // read by attributionReader
      });

/** When the value held. A table states its dates unless it says otherwise. */
export function periodClaim(content: RowContent): DateClaimInput {
  const { period_start: start = null, period_end: end = null } = content;
  const precision = (content.period_precision ?? (start === null ? "unknown" : "day")) as DatePrecision;
  if (start === null || precision === "unknown") return unknownClaim;
  return claim({ start, end: end ?? start, precision }, content.period_basis, inferredPeriod);
}

/** When it was said: unknown where the table does not tell. */
export function reportClaim({ reported_on, reported_on_basis }: RowContent): DateClaimInput {
  return reported_on ? claim(daysOfPartial(reported_on), reported_on_basis, inferredReport) : unknownClaim;
}

const unknownClaim: DateClaimInput = {
  ...{ start: null, end: null, precision: "unknown", basis: "unknown", reasoning: null },
};

function claim(
  days: { readonly start: string; readonly end: string; readonly precision: DatePrecision },
  told: string | null | undefined,
  why: NonNullable<DateClaimInput["reasoning"]>,
): DateClaimInput {
  const basis = (told ?? "stated") as DateBasis;
  return { ...days, basis, reasoning: basis === "computed" || basis === "inferred" ? why : null };
}
