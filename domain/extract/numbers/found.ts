import type { Decimal } from "@/domain/figure";
import type { Span } from "../proposal";

/** How a number is written; `broken` is a number that damaged text has made unreadable. */
export type NumberForm = "digits" | "words" | "collective" | "fraction" | "range" | "broken";

/** A number found in a line, offsets within the line. */
export type Found = Span & {
  readonly form: NumberForm;
  /** Null for a collective, a range and what is broken. */
  readonly value: Decimal | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  /** What a collective is named for: 20 for "une vingtaine". It bounds ("plus d'une vingtaine"), and is no value. */
  readonly named: Decimal | null;
  /** The power of ten its last word or its groups stand for: 6 for "3 millions", 3 for "60 000", else 0. */
  readonly power: number;
  /** "+" or "-" printed right before. */
  readonly sign: "+" | "-" | null;
  /** Digits alone, without groups, decimals or scale: what years and serial numbers look like. */
  readonly bare: boolean;
};

export function foundOf(span: Span, form: NumberForm, known: Partial<Found> = {}): Found {
  const nothing = {
    value: null,
    low: null,
    high: null,
    named: null,
    power: 0,
    sign: null,
    bare: false,
  } as const;
  return { ...nothing, ...known, start: span.start, end: span.end, form };
}
