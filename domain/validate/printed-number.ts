import { readNumber } from "../extract/numbers/read-number";
import type { Decimal } from "../figure";
import type { Language } from "../vocabulary";

/** What the press parts thousands with: spaces (plain, no-break, thin), apostrophes. */
const GAP = "[ \\u00a0\\u202f\\u2009'’]";

const numberOf = (group: string, point: string) =>
  new RegExp(`^([-−])?(\\d{1,3}(?:(?:${GAP}\\d{3})+|(?:${group}\\d{3})+)|\\d+)(?:${point}(\\d+))?$`);

/** English writes 1,400.5 where French, Ukrainian and Russian write 1.400,5 or, far more often, 1 400,5. */
const forms: Record<Language, RegExp> = {
  fr: numberOf("\\.", ","),
  uk: numberOf("\\.", ","),
  ru: numberOf("\\.", ","),
  en: numberOf(",", "\\."),
};

/** Reads a number printed in digits alone ("1 400", "0,5", "500+"); null for words and for what is no single number. */
export function readDigits(printed: string, language: Language): Decimal | null {
  const found = forms[language].exec(printed.trim().replace(/^\+ ?|\+$/g, ""));
  if (found === null) return null;
  const [, sign, whole = "", fraction] = found;
  const digits = whole.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  return `${sign === undefined ? "" : "-"}${digits}${fraction === undefined ? "" : `.${fraction}`}`;
}

/**
 * Reads one printed number as the reader of texts does ("6,5 millions", "quinze cents"); of languages it does not read,
 * digits alone. Null for what is no single number: a range, "la moitié", "des dizaines".
 */
export const readPrinted = (printed: string, language: Language): Decimal | null =>
  (language === "fr" || language === "en" ? readNumber(printed, language) : null) ??
  readDigits(printed, language);

/** Whether a printed text is digits and what stands between them, and so must read without help. */
export const isDigitsAlone = (printed: string): boolean =>
  /\d/.test(printed) && !/[^\d\s.,'’+−\u00a0\u202f\u2009-]/.test(printed);

/** The two ends of "entre 500 et 600", "10 to 15" or "40–50" in digits; null where there are not two. */
export function readEnds(printed: string, language: Language): readonly [Decimal, Decimal] | null {
  const parts = printed.split(/\.{2,}|, /); // "500..600", "[500, 600]"
  const runs = parts.flatMap((part) => part.match(/\d(?:[\d \u00a0\u202f\u2009'’.,]*\d)?/g) ?? []);
  const [first, second] = runs.map((run) => readDigits(run, language));
  return runs.length === 2 && first && second ? [first, second] : null;
}
