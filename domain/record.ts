/** A cell of a row. `start` and `end` are where it is written within the row, quotation marks included, in UTF-16 units. */
export type RecordCell = { readonly text: string; readonly start: number; readonly end: number };

const quoted = /"(?:[^"]|"")*"/y;
const plain = /[^,]*/y;

/**
 * The cells of a row written as RFC 4180 has it: commas part them, and what stands between quotation marks may hold
 * commas, line ends and doubled quotation marks. Whatever follows a closing mark is kept as it stands.
 */
export function recordCells(record: string): RecordCell[] {
  const cells: RecordCell[] = [];
  for (let start = 0; start <= record.length; ) {
    const marked = record[start] === '"' ? matchAt(quoted, record, start) : null;
    const rest = matchAt(plain, record, start + (marked?.length ?? 0))!; // an empty match at the least
    const end = start + (marked?.length ?? 0) + rest.length;
    cells.push({ text: (marked === null ? "" : unquoted(marked)) + rest, start, end });
    start = end + 1;
  }
  return cells;
}

/** A row of cells as RFC 4180 writes it; marks stand around those cells alone that need them. */
export const recordText = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");

/** Where a stretch of the row lies within the text of a cell; null where it lies outside of it. */
export function spanInCell(record: string, cell: RecordCell, start: number, end: number) {
  const isQuoted = record[cell.start] === '"';
  const from = cell.start + (isQuoted ? 1 : 0);
  if (start < from || end > cell.end || start >= end) return null;
  const within = (at: number) => doubled(record.slice(from, at)).length;
  return { start: within(start), end: within(end) };
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

const doubled = (text: string) => text.replaceAll('""', '"');
const unquoted = (marked: string) => doubled(marked.slice(1, -1));
