import type { Lexicon } from "../extract/proposal";
import type { ColumnLook } from "./look-at-columns";
import type { ImportMap } from "./map";
import type { RowReading } from "./row";
import type { TableFacts, TableOptions, TableRow } from "./table";
import type { TableRefusal } from "./table-refusal";

/**
 * What the site and the process that reads tables (`bin/read-rows.ts`) say to each other. The site writes one line of
 * JSON, `RowsAsked`, then the bytes of the file to the end of standard input. The other answers in lines of JSON: one
 * `RowsAnswer`; after `rows`, a `RowReading` a line, and `RowsEnd` last, without which something was lost.
 */
export type RowsAsked = {
  readonly fileName: string;
  readonly options: Omit<TableOptions, "limits">;
} & (
  | { readonly task: "csv" }
  /** Without a map, one is suggested. */
  | { readonly task: "look"; readonly map: BaseMap | null; readonly lexicon: Lexicon }
  | { readonly task: "rows"; readonly map: ImportMap; readonly lexicon: Lexicon }
);

export type RowsAnswer =
  | { readonly refused: TableRefusal }
  | { readonly look: TableLook }
  /** How many rows there are to read, and the names of the columns as the version of the dataset keeps them. */
  | { readonly rows: number; readonly header: string }
  /** The rows of a paste as RFC 4180. */
  | { readonly csv: string };

export type RowsLine = RowReading | RowsEnd;
export type RowsEnd = { readonly end: number };

/** A map that may lack what only an editor can say. */
export type BaseMap = Pick<ImportMap, "fields"> & Partial<Omit<ImportMap, "fields">>;

/** What an editor is shown of a table before anything is taken from it. */
export type TableLook = {
  readonly header: readonly string[];
  /** Of the names of the columns, by which the next file of the same form finds its map. */
  readonly headerSha256: string;
  readonly rows: number;
  readonly first: readonly TableRow[];
  readonly facts: TableFacts;
  readonly columns: readonly ColumnLook[];
  /** The map that was asked with, or else a suggestion. */
  readonly map: BaseMap;
  /** Whether it is a download of this site. */
  readonly own: boolean;
  readonly unknown: readonly UnknownWords[];
};

/** What cells say that no list has an entry for, by column: the most frequent first, not necessarily all. */
export type UnknownWords = {
  readonly column: string;
  readonly words: readonly { readonly printed: string; readonly count: number }[];
};
