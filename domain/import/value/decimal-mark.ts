import { plainDecimal } from "../../extract/numbers/decimal";
import type { Decimal } from "../../figure";
import { readDigits } from "../../validate/printed-number";

export type DecimalMark = "." | ",";

/** How a press that sets off decimals by this mark prints numbers. */
const language = { ".": "en", ",": "fr" } as const;

/** A number in digits under a decimal mark, trimmed of zeros no value needs; null where it is none. */
export function readUnder(mark: DecimalMark, printed: string): Decimal | null {
  if (/^[-−+]?0\d{0,2}[.,'’ \u00a0\u202f\u2009]\d{3}(?!\d)/.test(printed) && !decimalIn(mark, printed))
    return null;
  const whole = printed.replace(/^([-−+]?)(?=[.,])/, "$10");
  const read = readDigits(whole, language[mark]);
  if (read === null) return null;
  const negative = read.startsWith("-");
  const [digits = "", fraction] = read.slice(negative ? 1 : 0).split(".");
  const plain = plainDecimal(digits, fraction);
  return negative && plain !== "0" ? `-${plain}` : plain;
}

/** "0,125": a group never begins with a zero, so such a mark sets off decimals. */
const decimalIn = (mark: DecimalMark, printed: string) => /^[-−+]?0[.,]/.exec(printed)?.[0].at(-1) === mark;

/** What one printed number says of the mark: either is possible ("either": the readings are one), or neither is. */
export type MarkEvidence = DecimalMark | "either" | "unclear" | "none";

export function evidenceOf(printed: string): MarkEvidence {
  const [point, comma] = [readUnder(".", printed), readUnder(",", printed)];
  if (point === null) return comma === null ? "none" : ",";
  if (comma === null) return ".";
  return point === comma ? "either" : "unclear";
}

/** The first number that shows each mark, and the first that shows neither. */
export type MarksSeen = Readonly<Record<DecimalMark | "unclear", string | null>>;

/** Looks through the numbers of a whole column. */
export function seeMarks(printed: Iterable<string>): MarksSeen {
  const seen: Record<DecimalMark | "unclear", string | null> = { ".": null, ",": null, unclear: null };
  for (const one of printed) {
    const evidence = evidenceOf(one);
    if (evidence !== "either" && evidence !== "none") seen[evidence] ??= one;
  }
  return seen;
}

/** The mark of a column where its numbers agree on one; null where they show none, or both. */
export function markOf(seen: MarksSeen): DecimalMark | null {
  if (seen["."] !== null && seen[","] !== null) return null;
  return seen["."] !== null ? "." : seen[","] !== null ? "," : null;
}

/** A number in a column of this mark; "unclear" where the column leaves open what it is. */
export function readInColumn(printed: string, mark: DecimalMark | null): Decimal | "unclear" | null {
  if (mark !== null) return readUnder(mark, printed);
  const evidence = evidenceOf(printed);
  if (evidence === "none") return null;
  return evidence === "unclear" ? "unclear" : readUnder(evidence === "either" ? "." : evidence, printed);
}
