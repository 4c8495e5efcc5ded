import type { Decimal } from "../figure";
import { plainCell } from "./cell";
import { type DateOrder, type OrdersSeen, orderOf, readDate, seeOrders } from "./dates/read-date";
import { isErrorCell } from "./field-answer";
import { emptiness } from "./field-cells";
import { webAddress } from "./field-readers";
import type { Table } from "./table";
import { type DecimalMark, type MarksSeen, markOf, seeMarks } from "./value/decimal-mark";
import { printedNumbers, readValue } from "./value/read-value";

/** What most cells of a column are. */
export type ColumnKind = "empty" | "date" | "number" | "address" | "words" | "text";

/** A column as its own cells show it, for somebody who is about to say what it means. */
export type ColumnLook = {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Cells with something in them, and different ones among these. */
  readonly filled: number;
  readonly distinct: number;
  /** The first different cells, at most five of at most 80 characters. */
  readonly samples: readonly string[];
  /** How its numbers would read; null where few cells are numbers. */
  readonly numbers: NumberLook | null;
  /** How its dates would read; null where few cells are dates. */
  readonly dates: DateLook | null;
  /** Cells that hold an error of the spreadsheet. */
  readonly errors: number;
};

export type NumberLook = {
  /** Cells that read as a number, a bound or a range. */
  readonly count: number;
  readonly mark: DecimalMark | null;
  /** The first cell that shows each mark, and the first that shows neither and so stays open. */
  readonly seen: MarksSeen;
  /** True where somebody must say which mark is meant. */
  readonly unclear: boolean;
  /** Cells and what they would read as: the first unlike ones. */
  readonly samples: readonly { readonly cell: string; readonly reads: Decimal | null }[];
};

export type DateLook = {
  readonly count: number;
  readonly order: DateOrder | null;
  readonly seen: OrdersSeen;
  /** True where somebody must say which of day and month comes first. */
  readonly unclear: boolean;
  readonly samples: readonly { readonly cell: string; readonly reads: string | null }[];
};

const sampleCount = 5;
const sampleLength = 80;

/** Looks at every column of a table: what its cells are, how they would read, what they leave open. */
export function lookAtColumns(table: Pick<Table, "header" | "rows">): ColumnLook[] {
  return table.header.map((name, index) => lookAt(table, name, index));
}

function lookAt(table: Pick<Table, "header" | "rows">, name: string, index: number): ColumnLook {
  const { texts, filled, typed } = countCells(table, index);
  const distinct = [...texts.keys()];
  const dates = lookAtDates(texts, distinct, typed.date);
  const numbers = lookAtNumbers(texts, distinct, typed.number);
  const most = (count: number) => count * 2 > filled;
  return {
    name,
    kind: kindOf({
      empty: filled === 0,
      date: most(dates.count) && (dates.count > numbers.count || looksLikeYears(name)),
      number: most(numbers.count),
      address: most(countWhere(texts, (text) => webAddress(text) !== null)),
      words: distinct.length <= 60 && distinct.length * 2 <= Math.max(filled, 4),
    }),
    filled,
    distinct: distinct.length,
    samples: distinct.slice(0, sampleCount).map((text) => text.slice(0, sampleLength)),
    numbers: most(numbers.count) ? numbers : null,
    dates: most(dates.count) ? dates : null,
    errors: countWhere(texts, isErrorCell),
  };
}

/** Different texts of a column, each with how often it stands there: long columns repeat themselves. */
type Texts = ReadonlyMap<string, number>;

function countCells({ rows }: Pick<Table, "rows">, index: number) {
  const isEmpty = emptiness({});
  const [texts, typed] = [new Map<string, number>(), { number: 0, date: 0 }];
  let filled = 0;
  for (const { cells } of rows) {
    const cell = cells[index] ?? null;
    const text = plainCell(cell).trim();
    if (isEmpty(text)) continue;
    filled++;
    if (typeof cell === "object" && cell !== null) typed["number" in cell ? "number" : "date"]++;
    // What a spreadsheet knows to be a number or a day is only shown: it counts for nothing below.
    texts.set(text, (texts.get(text) ?? 0) + (typeof cell === "string" ? 1 : 0));
  }
  return { texts, filled, typed };
}

function countWhere(texts: Texts, holds: (text: string) => boolean): number {
  let sum = 0;
  for (const [text, count] of texts) if (count > 0 && holds(text)) sum += count;
  return sum;
}

const printedIn = (texts: Texts) => [...texts].flatMap(([text, count]) => (count > 0 ? [text] : []));

/** 1987 is a number and a year: the name of the column decides. */
const looksLikeYears = (name: string) => /year|ann[ée]e|date|jour|day|mois|month/i.test(name);

function kindOf(is: Readonly<Record<Exclude<ColumnKind, "text">, boolean>>): ColumnKind {
  const kinds = ["empty", "date", "number", "address", "words"] as const;
  return kinds.find((kind) => is[kind]) ?? "text";
}

function lookAtNumbers(texts: Texts, distinct: readonly string[], typed: number): NumberLook {
  const seen = seeMarks(printedIn(texts).flatMap(printedNumbers));
  const mark = markOf(seen);
  const samples = distinct.slice(0, sampleCount).map((cell) => {
    const read = readValue(cell, mark);
    const reads = read === null || read === "unclear" ? null : (read.value ?? `${read.low}–${read.high}`);
    return { cell: cell.slice(0, sampleLength), reads };
  });
  const count = typed + countWhere(texts, (text) => readValue(text, mark) !== null);
  return { count, mark, seen, unclear: seen.unclear !== null && mark === null, samples };
}

function lookAtDates(texts: Texts, distinct: readonly string[], typed: number): DateLook {
  const seen = seeOrders(printedIn(texts));
  const order = orderOf(seen);
  const samples = distinct.slice(0, sampleCount).map((cell) => {
    const read = readDate(cell, order);
    const days = read === null || read === "unclear" ? null : read;
    const reads = days && (days.start === days.end ? days.start : `${days.start}/${days.end}`);
    return { cell: cell.slice(0, sampleLength), reads };
  });
  const count = typed + countWhere(texts, (text) => readDate(text, order) !== null);
  return { count, order, seen, unclear: seen.unclear !== null && order === null, samples };
}
