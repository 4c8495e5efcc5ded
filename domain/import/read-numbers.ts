import { fold } from "../extract/numbers/fold";
import type { Comparator } from "../vocabulary";
import { plainCell, type TableRow } from "./cell";
import { isErrorCell, problemOf } from "./field-answer";
import type { FieldCell } from "./field-cells";
import type { NumberField, Plan } from "./field-plan";
import type { Reading } from "./reading";
import { cueInCell } from "./value/cue-words";
import type { DecimalMark } from "./value/decimal-mark";
import { readValue, type ValueReading } from "./value/read-value";

/** Where the number stands: the column, and its characters in the plain text of the cell. */
export type CellSpot = {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly readsAs: string | null;
};

type NumbersRead = { readonly spot: CellSpot; readonly reading: ValueReading | null };

/** Value, low and high; null where all three cells are empty. */
export function readNumbers(
  reading: Reading,
  { numbers }: Plan,
  cells: TableRow["cells"],
): NumbersRead | null {
  const { content } = reading;
  Object.assign(content, { value: null, low: null, high: null });
  let spot: CellSpot | null = null;
  let told: ValueReading | null = null;
  for (const { field, take, mark, lenient } of numbers) {
    const cell = take(cells);
    const read = readNumber(reading, cell, mark, lenient, field);
    content[field] ??= read?.value ?? null;
    if (read === null || cell.index === null) continue;
    if (field === "value") {
      told = read;
      content.low = read.low;
      content.high = read.high;
    }
    const within = cell.replaced ? { start: 0, end: plainCell(cell.cell).length } : read;
    spot ??= { index: cell.index, start: within.start, end: within.end, readsAs: read.value };
  }
  return spot === null ? null : { spot, reading: told };
}

function readNumber(
  reading: Reading,
  cell: FieldCell,
  mark: DecimalMark | null,
  lenient: boolean,
  field: NumberField,
): ValueReading | null {
  const read = reading.text(cell, (text) => numberIn(text, cell, mark));
  if (cell.text === null || isErrorCell(cell.text)) return null;
  const fits = read !== null && read !== "unclear" && (field === "value" || isEnd(field, read));
  if (fits) return read;
  if (!lenient)
    reading.problems.push(problemOf(read === "unclear" ? "ambiguous_number" : "no_number_read", cell));
  return null;
}

/** A spreadsheet's own number needs no reading: it is printed with a point, and in full. */
function numberIn(text: string, { cell, replaced }: FieldCell, mark: DecimalMark | null) {
  const typed = cell !== null && typeof cell === "object";
  if (typed && "date" in cell && !replaced) return null;
  return readValue(text, typed || replaced ? "." : mark);
}

/** "≥ 400" may stand in a column of lows, and "~400": they say what the column says. */
const isEnd = (field: "low" | "high", { low, high, comparator }: ValueReading): boolean =>
  low === null &&
  high === null &&
  ["=", "~", ...(field === "low" ? [">", ">="] : ["<", "<="])].includes(comparator);

/** What bounds the number: the words of its own cell before those of a column, and its ends where it has no value. */
export function readComparator(
  reading: Reading,
  plan: Plan,
  cells: TableRow["cells"],
  told: ValueReading | null,
): Comparator {
  const { content } = reading;
  const cell = plan.comparator?.(cells);
  const said =
    cell === undefined ? null : reading.text(cell, (text) => cueInCell(fold(text).trim()) ?? "unknown");
  if (said === "unknown" && cell !== undefined) reading.problems.push(problemOf("unknown_word", cell));
  const stated = said === "unknown" ? null : said;
  content.cue ??= told?.cue ?? wordsOf(cell, stated);
  if (told !== null && told.comparator !== "=") return told.comparator;
  if (content.value !== null && content.value !== undefined) return stated ?? "=";
  if (content.low && content.high) return "range";
  if (content.low) return stated === ">" ? ">" : ">=";
  return stated === "<" ? "<" : "<=";
}

/** A comparator column may have words rather than signs: they are the cue, as printed. */
const wordsOf = (cell: FieldCell | undefined, stated: Comparator | null): string | null =>
  cell !== undefined && !cell.replaced && stated !== null && stated !== "=" && /\p{L}/u.test(cell.text ?? "")
    ? cell.text!.trim()
    : null;
