import { type Cell, plainCell, type TableRow } from "./cell";
import type { RecordText } from "./row";

/** A cell as RFC 4180 has it, as printed: nothing for nothing, quotes for empty words. */
function encoded(cell: Cell): string {
  if (cell === null) return "";
  const text = plainCell(cell);
  return text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row as it is kept for readers. */
export const recordText = (cells: readonly Cell[]): string => cells.map(encoded).join(",");

/** The names of the columns as a row: the text of a version of the dataset. */
export const headerText = ({ header }: { readonly header: readonly string[] }): string => recordText(header);

/** Where a stretch of a cell's plain text begins in the text of its row. */
export function offsetInRecord(cells: readonly Cell[], column: number, offset: number): number {
  const before = cells.slice(0, column).reduce((sum, cell) => sum + encoded(cell).length + 1, 0);
  const text = plainCell(cells[column] ?? null);
  if (!encoded(cells[column] ?? null).startsWith('"')) return before + offset;
  return before + 1 + offset + text.slice(0, offset).split('"').length - 1;
}

/** Every row as text, with where it stands in header + "\n" + row + "\n" + …, in UTF-16 units. */
export function* recordsOf(table: {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}): Generator<{ readonly row: TableRow; readonly record: RecordText }> {
  let start = headerText(table).length + 1;
  for (const row of table.rows) {
    const text = recordText(row.cells);
    yield { row, record: { text, start } };
    start += text.length + 1;
  }
}
