import { type Cursor, readCursor } from "../cursor";
import {
  type FigureQuery,
  filterNames,
  type QueryReading,
  readFigureQuery,
  writeFigureQuery,
} from "../figure-query";
import { ok, type Result, refused } from "../result";
import { type Locale, locales } from "../vocabulary";
import type { TableFormat } from "./formats";
import { type OptionName, options } from "./options";

/** A parameter that stands in the way of an answer, and why. */
export type InvalidParameter = { readonly name: string; readonly reason: string };

export type ExportRequest = {
  readonly format: TableFormat;
  readonly query: FigureQuery;
  /** The language of names and of the figures' pages. */
  readonly lang: Locale;
  /** Text cells as they are, even where a spreadsheet would run them. */
  readonly raw: boolean;
  /** For French Excel: byte order mark, `;` and decimal comma. */
  readonly excel: boolean;
  /** A page of so many rows; null for every row. */
  readonly limit: number | null;
  readonly cursor: Cursor | null;
};

/** Which parameters a format understands beside the filters. `columns` is the page's own and changes nothing here. */
const ofFormat: Readonly<Record<TableFormat, readonly OptionName[]>> = {
  csv: ["raw", "excel"],
  tsv: ["raw"],
  json: ["limit", "after"],
  ndjson: [],
  xlsx: ["raw"],
  parquet: [],
};

export const optionsOf = (format: TableFormat): readonly OptionName[] => [
  "lang",
  "columns",
  ...ofFormat[format],
];

/**
 * Reads what a download is asked for. Unlike a page, it refuses what it does not understand: a program that misspells a
 * filter must not be handed every figure instead.
 * @param isKey whether a cursor could carry this key under the sort of the query
 */
export function readExportRequest(
  format: TableFormat,
  params: URLSearchParams,
  isKey: (query: FigureQuery, key: string) => boolean,
): Result<ExportRequest, readonly InvalidParameter[]> {
  const known: readonly string[] = optionsOf(format);
  const reading = readFigureQuery(params, known);
  const invalid = [...invalidFilters(reading, known)];
  const say = (name: string, reason: string) => void invalid.push({ name, reason });
  const lang = params.get("lang") || "en";
  if (!isLang(lang)) say("lang", options.lang.says);
  for (const name of known.filter((one) => one !== "columns"))
    if (params.getAll(name).length > 1) say(name, "is given twice");
  const [raw, excel] = ["raw", "excel"].map((name) => {
    const value = known.includes(name) ? params.get(name) || "0" : "0";
    if (value !== "0" && value !== "1") say(name, options.raw.says);
    return value === "1";
  });
  const limit = known.includes("limit") ? readLimit(params.get("limit"), say) : null;
  const cursor = known.includes("after") ? readCursor(params, (key) => isKey(reading.query, key)) : null;
  if (cursor === "unreadable") say("after", options.after.says);
  else if (cursor !== null && limit === null) say("after", "needs a limit");
  if (invalid.length > 0) return refused(invalid);
  const page = { limit, cursor: cursor === "unreadable" ? null : cursor };
  return ok({
    format,
    query: reading.query,
    lang: lang as Locale, // checked above
    raw: raw === true,
    excel: excel === true,
    ...page,
  });
}

/** What keeps the filters of an address from being read, in words. */
export function* invalidFilters(
  { unknown, malformed }: QueryReading,
  known: readonly string[],
): Generator<InvalidParameter> {
  for (const name of unknown)
    yield { name, reason: `is not a parameter; there are ${[...filterNames, ...known].join(", ")}` };
  for (const { name, value } of malformed) yield { name, reason: `cannot be "${value.slice(0, 100)}"` };
}

/** The request as a query string in one fixed order, so that two spellings of one request are one request. */
export function writeExportRequest(request: ExportRequest): string {
  const { query, lang, raw, excel, limit } = request;
  return writeFigureQuery(query, {
    ...(lang === "en" ? {} : { lang }),
    ...(raw ? { raw: "1" } : {}),
    ...(excel ? { excel: "1" } : {}),
    ...(limit === null ? {} : { limit: String(limit) }),
    // A sort left out means the order of the ids here, and the newest first on the page.
    ...(query.sort === undefined ? {} : { sort: query.sort }),
  });
}

function readLimit(given: string | null, say: (name: string, reason: string) => void): number | null {
  if (!given) return null;
  const limit = options.limit.schema.safeParse(given);
  if (limit.success) return limit.data;
  say("limit", options.limit.says);
  return null;
}

const isLang = (value: string): value is Locale => (locales as readonly string[]).includes(value);
