import { type Cell, plainCell, type TableRow } from "./cell";
import type { Limits } from "./limits";
import { nameColumns } from "./name-columns";
import { type Known, Sightings, type TableNote } from "./table-facts";
import { refuse } from "./table-refusal";

export type Built = {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  readonly headerRow: Known<number>;
  readonly notes: readonly TableNote[];
};

/** What a row holds until the widest is known. */
type Held = { readonly number: number; readonly cells: Cell[] };

const isBlank = (cell: Cell) => cell === null || (typeof cell === "string" && cell.trim() === "");

/** Gathers rows in the order of the file, within the limits, and makes a table of them at the end. */
export class TableBuilder {
  readonly #blank = new Sightings();
  readonly #short = new Sightings();
  readonly #long = new Sightings();
  readonly #rows: Held[] = [];
  #header: Held | undefined;
  #headerWidth = 0;
  #above = 0;
  #width = 0;

  constructor(
    readonly limits: Limits,
    readonly headerRow: number | undefined,
  ) {}

  /**
   * @param cells kept and filled up later: hand over an array of its own
   * @param ragged whether empty, short and long rows are worth a word, as they are in CSV
   * @param width cells the file has in this row, empty ones at its end included
   * @throws {Refused} over a limit
   */
  add(cells: Cell[], row: number, ragged = false, width = cells.length): void {
    if (cells.every(isBlank)) {
      if (ragged) this.#blank.see(row);
      return;
    }
    if (row < (this.headerRow ?? 1)) {
      this.#above++;
      return;
    }
    while (cells.at(-1) === null) cells.pop();
    this.#width = Math.max(this.#width, cells.length);
    if (this.#header === undefined) this.#begin({ number: row, cells }, width);
    else {
      if (ragged && width < this.#headerWidth) this.#short.see(row);
      if (ragged && cells.length > this.#headerWidth) this.#long.see(row, this.#headerWidth + 1);
      this.#rows.push({ number: row, cells });
    }
    this.#measure(row);
  }

  /** @throws {Refused} where there is no header, or nothing below it; `sheets` are named where nothing was found */
  build(sheets: readonly string[], merged: (rows: readonly Held[]) => void = () => {}): Built {
    const header = this.#header;
    if (header === undefined) {
      if (this.headerRow === undefined || this.#above === 0) refuse("empty", { sheets });
      refuse("no_header", { row: this.headerRow });
    }
    merged([header, ...this.#rows]);
    const { names, renamed } = nameColumns(header.cells.map(plainCell), this.#width);
    if (this.#rows.length === 0) refuse("no_rows", { header: names });
    for (const { cells } of this.#rows) while (cells.length < this.#width) cells.push(null);
    const headerRow = { is: header.number, how: this.headerRow === undefined ? "found" : "stated" } as const;
    return { header: names, rows: this.#rows, headerRow, notes: this.#notes(renamed) };
  }

  #begin(header: Held, width: number): void {
    if (this.headerRow !== undefined && header.number !== this.headerRow)
      refuse("no_header", { row: this.headerRow });
    this.#header = header;
    this.#headerWidth = width;
  }

  #measure(row: number): void {
    const { rows, columns, cells } = this.limits;
    const [count, at] = [this.#rows.length + 1, { row, column: this.#width }];
    if (count > rows) refuse("too_large", { limit: "rows", most: rows, at });
    if (this.#width > columns) refuse("too_large", { limit: "columns", most: columns, at });
    if (count * this.#width > cells) refuse("too_large", { limit: "cells", most: cells, at });
  }

  #notes(renamed: ReturnType<typeof nameColumns>["renamed"]): TableNote[] {
    const seen = [
      { kind: "short_rows", ...this.#short.seen },
      { kind: "long_rows", ...this.#long.seen },
      { kind: "blank_rows", ...this.#blank.seen },
      { kind: "rows_above_header", count: this.#above },
    ] as const;
    const columns: TableNote[] = renamed.length > 0 ? [{ kind: "renamed_columns", columns: renamed }] : [];
    return [...columns, ...seen.filter(({ count }) => count > 0)];
  }
}
