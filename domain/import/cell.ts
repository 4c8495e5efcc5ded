/**
 * A cell as the file has it: null is nothing (an empty cell), "" is empty words that were quoted; a spreadsheet's own
 * numbers and days come typed, as decimal string and YYYY-MM-DD[THH:MM:SS].
 */
export type Cell = string | null | { readonly number: string } | { readonly date: string };

export type TableRow = {
  /** Row of the file as a spreadsheet counts, header included, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
};

/** What stands in a cell, as text; nothing is no words. */
export function plainCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  return "number" in cell ? cell.number : cell.date;
}
