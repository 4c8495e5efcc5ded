import type { Day, Decimal } from "../figure";
import type {
  AttributionRole,
  Comparator,
  DatePrecision,
  Locale,
  Modality,
  Per,
  Statistic,
} from "../vocabulary";

/**
 * What reading a text yields: proposals, each a number in a sentence with a guess at everything a figure says. All
 * offsets are UTF-16 units of the normalised text (`normaliseText`), ends exclusive.
 */

/** The languages a text can be read in. */
export type ReadingLanguage = Locale;

export type Span = { readonly start: number; readonly end: number };

/** A guess: what is thought, how sure (0 to 1) and why, in a few plain English words for logs and the desk. */
export type Guess<T> = { readonly value: T; readonly sure: number; readonly why: string };

/**
 * A number as it stands in a sentence. `value` is what the words say; `low` and `high` bound it where the words do.
 * "Dozens" has low and high or neither, and no value: a collective never becomes a number nobody wrote.
 */
export type Quantity = {
  /** The number's own words: "50 000", "6,5 millions", "un cinquième"; of a range, from its first to its last. */
  readonly number: Span;
  readonly value: Decimal | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly comparator: Comparator;
  /** The words that bound or hedge it as printed ("près de", "pas moins de"), with where they stand. */
  readonly cue: (Span & { readonly words: string }) | null;
  /** What is counted. */
  readonly unit: UnitReading | null;
  readonly statistic: Statistic;
  readonly per: Per | null;
};

/** `slug` is a unit the lexicon or the table of measures knows; any other plural noun counts by its own words. */
export type UnitReading = Span & { readonly slug: string | null; readonly words: string };

/** Why a number is no figure: the name of the rule that masks it and a plain reason ("a date", "a model number"). */
export type Mask = { readonly rule: string; readonly reason: string };

/** One link of a guessed attribution: the agent where the lexicon knows it, and the words as printed. */
export type ClaimantLink = {
  readonly role: AttributionRole;
  readonly agent: string | null;
  readonly words: string;
  readonly span: Span;
};

/** A guessed stretch of days, tied to the day of the report. */
export type PeriodReading = {
  readonly start: Day;
  readonly end: Day;
  readonly precision: DatePrecision;
  /** The words it was read from; null where it is only the day of the report. */
  readonly words: (Span & { readonly words: string }) | null;
  readonly how: string;
};

export type Proposal = {
  readonly sentence: Span;
  readonly quantity: Quantity;
  /** Null where it is proposed; else why it is not (shown greyed at the desk). */
  readonly mask: Mask | null;
  readonly claimants: Guess<readonly ClaimantLink[]> | null;
  readonly period: Guess<PeriodReading> | null;
  readonly metric: Guess<string> | null;
  readonly subject: Guess<string> | null;
  readonly modality: Guess<Modality>;
  readonly hearsay: Guess<boolean>;
  /** How sure the reader is that this is a reported figure; proposed at `defaultThreshold` and above. */
  readonly score: number;
  /** What raised and lowered the score, by the names of its rules. */
  readonly because: readonly string[];
};

/** What a collection knows, as data: nothing in the reader may assume a topic. */
export type Lexicon = {
  readonly agents: readonly LexiconAgent[];
  readonly units: readonly LexiconUnit[];
  readonly metrics: readonly LexiconMetric[];
  readonly places: readonly { readonly slug: string; readonly names: readonly string[] }[];
  /** Counters such as "jour 991": the words before the number, and the day that is number 1. */
  readonly dayCounters: readonly { readonly words: readonly string[]; readonly dayOne: Day }[];
};

/** `names` holds the plain names and aliases in every language; `side` is the slug of the camp's head agent. */
export type LexiconAgent = {
  readonly slug: string;
  readonly name: Readonly<Record<Locale, string>>;
  readonly names: readonly string[];
  readonly side: string | null;
};
export type LexiconUnit = { readonly slug: string; readonly names: readonly string[] };
export type LexiconMetric = {
  readonly slug: string;
  /** Name and definition in every language: the words a sentence is held against. */
  readonly words: readonly string[];
  readonly kind: "stock" | "flow" | "event" | "share";
  readonly allowedUnits: readonly string[];
};

export const emptyLexicon: Lexicon = { agents: [], units: [], metrics: [], places: [], dayCounters: [] };

/** What is known of a text besides its words. */
export type ReadingContext = {
  readonly language: ReadingLanguage;
  readonly lexicon: Lexicon;
  /** The day the text was published, against which "yesterday" and "in October" are read; null where unknown. */
  readonly reportedOn: Day | null;
};
