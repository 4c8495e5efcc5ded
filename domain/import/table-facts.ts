import type { Place } from "./table-refusal";

export const tableFileFormats = ["csv", "tsv", "xlsx"] as const;
export type TableFileFormat = (typeof tableFileFormats)[number];

export const tableEncodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type TableEncoding = (typeof tableEncodings)[number];

export const delimiters = [",", ";", "\t"] as const;
export type Delimiter = (typeof delimiters)[number];

export type LineEnd = "lf" | "crlf" | "cr" | "mixed";

/** Something about a file, and whether somebody said so or we found it. */
export type Known<T> = { readonly is: T; readonly how: "stated" | "found" };

/** Where something occurs: how often, and the first places. */
export type Seen = { readonly count: number; readonly first: readonly Place[] };

/** A sheet of a workbook, in the order of its tabs. */
export type SheetFact = { readonly name: string; readonly hidden: boolean };

/** What an editor should know before trusting a table: read, but not beyond doubt. */
export type TableNote =
  /** Names of columns that were empty or double, and what they are called now. `column` from 1. */
  | {
      readonly kind: "renamed_columns";
      readonly columns: readonly { readonly column: number; readonly was: string; readonly now: string }[];
    }
  /** Rows of CSV with fewer cells than the header, filled up; with more; rows of nothing, left out. */
  | ({ readonly kind: "short_rows" | "long_rows" | "blank_rows" } & Seen)
  /** Cells with a quote in the middle, which was read as it stands. */
  | ({ readonly kind: "quotes_in_cell" } & Seen)
  /** Neither a byte order mark nor valid UTF-8: taken for windows-1252. `sample`: the first words that show it. */
  | { readonly kind: "guessed_encoding"; readonly sample: string }
  /** Another delimiter would cut every row, too, into fewer cells. */
  | { readonly kind: "other_delimiter"; readonly delimiter: Delimiter }
  /** A first line that only names the delimiter; it is no row. */
  | { readonly kind: "sep_line" }
  /** Rows above the header, left out. */
  | { readonly kind: "rows_above_header"; readonly count: number }
  /** Cells of a workbook that hold an error (#N/A), kept as words. */
  | ({ readonly kind: "error_cells" } & Seen)
  /** Formulas saved without a result: read as empty. */
  | ({ readonly kind: "uncalculated_formulas" } & Seen)
  /** Cells shown as a day that is none (29 February 1900, before 1900), kept as number or words. */
  | ({ readonly kind: "impossible_days" } & Seen)
  /** Numbers of more digits than a spreadsheet computes with, rounded to fifteen. */
  | ({ readonly kind: "rounded_numbers" } & Seen)
  /** Cells shown in percent: 12 % is the number 0.12 there. */
  | ({ readonly kind: "percent_cells" } & Seen)
  /** Number cells without a number in them, kept as words. */
  | ({ readonly kind: "odd_numbers" } & Seen)
  /** Merged cells: what they show stands in their first cell alone. */
  | ({ readonly kind: "merged_cells" } & Seen)
  /** Rows a spreadsheet hides, by a filter for instance; they were read. */
  | ({ readonly kind: "hidden_rows" } & Seen);

/** What may be noted; docs/importing.md explains each. */
export const tableNoteKinds = [
  "renamed_columns",
  "short_rows",
  "long_rows",
  "blank_rows",
  "quotes_in_cell",
  "guessed_encoding",
  "other_delimiter",
  "sep_line",
  "rows_above_header",
  "error_cells",
  "uncalculated_formulas",
  "impossible_days",
  "rounded_numbers",
  "percent_cells",
  "odd_numbers",
  "merged_cells",
  "hidden_rows",
] as const satisfies readonly TableNote["kind"][];

/** How a file was read. */
export type TableFacts = {
  readonly format: Known<TableFileFormat>;
  /** Null for a workbook and for a paste. */
  readonly encoding: Known<TableEncoding> | null;
  /** Null for a workbook. */
  readonly delimiter: Known<Delimiter> | null;
  readonly bom: boolean;
  /** Null for a workbook and for a single line. */
  readonly lineEnd: LineEnd | null;
  readonly headerRow: Known<number>;
  /** Null for text. */
  readonly sheet: Known<string> | null;
  readonly sheets: readonly SheetFact[];
  readonly notes: readonly TableNote[];
};

/** Places shown of a note; the count goes on. */
const shown = 20;

/** Counts where something occurs. */
export class Sightings {
  #count = 0;
  readonly #first: Place[] = [];

  see(row: number, column = 1): void {
    this.#count++;
    if (this.#first.length < shown) this.#first.push({ row, column });
  }

  get seen(): Seen {
    return { count: this.#count, first: this.#first };
  }
}
