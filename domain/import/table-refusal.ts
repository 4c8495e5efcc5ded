import type { LimitName } from "./limits";
import type { Delimiter, TableEncoding } from "./table-facts";

/** What a file is, where it is no table we read; or none of the kind stated, for `xlsx` and `text`. */
export const otherKinds = [
  "xlsx",
  "text",
  "xls",
  "xlsb",
  "ods",
  "docx",
  "pptx",
  "zip",
  "html",
  "xml",
  "json",
  "pdf",
  "office",
] as const;
export type OtherKind = (typeof otherKinds)[number];

/** What is wrong with a workbook that cannot be read to its end. */
export const brokenReasons = [
  "zip",
  "duplicate_part",
  "overlapping_parts",
  "missing_part",
  "packing",
  "checksum",
  "xml",
  "doctype",
  "depth",
  "attributes",
  "elements",
  "rows_out_of_order",
  "cells_out_of_order",
  "shared_string",
  "merged_cells",
] as const;
export type BrokenReason = (typeof brokenReasons)[number];

/** A cell by the row and the column of the file, both from 1. */
export type Place = { readonly row: number; readonly column: number };

type Data = {
  /** No row has anything in it. `sheets`: the visible sheets of a workbook, of which another may be meant. */
  readonly empty: { readonly sheets: readonly string[] };
  /** A header and nothing below it. */
  readonly no_rows: { readonly header: readonly string[] };
  /** The row said to be the header does not exist, or has nothing in it. */
  readonly no_header: { readonly row: number };
  readonly too_large: { readonly limit: LimitName; readonly most: number; readonly at: Place | null };
  readonly wrong_kind: { readonly is: OtherKind };
  /** A workbook that only opens with a password. */
  readonly locked: Record<never, never>;
  /** Bytes that are neither text nor a workbook. */
  readonly not_text: Record<never, never>;
  /** Text in an encoding we do not know (`stated` null), or not in the one stated. */
  readonly encoding: { readonly stated: TableEncoding | null };
  /** The character NUL, which no cell may hold. */
  readonly nul: { readonly row: number };
  /** A quote that opens a cell and is never closed. */
  readonly open_quote: Place;
  /** Something between the quote that closes a cell and the next delimiter. */
  readonly text_after_quote: Place;
  /** Several delimiters cut every row into equally many cells: somebody must say which. */
  readonly unsure_delimiter: { readonly delimiters: readonly Delimiter[] };
  /** A first line `sep=` that names a delimiter we do not read. */
  readonly unknown_delimiter: { readonly delimiter: string };
  readonly no_sheet: { readonly sheet: string | null; readonly sheets: readonly string[] };
  /** A damaged workbook, or one made to do damage. */
  readonly broken: { readonly part: string | null; readonly reason: BrokenReason };
};

/** Why a file may be refused; docs/importing.md says what to do about each. */
export const tableRefusalKinds = [
  "empty",
  "no_rows",
  "no_header",
  "too_large",
  "wrong_kind",
  "locked",
  "not_text",
  "encoding",
  "nul",
  "open_quote",
  "text_after_quote",
  "unsure_delimiter",
  "unknown_delimiter",
  "no_sheet",
  "broken",
] as const satisfies readonly (keyof Data)[];
export type TableRefusalKind = (typeof tableRefusalKinds)[number];

/** Why a file was not read as a table: a value, never an exception. */
export type TableRefusal = {
  [Kind in TableRefusalKind]: { readonly kind: Kind; readonly data: Data[Kind] };
}[TableRefusalKind];

/** What is said of a file that cannot be read as a table: its own fault, or reading it was ended, or went wrong. */
export type ReadingProblem =
  | TableRefusal
  | {
      readonly kind: "too_slow" | "out_of_memory" | "failed";
      readonly data: Readonly<Record<string, never>>;
    };

/** Carries a refusal out of the depths of a parser; `readTable` turns it into a value. */
export class Refused extends Error {
  readonly refusal: TableRefusal;

  constructor(refusal: TableRefusal) {
    super(`table refused: ${refusal.kind}`);
    this.refusal = refusal;
  }
}

/** @throws {Refused} always */
export function refuse<Kind extends TableRefusalKind>(kind: Kind, data: Data[Kind]): never {
  throw new Refused({ kind, data } as TableRefusal); // TypeScript does not pair a kind with its data here
}
