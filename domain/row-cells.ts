import type { Anchor } from "./figure";
import { recordCells, spanInCell } from "./record";

type Span = { readonly start: number; readonly end: number };

/** A cell of a row under the name of its column, counted from 1; `spans` are within its text. */
export type RowCell<S extends Span> = {
  readonly number: number;
  /** Null where the header names none. */
  readonly column: string | null;
  readonly text: string;
  readonly spans: readonly S[];
};

/**
 * The cells of a row that say something, those with marked words first and the others as the table has them.
 * `spans` are in the row as RFC 4180 writes it.
 */
export function rowCells<S extends Span>(record: string, header: string, spans: readonly S[]): RowCell<S>[] {
  const names = recordCells(header);
  const cells = recordCells(record).flatMap((cell, index) => {
    if (cell.text.trim() === "") return [];
    const within = spans.flatMap((span) => {
      const place = spanInCell(record, cell, span.start, span.end);
      return place === null ? [] : [{ ...span, ...place }];
    });
    return [{ number: index + 1, column: names[index]?.text.trim() || null, text: cell.text, spans: within }];
  });
  const isMarked = (cell: RowCell<S>) => cell.spans.length > 0;
  return [...cells.filter(isMarked), ...cells.filter((cell) => !isMarked(cell))];
}

/** As many cells as a line takes; the rest of the row is shown where there is room. */
const inLine = 4;

/** The first cells of the row that an anchor stands in, for a line of text, and how many are left out. */
export function rowInLine({ sentence, record, numberStart, numberEnd }: Anchor) {
  if (record === null) return null;
  const cells = rowCells(sentence, record.header, [{ start: numberStart, end: numberEnd }]);
  return { row: record.row, cells: cells.slice(0, inLine), left: Math.max(0, cells.length - inLine) };
}
