import type { Cell } from "../cell";
import type { Place } from "../table-refusal";

export type Area = { readonly from: Place; readonly to: Place };

/** The place "B12" names: row 12, column 2; null where it names none. */
export function readReference(reference: string): Place | null {
  let [column, at] = [0, 0];
  for (; at < 3; at++) {
    const letter = reference.charCodeAt(at) & ~0x20; // small letters as capitals
    if (!(letter >= 65 && letter <= 90)) break;
    column = column * 26 + letter - 64;
  }
  const row = Number(reference.slice(at));
  return column > 0 && row >= 1 && Number.isInteger(row) ? { row, column } : null;
}

/** The cells "A1:C3" names. */
export function readArea(reference: string): Area | null {
  const [first = "", last = first] = reference.split(":");
  const [from, to] = [readReference(first), readReference(last)];
  return from === null || to === null ? null : { from, to };
}

type Row = { readonly number: number; readonly cells: Cell[] };

/**
 * Empties what merged cells cover: only the first of them shows, and a value under it is one nobody has seen.
 * @param rows in order
 * @returns whether it was done: areas that cover more than `most` cells overlap, which no spreadsheet writes
 */
export function emptyCovered(rows: readonly Row[], areas: readonly Area[], most: number): boolean {
  let left = most;
  for (const { from, to } of areas) {
    for (let index = firstFrom(rows, from.row); index < rows.length; index++) {
      const { number, cells } = rows[index]!;
      if (number > to.row) break;
      const end = Math.min(to.column, cells.length);
      for (let column = from.column; column <= end; column++)
        if (number !== from.row || column !== from.column) cells[column - 1] = null;
      left -= 1 + Math.max(0, end - from.column);
      if (left < 0) return false;
    }
  }
  return true;
}

/** Index of the first row from number `row` on. */
function firstFrom(rows: readonly Row[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.number < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
