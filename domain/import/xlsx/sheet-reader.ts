import type { Cell } from "../cell";
import type { Limits } from "../limits";
import type { TableBuilder } from "../table-builder";
import { Sightings } from "../table-facts";
import { refuse } from "../table-refusal";
import { type Area, readArea, readReference } from "./cell-reference";
import type { CellReader, RawCell } from "./read-cell";
import type { Attributes, XmlReader } from "./read-xml";

/** The last column a spreadsheet has, XFD; files may style cells that far out and leave them empty. */
const widest = 16_384;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Follows the elements of a sheet and hands its rows to a builder. Rows and cells may leave out where they stand (then
 * they follow the one before) and must not go back: of two cells in one place, one would silently win.
 */
export class SheetReader implements XmlReader {
  readonly hiddenRows = new Sightings();
  readonly merged: Area[] = [];
  #inData = false;
  #row = 0;
  #column = 0;
  #cells: Cell[] = [];
  /** One for all cells: a sheet may have millions. */
  readonly #raw: Writable<RawCell> = {
    row: 0,
    column: 0,
    type: undefined,
    style: 0,
    written: null,
    hasFormula: false,
  };
  #inCell = false;
  #inText = false;
  #inPhonetic = false;

  constructor(
    readonly part: string,
    readonly cells: CellReader,
    readonly builder: TableBuilder,
    readonly limits: Limits,
  ) {}

  open = (name: string, attributes: Attributes): void => {
    if (!this.#inData) {
      if (name === "sheetData") this.#inData = true;
      else if (name === "mergeCell") this.#merge(attributes.ref ?? "");
    } else if (name === "row") this.#openRow(attributes);
    else if (name === "c") this.#openCell(attributes);
    else if (name === "f") this.#raw.hasFormula = true;
    else if (name === "rPh") this.#inPhonetic = true;
    else if (name === "v" || (name === "t" && !this.#inPhonetic)) {
      this.#inText = this.#inCell;
      this.#raw.written ??= "";
    }
  };

  text = (text: string): void => {
    if (!this.#inText) return;
    const raw = this.#raw;
    raw.written = raw.written === "" ? text : raw.written + text;
    const { cellCharacters: most } = this.limits;
    if (raw.written.length > most) {
      const { row, column } = raw;
      refuse("too_large", { limit: "cellCharacters", most, at: { row, column } });
    }
  };

  close = (name: string): void => {
    if (!this.#inData) return;
    if (name === "v" || name === "t") this.#inText = false;
    else if (name === "rPh") this.#inPhonetic = false;
    else if (name === "c") this.#closeCell();
    else if (name === "row") this.builder.add(this.#cells, this.#row);
    else if (name === "sheetData") this.#inData = false;
  };

  #openRow({ r, hidden }: Attributes): void {
    const row = r === undefined ? this.#row + 1 : /^\d{1,7}$/.test(r) ? Number(r) : 0;
    if (row <= this.#row) refuse("broken", { part: this.part, reason: "rows_out_of_order" });
    this.#row = row;
    this.#column = 0;
    this.#cells = [];
    if (hidden === "1" || hidden === "true") this.hiddenRows.see(row);
  }

  #openCell({ r, t, s }: Attributes): void {
    const column = r === undefined ? this.#column + 1 : (readReference(r)?.column ?? 0);
    if (column <= this.#column) refuse("broken", { part: this.part, reason: "cells_out_of_order" });
    if (column > widest)
      refuse("too_large", { limit: "columns", most: this.limits.columns, at: { row: this.#row, column } });
    this.#column = column;
    const raw = this.#raw;
    raw.row = this.#row;
    raw.column = column;
    raw.type = t;
    raw.style = s === undefined ? 0 : Number(s);
    raw.written = null;
    raw.hasFormula = false;
    this.#inCell = true;
  }

  #closeCell(): void {
    this.#inCell = false;
    const cell = this.cells.read(this.#raw);
    if (cell === null) return;
    const { row, column } = this.#raw;
    const { columns: most } = this.limits;
    if (column > most) refuse("too_large", { limit: "columns", most, at: { row, column } });
    while (this.#cells.length < column - 1) this.#cells.push(null);
    this.#cells.push(cell);
  }

  #merge(reference: string): void {
    const area = readArea(reference);
    if (area === null || this.merged.length >= this.limits.rows)
      refuse("broken", { part: this.part, reason: "merged_cells" });
    this.merged.push(area);
  }
}
