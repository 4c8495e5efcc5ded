import type { Decimal } from "@/domain/figure";
import type { Language } from "@/domain/vocabulary";

/** What the press parts thousands with: spaces (plain, no-break, thin), apostrophes. */
const GAP = "[ \\u00a0\\u202f\\u2009'’]";

const numberOf = (group: string, point: string) =>
  new RegExp(`^(-|−)?(\\d{1,3}(?:(?:${GAP}\\d{3})+|(?:${group}\\d{3})+)|\\d+)(?:${point}(\\d+))?$`);

/** English writes 1,400.5 where French, Ukrainian and Russian write 1.400,5 or, far more often, 1 400,5. */
const forms: Record<Language, RegExp> = {
  fr: numberOf("\\.", ","),
  uk: numberOf("\\.", ","),
  ru: numberOf("\\.", ","),
  en: numberOf(",", "\\."),
};

/** Reads a number printed in digits ("1 400", "0,5"); null for words and for what is no single number. */
export function readPrintedNumber(printed: string, lang: Language): Decimal | null {
  const found = forms[lang].exec(printed);
  if (found === null) return null;
  const [, sign, whole = "", fraction] = found;
  const digits = whole.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  return `${sign === undefined ? "" : "-"}${digits}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** True where a printed text has any digit, and so must read as its value without help. */
export const hasDigits = (printed: string) => /\d/.test(printed);
