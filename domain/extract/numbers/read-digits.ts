import type { Decimal } from "@/domain/figure";
import type { ReadingLanguage } from "../proposal";
import { plainDecimal } from "./decimal";

/** A number in digits: where it ends, and whether its thousands were grouped. */
export type DigitsReading = { readonly value: Decimal; readonly end: number; readonly grouped: boolean };

/**
 * Thousands are grouped by a space or an apostrophe in both languages, by a dot in French, by a comma in English; where
 * a mark returns ("1.234.567") it can only group, in either. A decimal is set off by the other of the two.
 * @remarks the patterns run on folded text, where every space is U+0020 and every apostrophe U+0027
 */
const grouped: Readonly<Record<ReadingLanguage, RegExp>> = {
  fr: /(\d{1,3}(?:(?: \d{3})+|(?:'\d{3})+|(?:\.\d{3})+|(?:,\d{3}){2,}))(?!\d)(?:,(\d+))?/y,
  en: /(\d{1,3}(?:(?: \d{3})+|(?:'\d{3})+|(?:,\d{3})+|(?:\.\d{3}){2,}))(?!\d)(?:\.(\d+))?/y,
};
const plain = /(\d+)(?:[.,](\d+))?/y;

/** More digits than any reported number has: an identifier. */
const mostDigits = 15;

/** Reads the number in digits that starts at `at`; null where there is none, or where it is too long to be one. */
export function readDigits(folded: string, at: number, language: ReadingLanguage): DigitsReading | null {
  const withGroups = matchAt(grouped[language], folded, at);
  const found = withGroups ?? matchAt(plain, folded, at);
  if (found === null) return null;
  const [whole = "", digits = "", fraction = ""] = found;
  if (digits.length + fraction.length > mostDigits + 5) return null;
  return {
    value: plainDecimal(digits.replace(/\D/g, ""), fraction),
    end: at + whole.length,
    grouped: withGroups !== null,
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
