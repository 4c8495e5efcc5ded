import { fold } from "../extract/numbers/fold";
import type { Stretch } from "../extract/period/calendar";
import type { Lexicon } from "../extract/proposal";
import type { Comparator, DatePrecision } from "../vocabulary";
import { plainCell, type TableRow } from "./cell";
import { dateOrderOf, decimalMarkOf } from "./column-evidence";
import { type FieldAnswer, isErrorCell, longestText, problemOf } from "./field-answer";
import { cellTaker, emptiness, type FieldCell, type TakeCell } from "./field-cells";
import {
  attributionReader,
  closedReader,
  dateFields,
  dateReader,
  isClosed,
  namedFields,
  nameReader,
  numberFields,
  type ReadText,
  readSentence,
  readText,
  webAddress,
} from "./field-readers";
import type { FieldMap, FieldMaps, ImportMap } from "./map";
import { partialDate, periodOf } from "./read-period";
import type { CellProblem, ImportField, NewEntry, RowContent } from "./row";
import type { Table } from "./table";
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

/** What the cells of a row say of one figure. */
export type FigureRead =
  | {
      readonly kind: "figure";
      readonly content: RowContent;
      readonly spot: CellSpot | null;
      readonly creates: readonly NewEntry[];
    }
  | { readonly kind: "empty" }
  | { readonly kind: "refused"; readonly problems: readonly CellProblem[] };

type Content = Partial<Record<ImportField, string | null>>;
type NumberField = (typeof numberFields)[number];
type DateField = (typeof dateFields)[number];

/** How the fields of one figure are read, made ready once for the whole table. */
type Plan = {
  readonly texts: readonly { field: ImportField; take: TakeCell; read: ReadText }[];
  readonly numbers: readonly {
    field: NumberField;
    take: TakeCell;
    mark: DecimalMark | null;
    lenient: boolean;
  }[];
  readonly dates: readonly {
    field: DateField;
    take: TakeCell;
    read: ReturnType<typeof dateReader>;
    lenient: boolean;
  }[];
  readonly same: Readonly<Partial<Record<ImportField, "period_start" | "period_end" | "reported_on">>>;
  readonly comparator: TakeCell | null;
  readonly source: TakeCell | null;
  readonly unitOf: (metric: string) => string | undefined;
};

/** Fields read together with others, below. */
const together = new Set<string>([...numberFields, ...dateFields, "comparator", "source_url"]);

function planOf(table: Table, fields: FieldMaps, map: ImportMap, names: Lexicon): Plan {
  const isEmpty = emptiness(map);
  const given = Object.entries(fields) as [ImportField, FieldMap][]; // the keys of the schema are import fields
  const mapped = given.filter(([, from]) => !("same" in from));
  const taker = (from: FieldMap) => cellTaker(from, table.header, isEmpty);
  const one = (field: ImportField) => (fields[field] === undefined ? null : taker(fields[field]));
  const units = new Map(names.metrics.map(({ slug, allowedUnits }) => [slug, allowedUnits[0]]));
  return {
    texts: mapped
      .filter(([field]) => !together.has(field))
      .map(([field, from]) => ({
        field,
        take: taker(from),
        read: withOtherwise(from, readerOf(field, from, names)),
      })),
    numbers: numberFields.flatMap((field) => {
      const from = fields[field];
      if (from === undefined) return [];
      return [{ field, take: taker(from), mark: decimalMarkOf(table, from), lenient: isLenient(from) }];
    }),
    dates: dateFields.flatMap((field) => {
      const from = fields[field];
      if (from === undefined || "same" in from) return [];
      return [
        { field, take: taker(from), read: dateReader(dateOrderOf(table, from)), lenient: isLenient(from) },
      ];
    }),
    same: Object.fromEntries(given.flatMap(([field, from]) => ("same" in from ? [[field, from.same]] : []))),
    comparator: one("comparator"),
    source: one("source_url"),
    unitOf: (metric) => units.get(metric),
  };
}

const isLenient = (from: FieldMap) => !("same" in from) && from.otherwise === "empty";

const withOtherwise = (from: FieldMap, read: ReadText): ReadText =>
  isLenient(from)
    ? (text) => {
        const answer = read(text);
        return "rule" in answer && answer.rule !== "too_long" ? { value: null } : answer;
      }
    : read;

function readerOf(field: ImportField, from: FieldMap, names: Lexicon): ReadText {
  const list = namedFields[field];
  if (list !== undefined) return nameReader(field, list, names, "same" in from ? undefined : from.create);
  if (isClosed(field)) return closedReader(field);
  if (field === "attribution") return attributionReader(names);
  return field === "sentence" ? readSentence : readText;
}

/** One row being read for one figure. */
class Reading {
  readonly content: Content = {};
  readonly problems: CellProblem[] = [];
  readonly creates: NewEntry[] = [];

