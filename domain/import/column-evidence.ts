import { plainCell } from "./cell";
import { type DateOrder, orderOf, seeOrders } from "./dates/read-date";
import type { FieldMap } from "./map";
import type { Table } from "./table";
import { type DecimalMark, markOf, seeMarks } from "./value/decimal-mark";
import { printedNumbers } from "./value/read-value";

/** The texts of a column; numbers and days that a spreadsheet keeps as such need no evidence. */
export function* textsOf({ rows }: Pick<Table, "rows">, index: number): Generator<string> {
  for (const { cells } of rows) {
    const cell = cells[index];
    if (typeof cell === "string" && cell !== "") yield cell;
  }
}

/** The cells that a field is read from, in the whole table. */
function* textsFor(table: Table, from: FieldMap): Generator<string> {
  if ("column" in from) yield* textsOf(table, table.header.indexOf(from.column));
  else if ("columns" in from) {
    const indices = from.columns.map((name) => table.header.indexOf(name));
    for (const { cells } of table.rows)
      yield indices.map((index) => plainCell(cells[index] ?? null).trim()).join(from.join ?? " ");
  }
}

/** The order of dates in the column of a field: as the map says, else as the column shows. */
export function dateOrderOf(table: Table, from: FieldMap): DateOrder | null {
  if ("same" in from) return null;
  return from.order ?? orderOf(seeOrders(textsFor(table, from)));
}

/** The decimal mark of the column of a field: as the map says, else as the column shows. */
export function decimalMarkOf(table: Table, from: FieldMap): DecimalMark | null {
  if ("same" in from) return null;
  return from.decimal ?? markOf(seeMarks(numbersIn(textsFor(table, from))));
}

function* numbersIn(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield* printedNumbers(text);
}
