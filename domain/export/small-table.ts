import { type Bytes, concat, join, utf8 } from "./bytes";
import type { ExportColumn } from "./columns";
import { type CsvForm, csvOf } from "./csv";
import type { TableFormat } from "./formats";
import { ColumnPage } from "./parquet/column";
import { footer, magic, pageHeader } from "./parquet/file";
import { sheetRows, workbookParts } from "./xlsx";
import { type Gzip, zip } from "./zip";

export type Row = Readonly<Record<string, string | number | null>>;

/** A table small enough to be held whole, and what it says of itself. */
export type SmallTable = {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly Row[];
  /** What stands beside the rows in JSON. */
  readonly head: Readonly<Record<string, string | number>>;
  /** What the second sheet of a workbook and the metadata of Parquet say. */
  readonly notes: readonly (readonly [string, string])[];
};

/** The table in a format, as the tables of figures are written. */
export function writeTable(table: SmallTable, format: TableFormat, form: CsvForm, gzip: Gzip): Bytes {
  const { name, columns, rows, head, notes } = table;
  const names = columns.map((column) => column.name);
  switch (format) {
    case "csv":
      return concat(csvOf(names, rows, form));
    case "tsv":
      return concat(csvOf(names, rows, { ...form, delimiter: "\t" }));
    case "json":
      return concat(`${JSON.stringify({ ...head, count: rows.length, [name]: rows }, null, 1)}\n`);
    case "ndjson":
      return concat(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    case "xlsx": {
      const about = [...notes, ...columns.map((one) => [one.name, one.description] as const)];
      return zip(workbookParts(columns, concat(sheetRows(columns, rows, !form.raw)), about, name), gzip);
    }
    case "parquet":
      return parquet(table, gzip);
  }
}

/** One row group, its pages compressed one after the other. */
async function* parquet({ columns, rows, notes }: SmallTable, gzip: Gzip): AsyncGenerator<Uint8Array> {
  const kinds = columns.map(({ name, optional, type }) => ({ name, optional, kind: kindOf(type) }));
  const chunks: { at: number; packed: number; length: number }[] = [];
  yield magic;
  let at = magic.length;
  for (const column of rows.length > 0 ? kinds : []) {
    const page = new ColumnPage(column);
    for (const row of rows) put(page, column.kind, row[column.name] ?? null);
    const values = page.take();
    const packed: Uint8Array[] = [];
    for await (const piece of gzip(concat(values))) packed.push(piece);
    const bytes = join(packed);
    const header = pageHeader(values.length, bytes.length, rows.length);
    yield join([header, bytes]);
    chunks.push({ at, packed: header.length + bytes.length, length: header.length + values.length });
    at += header.length + bytes.length;
  }
  yield footer(kinds, rows.length > 0 ? [{ rows: rows.length, chunks }] : [], Object.fromEntries(notes));
}

type Kind = "text" | "integer" | "date";

function kindOf(type: ExportColumn["type"]): Kind {
  if (type === "integer" || type === "date") return type;
  if (type === "text" || type === "word") return "text";
  throw new Error(`no small table has a column of ${type}`);
}

function put(page: ColumnPage, kind: Kind, value: string | number | null): void {
  if (value === null) page.skip();
  else if (kind === "integer") page.integer(Number(value));
  else if (kind === "date") page.integer(Date.parse(`${value}T00:00:00Z`) / 86_400_000);
  else {
    const bytes = utf8(String(value));
    page.text(bytes, 0, bytes.length);
  }
}
