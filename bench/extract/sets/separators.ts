import type { Locale } from "@/domain/vocabulary";
import type { Case, CaseSet } from "../case";

const numbers = ["1500", "12345", "50000", "742130", "1234567", "1500.5", "65300.25"];

/** What may stand between groups of three digits; the mark before decimals is the language's own. */
const separators: Readonly<Record<Locale, readonly string[]>> = {
  fr: ["", " ", "\u00a0", "\u202f", "\u2009", ".", "'", "\u2019"],
  en: ["", " ", "\u00a0", "\u202f", "\u2009", ",", "'", "\u2019"],
};
const decimalMarks: Readonly<Record<Locale, string>> = { fr: ",", en: "." };
const sentences: Readonly<Record<Locale, readonly [string, string]>> = {
  fr: ["Le préfet a recensé ", " tonnes de blé."],
  en: ["The ministry counted ", " tonnes of wheat."],
};

/** One number in every way it is grouped in print. */
export const separatorSet = (language: Locale): CaseSet => ({
  name: `separators ${language}`,
  question: "figures",
  cases: separators[language].flatMap((separator) =>
    numbers.map((number) => caseOf(number, separator, language)),
  ),
});

function caseOf(value: string, separator: string, language: Locale): Case {
  const [whole = "", decimals] = value.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, separator);
  const number = decimals === undefined ? grouped : `${grouped}${decimalMarks[language]}${decimals}`;
  const [before, after] = sentences[language];
  const start = before.length;
  return {
    id: number,
    text: `${before}${number}${after}`,
    language,
    reportedOn: null,
    expected: [{ start, end: start + number.length, optional: false, values: [value] }],
  };
}
