import type { FigureExport } from "@/db/queries/stream-figures";
import { type CsvStyle, copyCsv, copyJson } from "@/db/queries/stream-formats";
import { type Bytes, concat } from "@/domain/export/bytes";
import { figureExportColumns } from "@/domain/export/columns";
import type { ExportRequest } from "@/domain/export/export-request";
import type { TableFormat } from "@/domain/export/formats";
import { jsonDocument } from "@/domain/export/json";
import type { Frozen } from "./frozen";

type Encoder = {
  /** Why so many rows cannot be had in this format. */
  readonly refuse?: (count: number) => Response | null;
  write(frozen: Frozen, asked: ExportRequest, found: FigureExport, signal: AbortSignal): Bytes;
};

function csv(style: (asked: ExportRequest) => CsvStyle): Encoder {
  return {
    write(_frozen, asked, found, signal) {
      const chosen = style(asked);
      const header = figureExportColumns.map(({ name }) => name).join(chosen.delimiter);
      return concat(
        `${asked.excel ? "\ufeff" : ""}${header}\n`,
        found.stream((rows) => copyCsv(rows, chosen), signal),
      );
    },
  };
}

/** How each format is written. */
export const encoders: Readonly<Partial<Record<TableFormat, Encoder>>> & Record<string, Encoder> = {
  csv: csv(({ raw, excel }) => ({ delimiter: excel ? ";" : ",", guard: !raw, decimalComma: excel })),
  tsv: csv(({ raw }) => ({ delimiter: "\t", guard: !raw, decimalComma: false })),
  ndjson: { write: (_frozen, _asked, found, signal) => found.stream((rows) => copyJson(rows, ""), signal) },
  json: {
    write({ revision, standing }, _asked, found, signal) {
      const head = { collection: standing.slug, revision, count: found.count };
      return jsonDocument(
        head,
        "figures",
        found.stream((rows) => copyJson(rows, ","), signal),
      );
    },
  },
};
