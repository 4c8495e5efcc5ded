import type { Decimal } from "../figure";
import { plainCell } from "./cell";
import { textsOf } from "./column-evidence";
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
  /** Cells with something in them, and different ones among these (counted up to 1000). */
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

const manyDistinct = 1000;
const sampleCount = 5;
const sampleLength = 80;

/** Looks at every column of a table: what its cells are, how they would read, what they leave open. */
export function lookAtColumns(table: Pick<Table, "header" | "rows">): ColumnLook[] {
  return table.header.map((name, index) => lookAt(table, name, index));
}

function lookAt(table: Pick<Table, "header" | "rows">, name: string, index: number): ColumnLook {
  const isEmpty = emptiness({});
  const cells = table.rows.map((row) => row.cells[index] ?? null).filter((cell) => !isEmpty(plainCell(cell)));
  const texts = [...textsOf(table, index)].filter((text) => !isEmpty(text));
  const distinct = new Set<string>();
  for (const cell of cells) {
    if (distinct.size >= manyDistinct) break;
    distinct.add(plainCell(cell).trim());
  }
  const [typedNumbers, typedDates] = ["number", "date"].map(
    (kind) => cells.filter((cell) => typeof cell === "object" && cell !== null && kind in cell).length,
  );
  const dates = lookAtDates(texts, [...distinct], typedDates ?? 0);
  const numbers = lookAtNumbers(texts, [...distinct], typedNumbers ?? 0);
  const addresses = texts.filter((text) => webAddress(text) !== null).length;
  const most = (count: number) => count * 2 > cells.length;
  return {
    name,
    kind: kindOf({
      empty: cells.length === 0,
      date: most(dates.count) && (dates.count > numbers.count || looksLikeYears(name)),
      number: most(numbers.count),
      address: most(addresses),
      words: distinct.size <= 60 && distinct.size * 2 <= Math.max(cells.length, 4),
    }),
    filled: cells.length,
    distinct: distinct.size,
    samples: [...distinct].slice(0, sampleCount).map((text) => text.slice(0, sampleLength)),
    numbers: most(numbers.count) ? numbers : null,
    dates: most(dates.count) ? dates : null,
    errors: texts.filter(isErrorCell).length,
  };
}

/** 1987 is a number and a year: the name of the column decides. */
const looksLikeYears = (name: string) => /year|ann[ée]e|date|jour|day|mois|month/i.test(name);

function kindOf(is: Readonly<Record<Exclude<ColumnKind, "text">, boolean>>): ColumnKind {
  const kinds = ["empty", "date", "number", "address", "words"] as const;
  return kinds.find((kind) => is[kind]) ?? "text";
}

function lookAtNumbers(texts: readonly string[], distinct: readonly string[], typed: number): NumberLook {
  const seen = seeMarks(texts.flatMap(printedNumbers));
  const mark = markOf(seen);
  const unread = texts.filter((text) => readValue(text, mark) === null).length;
  const samples = distinct.slice(0, sampleCount).map((cell) => {
    const read = readValue(cell, mark);
    return {
      cell: cell.slice(0, sampleLength),
      reads: read === null || read === "unclear" ? null : (read.value ?? `${read.low}–${read.high}`),
    };
  });
  const unclear = seen.unclear !== null && mark === null;
  return { count: typed + texts.length - unread, mark, seen, unclear, samples };
}

function lookAtDates(texts: readonly string[], distinct: readonly string[], typed: number): DateLook {
  const seen = seeOrders(texts);
  const order = orderOf(seen);
  const unread = texts.filter((text) => readDate(text, order) === null).length;
  const samples = distinct.slice(0, sampleCount).map((cell) => {
    const read = readDate(cell, order);
    const days =
      read === null || read === "unclear"
        ? null
        : read.start === read.end
          ? read.start
          : `${read.start}/${read.end}`;
    return { cell: cell.slice(0, sampleLength), reads: days };
  });
  return {
    count: typed + texts.length - unread,
    order,
    seen,
    unclear: seen.unclear !== null && order === null,
    samples,
  };
}
