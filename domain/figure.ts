import type {
  AgentKind,
  AttributionRole,
  ChangeKind,
  Comparator,
  DateBasis,
  DatePrecision,
  Language,
  Locale,
  MetricGroup,
  MetricKind,
  Modality,
  Per,
  PlaceKind,
  Rank,
  Statistic,
  Status,
} from "./vocabulary";

/** A calendar day, `YYYY-MM-DD`, in no time zone. */
export type Day = string;
/** A number as a decimal string (`"1400"`, `"0.5"`): never a float, so nothing is rounded on the way. */
export type Decimal = string;
/** The same words in each language of the interface. */
export type Localized = Readonly<Record<Locale, string>>;

export type Unit = { readonly slug: string; readonly name: Localized; readonly symbol: Localized };

export type Agent = {
  readonly slug: string;
  readonly name: Localized;
  /** The name as running text has it ("l’Ukraine"); the plain name where absent. */
  readonly inSentence?: Localized;
  readonly kind: AgentKind;
  /** The camp the agent speaks for, by the slug of its head agent; null for neither. */
  readonly side: string | null;
  /** Number of its fixed mark (shape and colour) on every chart, 0-based; see `domain/chart/claimant-mark.ts`. */
  readonly mark: number;
};

export type Place = { readonly slug: string; readonly name: Localized; readonly kind: PlaceKind };

/** What is known of when: a day, a month or a longer stretch, and how we know. */
export type DateClaim = {
  readonly start: Day | null;
  readonly end: Day | null;
  readonly precision: DatePrecision;
  readonly basis: DateBasis;
  /** How it was computed or why it was inferred; null where the text states it. */
  readonly reasoning: Localized | null;
};

/** One link of an attribution. */
export type AttributionLink = {
  readonly role: AttributionRole;
  readonly agent: Agent;
  /** The words the text uses for the agent ("Kiev"), null where the text does not name it. */
  readonly asPrinted: string | null;
};

/** A row of a dataset that a figure stands in: no words of a language, but cells under the names of columns. */
export type DatasetRow = {
  /** The row as a spreadsheet counts it, header included. */
  readonly row: number;
  /** The names of the columns, as RFC 4180 writes them. */
  readonly header: string;
  /** Where the dataset is published; null where it has no address. */
  readonly url: string | null;
};

/**
 * Where a figure stands in a source version. Offsets are UTF-16 units; those of the number are within the sentence.
 * Where `record` says so the "sentence" is a row of a dataset as RFC 4180 writes it, and never to be shown as a
 * quotation.
 */
export type Anchor = {
  readonly sourceSlug: string;
  readonly sourceTitle: string;
  readonly sentence: string;
  /** The language of the source. */
  readonly sentenceLang: Language;
  readonly record: DatasetRow | null;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  readonly numberStart: number;
  readonly numberEnd: number;
  readonly prefix: string;
  readonly suffix: string;
  /** The bound and the hedge of this very sentence, which may differ from the figure's. */
  readonly comparator: Comparator;
  readonly cue: string | null;
  /** Who speaks in this very sentence. */
  readonly attribution: readonly AttributionLink[];
};

/** The language that words printed in an anchor are in; undefined for cells of a table, which are in none. */
export const langOfWords = ({ record, sentenceLang }: Anchor): Language | undefined =>
  record === null ? sentenceLang : undefined;

export type Metric = {
  readonly slug: string;
  readonly name: Localized;
  readonly definition: Localized;
  readonly group: MetricGroup;
  readonly kind: MetricKind;
  readonly unit: Unit;
  /** After so many days without a new report a held value is drawn as doubtful; null for what is never held. */
  readonly longestSilenceDays: number | null;
};

/** One claim as readers see it: metric + subject + place + period + claimant + value. */
export type Figure = {
  readonly id: string;
  readonly metric: Metric;
  readonly subject: Agent | null;
  readonly place: Place | null;
  readonly value: Decimal | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly unit: Unit;
  readonly comparator: Comparator;
  readonly cue: string | null;
  readonly statistic: Statistic;
  readonly per: Per | null;
  readonly modality: Modality;
  readonly hearsay: boolean;
  readonly period: DateClaim;
  readonly reportedOn: DateClaim;
  readonly rank: Rank;
  readonly status: Status;
  /** Number of the revision shown, from 1, and why it exists. */
  readonly revision: number;
  readonly change: ChangeKind;
  /** The id of the figure this one replaces, or is replaced by, through new information. */
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  /** Position 0 of the attribution where it claims or estimates; null means `unattributed`. */
  readonly claimant: Agent | null;
  readonly attribution: readonly AttributionLink[];
  /** The sentence the figure was taken from. */
  readonly anchor: Anchor;
  /** How many sentences state the same claim, the anchor included. */
  readonly mentionCount: number;
};

/** A figure with every sentence that states it; `mentions[0]` is the anchor. */
export type FigureWithMentions = Figure & {
  readonly mentions: readonly Anchor[];
  /** What a reader must know to agree, such as a name the text does not print. */
  readonly note: Localized | null;
  /** Why it was taken back, in the words of the editor who did; null while it stands. */
  readonly retractedBecause: string | null;
  /** Why the revision shown was made, where it corrects an error of ours; null otherwise. */
  readonly correctedBecause: string | null;
};

/** Something that happened, with the sentence that dates it. */
export type Event = {
  readonly slug: string;
  readonly name: Localized;
  readonly date: DateClaim;
  readonly place: Place | null;
  readonly anchors: readonly EventAnchor[];
};

/** Where an event stands in a source version; the marked words are those that date or name it. */
export type EventAnchor = Pick<
  Anchor,
  | "sourceSlug"
  | "sourceTitle"
  | "sentence"
  | "sentenceLang"
  | "sentenceStart"
  | "sentenceEnd"
  | "prefix"
  | "suffix"
> & { readonly markedStart: number; readonly markedEnd: number };
