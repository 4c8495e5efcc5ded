import { plainCell } from "./cell";
import type { FieldCell } from "./field-cells";
import type { CellProblem, NewEntry } from "./row";
import type { ImportRule } from "./rules";

/** What a cell says for its field, null for nothing; or why it cannot be taken in. */
export type FieldAnswer =
  | { readonly value: string | null; readonly creates?: NewEntry }
  | { readonly rule: ImportRule };

export const nothing: FieldAnswer = { value: null };

/** Most characters of a cell that a problem shows. */
const shown = 200;

export const problemOf = (rule: ImportRule, { column, cell, text }: FieldCell): CellProblem => ({
  rule,
  column,
  cell: (column === null ? (text ?? "") : plainCell(cell) || (text ?? "")).slice(0, shown),
});

/** What a spreadsheet writes where a formula fails. */
export const isErrorCell = (text: string): boolean => text.includes("#") && errorCell.test(text.trim());

const errorCell =
  /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA|CONNECT!|UNKNOWN!|BUSY!)$/;

/** Most characters that a text field of a figure takes. */
export const longestText = 4000;
/** Most characters of a row as it is kept: what a spreadsheet can still show in one cell. */
export const longestRecord = 32_000;
