import { type Bytes, concat } from "@/domain/export/bytes";
import { figureExportColumns } from "@/domain/export/columns";
import { withRevision } from "@/domain/export/datapackage";
import type { ExportRequest } from "@/domain/export/export-request";
import type { TableFormat } from "@/domain/export/formats";
import { jsonDocument } from "@/domain/export/json";
import { workbookParts, xlsxLimits } from "@/domain/export/xlsx";
import { zip } from "@/domain/export/zip";
import type { FigureExport } from "./stream-figures";
import { type CsvStyle, copyCsv } from "./stream-formats";
import { gzip } from "./stream-gzip";
import { streamParquet } from "./stream-parquet";
import { copyXlsx } from "./stream-xlsx";

/** What a file says of itself. Nothing in it tells of a clock: the same request is the same bytes, on any database. */
export type About = {
  readonly slug: string;
  readonly title: string;
  readonly revision: number;
  /** The address of the site, "" where it is not told. */
  readonly site: string;
  /** The filters, as in an address. */
  readonly request: string;
};

type Asked = Pick<ExportRequest, "format" | "raw" | "excel">;
type Encoder = (asked: Asked, about: About, found: FigureExport, signal?: AbortSignal) => Bytes;

const csv =
  (style: (asked: Asked) => CsvStyle): Encoder =>
  (asked, _about, found, signal) => {
    const chosen = style(asked);
    const header = figureExportColumns.map(({ name }) => name).join(chosen.delimiter);
    const rows = found.stream((rows) => copyCsv(rows, chosen), signal);
    return concat(`${asked.excel ? "\ufeff" : ""}${header}\n`, rows);
  };

const encoders: Readonly<Record<TableFormat, Encoder>> = {
  csv: csv(({ raw, excel }) => ({ delimiter: excel ? ";" : ",", guard: !raw, decimalComma: excel })),
  tsv: csv(({ raw }) => ({ delimiter: "\t", guard: !raw, decimalComma: false })),
  ndjson: (_asked, _about, found, signal) => found.json("", signal),
  json: (_asked, { slug, revision }, found, signal) => {
    const head = { collection: slug, revision, count: found.count };
    const rows = found.json(",", signal);
    return jsonDocument(head, "figures", rows);
  },
  xlsx: ({ raw }, about, found, signal) => {
    const rows = found.stream((rows, before) => copyXlsx(rows, before, !raw), signal);
    return zip(workbookParts(figureExportColumns, rows, notesOf(about, found.count)), gzip);
  },
  parquet: (_asked, about, found, signal) => streamParquet(about, found, signal),
};

/** The rows of a download in the format asked for. */
export const streamTable: Encoder = (asked, about, found, signal) =>
  encoders[asked.format](asked, about, found, signal);

/** Why so many rows cannot be had in a format; null where they can. Nothing is ever cut short in silence. */
export function tooLong(format: TableFormat, count: number): string | null {
  if (format !== "xlsx" || count < xlsxLimits.rows) return null;
  return `xlsx holds ${xlsxLimits.rows - 1} rows and there are ${count}: filter, or take csv or parquet`;
}

/** What the sheet beside the rows says. */
function notesOf({ title, revision, site, request }: About, count: number): [string, string][] {
  return [
    ["collection", title],
    ["site", site],
    ["revision", String(revision)],
    ["filters", request],
    ["rows", String(count)],
    ["same state for ever", `${site}/api/v1/figures.xlsx?${withRevision(request, revision)}`],
    ["licence of the compilation", "CC BY 4.0"],
    ["licence of the quotations", "They belong to their publishers; short quotations, attributed."],
    ...figureExportColumns.map(({ name, description }): [string, string] => [name, description]),
  ];
}