  /** Reads a cell unless it is empty or an error. */
  text<T>(cell: FieldCell, read: (text: string) => T): T | null {
    if (cell.text === null) return null;
    if (!isErrorCell(cell.text)) return read(cell.text);
    this.problems.push(problemOf("error_cell", cell));
    return null;
  }

  answer(cell: FieldCell, read: ReadText): string | null {
    const answer: FieldAnswer | null = this.text(cell, read);
    if (answer === null) return null;
    if ("rule" in answer) {
      this.problems.push(problemOf(answer.rule, cell));
      return null;
    }
    if (answer.creates !== undefined) this.creates.push(answer.creates);
    return answer.value;
  }
}

/** Reads rows of a table of somebody else's: what cells print is made the collection's own words. */
export function figureReader(
  table: Table,
  fields: FieldMaps,
  map: ImportMap,
  names: Lexicon,
): (row: TableRow) => FigureRead {
  const plan = planOf(table, fields, map, names);
  return ({ cells }) => {
    const reading = new Reading();
    const numbers = readNumbers(reading, plan, cells);
    if (reading.problems.length === 0 && numbers === null) return { kind: "empty" };
    for (const { field, take, read } of plan.texts)
      reading.content[field] = reading.answer(take(cells), read);
    const { content, problems, creates } = reading;
    content.comparator = readComparator(reading, plan, cells, numbers?.reading ?? null);
    readDates(reading, plan, cells, fields);
    readSource(reading, plan, cells);
    requireFields(reading, fields);
    if (content.metric && !content.unit) content.unit = plan.unitOf(content.metric) ?? null;
    if (problems.length > 0 || numbers === null) return { kind: "refused", problems };
    return { kind: "figure", content, spot: numbers.spot, creates };
  };
}

type NumbersRead = { readonly spot: CellSpot; readonly reading: ValueReading | null };

/** Value, low and high; null where all three cells are empty. */
function readNumbers(reading: Reading, { numbers }: Plan, cells: TableRow["cells"]): NumbersRead | null {
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
function readComparator(
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

function readDates(reading: Reading, plan: Plan, cells: TableRow["cells"], fields: FieldMaps): void {
  const { content, problems } = reading;
  const found: Partial<Record<ImportField, Stretch | null>> = {};
  for (const { field, take, read, lenient } of plan.dates) {
    const cell = take(cells);
    const answer = reading.text(cell, read);
    found[field] = answer === "unclear" ? null : answer;
    const unread = cell.text !== null && !isErrorCell(cell.text) && found[field] === null;
    if (unread && !lenient)
      problems.push(problemOf(answer === "unclear" ? "ambiguous_date" : "no_date_read", cell));
  }
  for (const [field, other] of Object.entries(plan.same))
    found[field as ImportField] =
      found[other] ?? (other === "period_end" ? (found.period_start ?? null) : null);
  if (found.period_end && !found.period_start && fields.period_start !== undefined && problems.length === 0)
    problems.push({ rule: "field_missing", column: columnOf(fields.period_start), cell: "" });
  const stated = (content.period_precision ?? null) as DatePrecision | null; // read by closedReader
  const period = periodOf(found.period_start ?? null, found.period_end ?? null, stated);
  content.period_start = period.start;
  content.period_end = period.end;
  content.period_precision = period.precision;
  for (const field of ["reported_on", "source_published_on"] as const)
    if (field in found) content[field] = found[field] ? partialDate(found[field]) : null;
  if (plan.same.reported_on !== undefined && content.reported_on) content.reported_on_basis ??= "inferred";
}

const columnOf = (from: FieldMap | undefined): string | null =>
  from !== undefined && "column" in from ? from.column : null;

/** A web address byte for byte; what is none is kept as a note under the name of its column. */
function readSource(reading: Reading, { source }: Plan, cells: TableRow["cells"]): void {
  if (source === null) return;
  const { content, problems } = reading;
  const cell = source(cells);
  const text = reading.text(cell, (words) => words.trim());
  content.source_url = text === null ? null : webAddress(text);
  if (text === null || content.source_url !== null) return;
  const told = cell.column === null ? text : `${cell.column}: ${text}`;
  const note = [content.note, told].filter(Boolean).join("\n");
  if (note.length > longestText) problems.push(problemOf("too_long", cell));
  content.note = note;
}

/** What no figure can do without, where the map leads to an empty cell. */
function requireFields({ content, problems }: Reading, fields: FieldMaps): void {
  if (problems.length > 0) return;
  const missing = (field: "metric" | "claimant" | "attribution") =>
    problems.push({ rule: "field_missing", column: columnOf(fields[field]), cell: "" });
  if (content.metric === null) missing("metric");
  if (!content.claimant && !content.attribution)
    missing(fields.claimant === undefined ? "attribution" : "claimant");
}
