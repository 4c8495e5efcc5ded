import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { coalesce, join } from "@/domain/export/bytes";
import { type CellType, figureExportColumns } from "@/domain/export/columns";
import { ColumnPage, decimalPrecision, type ParquetColumn, unscaled } from "@/domain/export/parquet/column";
import { footer, magic, pageHeader, type RowGroup } from "@/domain/export/parquet/file";
import { type BinaryRow, readBinary } from "./stream-binary";
import type { Decimals, FigureExport } from "./stream-figures";
import type { About } from "./stream-table";

const compress = promisify(gzip);

/** Rows held in memory before they are written. */
const groupRows = 10_000;

/** Where the calendar of Parquet begins, in days of PostgreSQL's, which begins in 2000. */
const epoch = 10_957;

/** Decimal places of every decimal column, unless the data need more: files of one collection then fit together. */
const usualScale = 9;

/** The digits a column of decimals needs; null where no Parquet decimal has as many: they are then written as text. */
function scaleFor({ whole, scale }: Decimals): number | null {
  const chosen = Math.max(scale, usualScale);
  if (whole + chosen <= decimalPrecision) return chosen;
  return whole + scale <= decimalPrecision ? scale : null;
}

function typeOf(type: CellType, scale: number | null) {
  if (type === "decimal")
    return scale === null ? ({ kind: "text" } as const) : ({ kind: "decimal", scale } as const);
  return { kind: type === "word" ? "text" : type } as const;
}

const copyBinary = (rows: string): string => {
  const cells = figureExportColumns.map(({ name, type }) => `r.${name}${type === "decimal" ? "::text" : ""}`);
  return `copy (select ${cells.join(", ")} from (${rows}) r) to stdout (format binary)`;
};

/** The rows as a typed Parquet file, written by groups in constant memory. */
export async function* streamParquet(
  about: About,
  found: FigureExport,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const decimals = await found.decimals(signal);
  const scale = scaleFor(decimals);
  const columns = figureExportColumns.map(({ name, optional, type }) => ({
    name,
    // As long as every figure stands in a sentence, the files are what they were before rows of datasets were.
    optional: optional && (name !== "sentence_lang" || decimals.records),
    ...typeOf(type, scale),
  }));
  const pages = columns.map((column) => new ColumnPage(column));
  const groups: RowGroup[] = [];
  let [rows, at] = [0, magic.length];
  const write = async () => {
    const written = await writeGroup(pages, rows, at);
    groups.push(written.group);
    at += written.bytes.length;
    rows = 0;
    return written.bytes;
  };
  const put = columns.map(putInto);
  const take = (row: BinaryRow) => {
    for (let index = 0; index < pages.length; index++) put[index]!(pages[index]!, row, index);
    rows++;
  };
  yield magic;
  for await (const _piece of readBinary(coalesce(found.stream(copyBinary, signal)), columns.length, take))
    if (rows >= groupRows) yield await write();
  if (rows > 0) yield await write();
  yield footer(columns, groups, metadataOf(about));
}

const metadataOf = ({ title, revision, site, request }: About): Record<string, string> => ({
  title,
  revision: String(revision),
  site,
  filters: request,
  licence: "CC BY 4.0 for the compilation; quotations belong to their publishers",
});

async function writeGroup(pages: readonly ColumnPage[], rows: number, from: number) {
  const packed = await Promise.all(
    pages.map(async (page) => {
      const values = page.take();
      const bytes = await compress(values, { level: 1 });
      const header = pageHeader(values.length, bytes.length, rows);
      return { bytes: join([header, bytes]), length: header.length + values.length };
    }),
  );
  let at = from;
  const chunks = packed.map(({ bytes, length }) => {
    const chunk = { at, packed: bytes.length, length };
    at += bytes.length;
    return chunk;
  });
  return { bytes: join(packed.map(({ bytes }) => bytes)), group: { rows, chunks } };
}

type Put = (page: ColumnPage, row: BinaryRow, index: number) => void;

/** How a field of a row goes into its column. */
function putInto(column: ParquetColumn): Put {
  const put = putValue(column);
  return (page, row, index) => (row.starts[index]! < 0 ? page.skip() : put(page, row, index));
}

function putValue(column: ParquetColumn): Put {
  switch (column.kind) {
    case "text":
      return (page, { bytes, starts, ends }, index) => page.text(bytes, starts[index]!, ends[index]!);
    case "integer":
      return (page, { bytes, starts }, index) => page.integer(bytes.readInt32BE(starts[index]!));
    case "date":
      return (page, { bytes, starts }, index) => page.integer(bytes.readInt32BE(starts[index]!) + epoch);
    case "boolean":
      return (page, { bytes, starts }, index) => page.boolean(bytes[starts[index]!] === 1);
    case "decimal":
      return (page, { bytes, starts, ends }, index) =>
        page.decimal(unscaled(bytes.toString("latin1", starts[index], ends[index]), column.scale));
  }
}
