import { join, utf8 } from "../bytes";
import { decimalPrecision, type ParquetColumn } from "./column";
import { i32, i64, list, struct, text } from "./thrift";

/** Numbers of Parquet's enumerations that we write. */
const physical = { boolean: 0, integer: 1, date: 1, text: 6, decimal: 7 } as const;
const converted = { text: 0, decimal: 5, date: 6 } as const;
const plain = 0;
const rle = 3;
const gzipCodec = 2;

const none = struct([]);

function schemaElement(column: ParquetColumn) {
  const { kind, name, optional } = column;
  const decimal = kind === "decimal" ? column : null;
  const logical = { text: 1, decimal: 5, date: 6 } as const;
  const numbers =
    decimal &&
    struct([
      [1, i32(decimal.scale)],
      [2, i32(decimalPrecision)],
    ]);
  const stands = kind in logical ? (kind as keyof typeof logical) : null;
  return struct([
    [1, i32(physical[kind])],
    [2, decimal ? i32(16) : undefined],
    [3, i32(optional ? 1 : 0)],
    [4, text(name)],
    [6, stands ? i32(converted[stands]) : undefined],
    [7, decimal ? i32(decimal.scale) : undefined],
    [8, decimal ? i32(decimalPrecision) : undefined],
    [10, stands ? struct([[logical[stands], numbers ?? none]]) : undefined],
  ]);
}

/** Where a column of a row group stands in the file. */
export type Chunk = { readonly at: number; readonly packed: number; readonly length: number };
export type RowGroup = { readonly rows: number; readonly chunks: readonly Chunk[] };

export const magic = utf8("PAR1");

/** What stands before the compressed values of a column. */
export const pageHeader = (length: number, packed: number, rows: number): Uint8Array =>
  struct([
    [1, i32(0)],
    [2, i32(length)],
    [3, i32(packed)],
    [
      5,
      struct([
        [1, i32(rows)],
        [2, i32(plain)],
        [3, i32(rle)],
        [4, i32(rle)],
      ]),
    ],
  ]).bytes;

const columnChunk = ({ kind, name }: ParquetColumn, { at, packed, length }: Chunk, rows: number) =>
  struct([
    [2, i64(at)],
    [
      3,
      struct([
        [1, i32(physical[kind])],
        [2, list("i32", [i32(plain), i32(rle)])],
        [3, list("text", [text(name)])],
        [4, i32(gzipCodec)],
        [5, i64(rows)],
        [6, i64(length)],
        [7, i64(packed)],
        [9, i64(at)],
      ]),
    ],
  ]);

function rowGroup(columns: readonly ParquetColumn[], { rows, chunks }: RowGroup) {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return struct([
    [
      1,
      list(
        "struct",
        columns.map((column, index) => columnChunk(column, chunks[index]!, rows)),
      ),
    ],
    [2, i64(length)],
    [3, i64(rows)],
  ]);
}

/** The end of the file: what is in it and where. */
export function footer(
  columns: readonly ParquetColumn[],
  groups: readonly RowGroup[],
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  const root = struct([
    [4, text("figures")],
    [5, i32(columns.length)],
  ]);
  const pairs = Object.entries(metadata).map(([key, value]) =>
    struct([
      [1, text(key)],
      [2, text(value)],
    ]),
  );
  const { bytes } = struct([
    [1, i32(1)],
    [2, list("struct", [root, ...columns.map(schemaElement)])],
    [3, i64(groups.reduce((sum, { rows }) => sum + rows, 0))],
    [
      4,
      list(
        "struct",
        groups.map((group) => rowGroup(columns, group)),
      ),
    ],
    [5, list("struct", pairs)],
    [6, text("verbatim")],
  ]);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setInt32(0, bytes.length, true);
  return join([bytes, length, magic]);
}
