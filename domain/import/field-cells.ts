import { type Cell, plainCell } from "./cell";
import type { FieldMap, ImportMap } from "./map";
import { foldName } from "./names";

/** What a row has for a field: the text to be read, and the column and the cell at fault where it cannot be. */
export type FieldCell = {
  /** Null where there is nothing to read. */
  readonly text: string | null;
  readonly cell: Cell;
  /** Index of the one column it stands in; null for a constant and for several. */
  readonly index: number | null;
  readonly column: string | null;
  /** Whether the map put other words in the place of the cell's. */
  readonly replaced: boolean;
};

export type TakeCell = (cells: readonly Cell[]) => FieldCell;

/** Columns that the map names and the file lacks. */
export function absentColumns(header: readonly string[], map: ImportMap): string[] {
  const known = new Set(header);
  const named = [map.fields, ...(map.figures ?? [])]
    .flatMap((fields) => Object.values(fields))
    .flatMap(columnsOf);
  const others = [...(map.key ?? []), ...(map.only ?? []).map(({ column }) => column)];
  return [...new Set([...named, ...others])].filter((column) => !known.has(column));
}

/** The columns that a field is read from. */
export function columnsOf(from: FieldMap | undefined): readonly string[] {
  if (from === undefined) return [];
  if ("column" in from) return [from.column];
  return "columns" in from ? from.columns : [];
}

/** How the cells of a field are taken from a row: which ones, joined how, what stands for nothing, words exchanged. */
export function cellTaker(
  from: FieldMap,
  header: readonly string[],
  isEmpty: (text: string) => boolean,
): TakeCell {
  if ("same" in from) throw new TypeError("a field that repeats another has no cell");
  const exchange = exchanger(from.words ?? {});
  const read = (cell: Cell, index: number | null, column: string | null): FieldCell => {
    const printed = plainCell(cell);
    const empty = isEmpty(printed);
    const told = exchange(printed.trim());
    const other = told === undefined && empty ? exchange("") : told;
    const text = other === undefined ? (empty ? null : printed) : other || null;
    return { text, cell, index, column, replaced: other !== undefined };
  };
  if ("is" in from) {
    const constant = read(from.is, null, null);
    return () => constant;
  }
  if ("column" in from) {
    const index = header.indexOf(from.column);
    return (cells) => read(cells[index] ?? null, index, from.column);
  }
  const indices = from.columns.map((name) => header.indexOf(name));
  return (cells) => {
    const texts = indices
      .map((index) => plainCell(cells[index] ?? null).trim())
      .filter((text) => !isEmpty(text));
    return read(texts.join(from.join ?? " "), null, from.columns.join(" + "));
  };
}

/** By the words as printed, else folded; undefined where the map exchanges nothing. */
function exchanger(words: Readonly<Record<string, string | null>>) {
  const exact = new Map(Object.entries(words));
  const folded = new Map(Object.entries(words).map(([from, to]) => [foldName(from), to]));
  folded.delete("");
  return (text: string): string | null | undefined =>
    exact.has(text) ? exact.get(text) : folded.get(foldName(text));
}

/** Blanks, a lone dash, and the words that the map says mean nothing. */
export function emptiness({ empty = [] }: Pick<ImportMap, "empty">): (text: string) => boolean {
  const words = new Set(empty.map((word) => word.trim().toLowerCase()));
  return (text) => {
    const trimmed = text.trim();
    return /^[-–—]?$/.test(trimmed) || words.has(trimmed.toLowerCase());
  };
}
