import { readFile } from "node:fs/promises";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import type { tableLimits } from "@/domain/import/limits";
import { type ImportMap, importMap } from "@/domain/import/map";
import { ownExportMap } from "@/domain/import/own/own-map";
import { readTable, type Table, type TableOptions } from "@/domain/import/table";
import { delimiters, tableEncodings } from "@/domain/import/table-facts";
import type { TableRefusal } from "@/domain/import/table-refusal";
import { BadUsage, type Reading } from "./import-arguments";

/** A file that was read, and what is said of how. */
export type ReadFile = {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly table: Table;
  readonly options: Options;
};
type Options = Omit<TableOptions, "limits" | "format">;

/** Reads the table in a file, or in standard input. @throws {BadUsage} where it is none, saying why */
export async function readFileOf(asked: Reading, map: ImportMap | null): Promise<ReadFile> {
  const options = { ...map?.table, ...optionsIn(asked) };
  const bytes = await bytesOf(asked.file);
  const fileName = asked.file === "-" ? "standard input" : path.basename(asked.file);
  const read = await readTable(bytes, fileName, options);
  if (!read.ok) throw new BadUsage(`${fileName} cannot be read: ${refusalSaid(read.refusal)}`);
  return { fileName, bytes, table: read.value, options };
}

async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  if (file === "-") return new Uint8Array(await buffer(process.stdin));
  return new Uint8Array(await read(file));
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new BadUsage(`${file} cannot be opened: ${(error as NodeJS.ErrnoException).code}.`);
  }
}

function optionsIn({ sheet, encoding, delimiter, headerRow }: Reading): Options {
  const knownEncoding = tableEncodings.find((one) => one === encoding);
  const knownDelimiter = delimiters.find((one) => one === delimiter);
  if (encoding !== undefined && knownEncoding === undefined)
    throw new BadUsage(`--encoding is ${tableEncodings.join(", ")}.`);
  if (delimiter !== undefined && knownDelimiter === undefined)
    throw new BadUsage("--delimiter is , or ; or tab.");
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(knownEncoding === undefined ? {} : { encoding: knownEncoding }),
    ...(knownDelimiter === undefined ? {} : { delimiter: knownDelimiter }),
  };
}

/** The map in a file. @throws {BadUsage} with what is wrong in it, by its place */
export async function readMap(file: string): Promise<ImportMap> {
  const text = (await read(file)).toString("utf8").replace(/^\ufeff/, "");
  const found = importMap.safeParse(parsed(file, text));
  if (found.success) return found.data;
  const issues = found.error.issues.map(
    ({ path: at, message }) => `  ${at.map(String).join(".") || "the map"}: ${message}`,
  );
  throw new BadUsage(`${file} is no map:\n${issues.join("\n")}`);
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadUsage(`${file} is no JSON: ${(error as Error).message}.`);
  }
}

/** The map of a table that needs none. @throws {BadUsage} where it is no download of Verbatim */
export function mapOfOwn({ table, fileName }: ReadFile): ImportMap {
  const own = ownExportMap(table);
  if (own !== null) return own;
  throw new BadUsage(
    `${fileName} did not come out of Verbatim, so it needs a map: --map MAP.json. "--suggest" prints one to start from.`,
  );
}

/** Why a file is no table, in one plain sentence. */
function refusalSaid({ kind, data }: TableRefusal): string {
  const at = (place: { row: number; column: number }) => `row ${place.row}, column ${place.column}`;
  switch (kind) {
    case "empty":
      return data.sheets.length > 1
        ? `there is nothing in the sheet. Choose another with --sheet: ${data.sheets.join(", ")}.`
        : "there is nothing in it.";
    case "no_rows":
      return "it has column names and no row below them.";
    case "no_header":
      return `row ${data.row} holds no column names.`;
    case "too_large":
      return `it is too large: ${limitSaid(data.limit)} at most ${data.most}${data.at ? ` (${at(data.at)})` : ""}.`;
    case "wrong_kind":
      return `it is ${data.is}, not a table. Save it as CSV or XLSX.`;
    case "locked":
      return "the workbook opens only with a password.";
    case "not_text":
      return "it is neither text nor a workbook.";
    case "encoding":
      return data.stated === null
        ? "its encoding is not known. Save it as UTF-8."
        : `it is not in ${data.stated}.`;
    case "nul":
      return `row ${data.row} holds the character NUL.`;
    case "open_quote":
      return `a quotation mark opens a cell in ${at(data)} and never closes.`;
    case "text_after_quote":
      return `something stands after a closing quotation mark in ${at(data)}.`;
    case "unsure_delimiter":
      return "several marks could part its cells. Say which with --delimiter.";
    case "unknown_delimiter":
      return `its first line names "${data.delimiter}" as what parts the cells, which is not read.`;
    case "no_sheet":
      return `it has no such sheet. It has: ${data.sheets.join(", ")}.`;
    case "broken":
      return `the workbook is damaged (${data.reason}).`;
  }
}

const limits: Readonly<Record<keyof typeof tableLimits, string>> = {
  fileBytes: "bytes of the file:",
  unpackedBytes: "bytes of the workbook unpacked:",
  rows: "rows:",
  columns: "columns:",
  cellCharacters: "characters of a cell:",
  cells: "cells:",
};
const limitSaid = (limit: keyof typeof tableLimits) => limits[limit];
