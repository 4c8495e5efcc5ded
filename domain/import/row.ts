import type { Decimal } from "../figure";
import type { AgentKind, PlaceKind } from "../vocabulary";
import type { ImportRule } from "./rules";

/**
 * What a row of a table may say of a figure, under the names that the columns of a download have (docs/api.md), so
 * that one vocabulary leads out and in. `figure_id` names a figure that is there already; `note` is kept for readers;
 * `relayed_by` is for tables that give each speaker a column, `attribution` for those that tell the whole chain.
 */
export const importFields = [
  "figure_id",
  "metric",
  "subject",
  "place",
  "value",
  "low",
  "high",
  "unit",
  "comparator",
  "cue",
  "statistic",
  "per",
  "modality",
  "hearsay",
  "period_start",
  "period_end",
  "period_precision",
  "period_basis",
  "reported_on",
  "reported_on_basis",
  "claimant",
  "relayed_by",
  "attribution",
  "sentence",
  "sentence_lang",
  "source_url",
  "source_title",
  "publisher",
  "source_published_on",
  "rank",
  "note",
] as const;
export type ImportField = (typeof importFields)[number];

/**
 * What a row says of one figure, in the collection's own words: slugs, decimal strings, days (`2024-08` and `2024` in
 * reported_on and source_published_on where no more is known), words of the closed lists, `true` and `false`. Null is a field that says nothing; a field that is not there was not mapped. How the file
 * printed it is gone: two versions of a file that differ in form alone are equal here.
 */
export type RowContent = Readonly<Partial<Record<ImportField, string | null>>>;

/** Where the number stands: in the words of the sentence, or in the row itself. Offsets are UTF-16 units within it. */
export type NumberSpot = {
  readonly numberStart: number;
  readonly numberEnd: number;
  readonly numberText: string;
  /** What it stands for; null for words that give no number. */
  readonly readsAs: Decimal | null;
};

/** A row of the file as it is kept for readers: RFC 4180 cells joined by commas, and where it stands in the table. */
export type RecordText = { readonly text: string; readonly start: number };

/** An agent or a place that a table names and no list knows. */
export type NewEntry =
  | { readonly list: "agents"; readonly slug: string; readonly name: string; readonly kind: AgentKind }
  | {
      readonly list: "places";
      readonly slug: string;
      readonly name: string;
      readonly kind: PlaceKind;
      readonly parent: string | null;
    };

/** What was read from a row for one of the figures that the map makes of it. */
export type RowReading =
  | {
      readonly kind: "figure";
      readonly row: number;
      readonly figure: number;
      /** What identifies it within its dataset, in any version of the file. */
      readonly key: string;
      readonly content: RowContent;
      /**
       * Texts of one of our downloads that begin with an apostrophe which may be the guard against running in a
       * spreadsheet, and is taken away in `content`, or may be their own, as it is here: `?raw=1` leaves texts alone.
       * What the collection says decides, for the whole file.
       */
      readonly bare?: RowContent;
      /** In the sentence, where the row has one that holds the number; else null, and the row itself is the anchor. */
      readonly inSentence: NumberSpot | null;
      readonly inRecord: NumberSpot;
      readonly record: RecordText;
      /** Entries that are not there yet and that the map says to make, to be recorded before the figure. */
      readonly creates: readonly NewEntry[];
    }
  /** No number where it should stand: there is nothing to take in. */
  | { readonly kind: "empty"; readonly row: number; readonly figure: number }
  | {
      readonly kind: "refused";
      readonly row: number;
      readonly figure: number;
      readonly problems: readonly CellProblem[];
      /** As printed, to be given back with the reasons; not there where the row cannot be kept at all. */
      readonly record?: RecordText;
    };

/** Why a cell cannot be taken in. The words are the interface's, by the name of the rule. */
export type CellProblem = {
  readonly rule: ImportRule;
  /** Name of the column at fault; null where it is the row as a whole, or what the map says for all rows. */
  readonly column: string | null;
  /** The cell as printed, at most 200 characters. */
  readonly cell: string;
};
