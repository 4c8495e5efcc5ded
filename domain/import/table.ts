import { ok, type Result, refused } from "../result";
import type { TableRow } from "./cell";
import { decode } from "./decode";
import { readDelimited } from "./delimited/read-delimited";
import { type Limits, tableLimits } from "./limits";
import { isZip, otherBytes, otherText } from "./other-kind";
import type { Delimiter, TableEncoding, TableFacts, TableFileFormat, TableNote } from "./table-facts";
import { Refused, refuse, type TableRefusal } from "./table-refusal";
import { readWorkbook } from "./xlsx/read-workbook";

export { type Cell, plainCell, type TableRow } from "./cell";
export type { Limits } from "./limits";
export type { TableFacts } from "./table-facts";
export type { TableRefusal } from "./table-refusal";

export type Table = {
  /** Trimmed; empty and double names made names of their own, which the notes tell. */
  readonly header: readonly string[];
  /** Rows with something in them, each as wide as the header. */
  readonly rows: readonly TableRow[];
  readonly facts: TableFacts;
};

/** What somebody says of a file, rather than leaving it to be found. */
export type TableOptions = {
  readonly format?: TableFileFormat;
  readonly encoding?: TableEncoding;
  readonly delimiter?: Delimiter;
  /** Name of the sheet to read; else the first that is not hidden. */
  readonly sheet?: string;
  /** Row the header stands in, from 1; else the first with something in it. */
  readonly headerRow?: number;
  readonly limits?: Partial<Limits>;
};

/**
 * The table in a file: CSV, TSV or XLSX, told apart by its bytes, never by its name alone.
 * @param fileName decides only where the bytes leave two delimiters equally likely: tabs, for a `.tsv`
 */
export function readTable(
  bytes: Uint8Array,
  fileName: string,
  options: TableOptions = {},
): Promise<Result<Table, TableRefusal>> {
  return answered(async () => {
    const limits = { ...tableLimits, ...options.limits };
    if (bytes.length > limits.fileBytes)
      refuse("too_large", { limit: "fileBytes", most: limits.fileBytes, at: null });
    if (bytes.length === 0) refuse("empty", { sheets: [] });
    if (isZip(bytes)) return readSheet(bytes, { ...options, limits });
    return readText(bytes, fileName, { ...options, limits });
  });
}

/**
 * The table in a paste: rows copied from a spreadsheet, where tabs part the cells and quotes hold those with line
 * breaks, or CSV.
 */
export function readPastedTable(
  text: string,
  options: Omit<TableOptions, "encoding" | "sheet"> = {},
): Promise<Result<Table, TableRefusal>> {
  return answered(async () => {
    const limits = { ...tableLimits, ...options.limits };
    if (text.length > limits.fileBytes)
      refuse("too_large", { limit: "fileBytes", most: limits.fileBytes, at: null });
    const bom = text.startsWith("\ufeff");
    const known = { encoding: null, bom, notes: [] };
    return readDelimited(bom ? text.slice(1) : text, { ...options, limits, tabs: true, loose: true }, known);
  });
}

type Bounded = TableOptions & { readonly limits: Limits };

function readSheet(bytes: Uint8Array, options: Bounded): Promise<Table> {
  if (options.format !== undefined && options.format !== "xlsx") refuse("wrong_kind", { is: "xlsx" });
  return readWorkbook(bytes, options);
}

function readText(bytes: Uint8Array, fileName: string, options: Bounded): Promise<Table> {
  const other = otherBytes(bytes);
  if (other === "locked") refuse("locked", {});
  if (other !== null) refuse("wrong_kind", { is: other });
  const { text, encoding, bom, sample } = decode(bytes, options.encoding);
  const kind = otherText(text);
  if (kind !== null) refuse("wrong_kind", { is: kind });
  if (options.format === "xlsx") refuse("wrong_kind", { is: "text" });
  const tabs = /\.(tsv|tab)$/i.test(fileName);
  const notes: TableNote[] = sample === null ? [] : [{ kind: "guessed_encoding", sample }];
  return readDelimited(text, { ...options, tabs, loose: false }, { encoding, bom, notes });
}

async function answered(read: () => Promise<Table>): Promise<Result<Table, TableRefusal>> {
  try {
    return ok(await read());
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusal);
    throw error;
  }
}
