import type { Decimal } from "@/domain/figure";
import type { ReadingLanguage } from "../proposal";
import { addDecimals, plainDecimal, shiftDecimal } from "./decimal";
import { fold } from "./fold";
import { scaleSuffixes } from "./number-words";
import { readDigits } from "./read-digits";
import { readWords } from "./read-words";

/**
 * Reads a bare number ("1 500", "6,5 millions", "trois mille cinq cents", "50K") as a decimal string; null for what is
 * none, or more than one, or an approximation ("une dizaine"). A minus in front counts, a unit does not.
 */
export function readNumber(words: string, language: ReadingLanguage): Decimal | null {
  const trimmed = words.trim();
  const sign = /^(?:[-\u2212]|(?:moins|minus) )\s*/i.exec(trimmed);
  const bare = trimmed.slice(sign?.[0].length ?? 0);
  const value = readUnsigned(bare, language);
  return value === null || sign === null || value === "0" ? value : `-${value}`;
}

function readUnsigned(bare: string, language: ReadingLanguage): Decimal | null {
  const folded = fold(bare);
  const lead = /^[.,](\d{1,15})(?=\D|$)/.exec(folded); // ",08"
  const digits = lead
    ? { value: plainDecimal("0", lead[1]), end: lead[0].length }
    : readDigits(folded, 0, language);
  if (digits === null) return readInWords(folded, language);
  const scale = readScale(bare, digits.end, language);
  const end = scale?.end ?? digits.end;
  const half = readHalf(folded, end, language);
  const value = shiftDecimal(digits.value, scale?.power ?? 0);
  if (half !== null && half.end === folded.length)
    return addDecimals(value, shiftDecimal("0.5", scale?.power ?? 0));
  return end === folded.length ? value : null;
}

/** The scale after a number in digits: "millions", "bn", "k"; as printed, since "M" and "m" differ. */
export function readScale(text: string, at: number, language: ReadingLanguage) {
  const found = /^([ \u00a0\u202f\u2009-]{0,2})(\p{L}{1,9})(?!\p{L}|\d)/u.exec(text.slice(at, at + 14));
  if (found === null) return null;
  const [whole, gap = "", word = ""] = found;
  const power = scaleSuffixes[language].get(word) ?? scaleSuffixes[language].get(word.toLowerCase());
  if (power === undefined || (gap === "" && word.length > 4) || (gap === "-" && word.length < 4)) return null;
  if (word.length === 1 && gap !== "" && word !== "k" && word !== "K") return null; // "12 M" may be a metre
  return { power, end: at + whole.length };
}

const halves: Readonly<Record<ReadingLanguage, RegExp>> = {
  fr: /^ et demie?\b/,
  en: /^ and (?:a|one) half\b/,
};

/** "et demi", "and a half" right after a number. */
export function readHalf(folded: string, at: number, language: ReadingLanguage) {
  const found = halves[language].exec(folded.slice(at, at + 16));
  return found && { end: at + found[0].length };
}

/** A number wholly in words, with the half and the decimals they may say. */
function readInWords(folded: string, language: ReadingLanguage): Decimal | null {
  if (!/^[a-z]+(?:[ -]{1,2}[a-z]+)*$/.test(folded)) return null;
  const words = folded.split(/[ -]+/);
  const reading = readWordsWithHalf(words, 0, language);
  if (reading?.used === words.length) return reading.value;
  return readSpokenDecimal(words, language);
}

export type HalfReading = { readonly value: Decimal; readonly used: number };

/** A number in words with what "half" may add: "un million et demi", "half a million", "two and a half million". */
export function readWordsWithHalf(
  words: readonly string[],
  from: number,
  language: ReadingLanguage,
): HalfReading | null {
  const whole = readHalfOfScale(words, from, language);
  if (whole !== null) return whole;
  const reading = readWords(words, language, from);
  if (reading === null) return null;
  const after = from + reading.used;
  const [a, b, c] = [words[after], words[after + 1], words[after + 2]];
  const frenchHalf = language === "fr" && a === "et" && (b === "demi" || b === "demie");
  const englishHalf = language === "en" && a === "and" && (b === "a" || b === "one") && c === "half";
  const value = reading.value.toString();
  if (!frenchHalf && !englishHalf) return { value, used: reading.used };
  const power = scaleSuffixes[language].get(words[after - 1] ?? "") ?? 0;
  const used = reading.used + (frenchHalf ? 2 : 3);
  const sum = addDecimals(value, shiftDecimal("0.5", power));
  const scale = power === 0 ? scaleSuffixes[language].get(words[from + used] ?? "") : undefined;
  return scale === undefined ? { value: sum, used } : { value: shiftDecimal(sum, scale), used: used + 1 };
}

/** "un demi-million", "half a million", "half million". */
function readHalfOfScale(
  words: readonly string[],
  from: number,
  language: ReadingLanguage,
): HalfReading | null {
  const article = language === "fr" ? from + 1 : from;
  if (language === "fr" && words[from] !== "un") return null;
  if (words[article] !== (language === "fr" ? "demi" : "half")) return null;
  const at = article + (language === "en" && words[article + 1] === "a" ? 2 : 1);
  const power = scaleSuffixes[language].get(words[at] ?? "");
  return power === undefined || power < 3 ? null : { value: shiftDecimal("0.5", power), used: at + 1 - from };
}

/** "deux cent virgule trois", "nine point four". */
function readSpokenDecimal(words: readonly string[], language: ReadingLanguage): Decimal | null {
  const mark = words.indexOf(language === "fr" ? "virgule" : "point");
  const whole = mark < 1 ? null : readWords(words.slice(0, mark), language);
  if (whole === null || whole.used !== mark) return null;
  const tail = words.slice(mark + 1);
  const rest = readWords(tail, language);
  const digits = rest?.used === tail.length ? rest.value.toString() : spelledDigits(tail, language);
  return digits === null ? null : plainDecimal(whole.value.toString(), digits);
}

function spelledDigits(words: readonly string[], language: ReadingLanguage): string | null {
  const digits = words.map((word) => readWords([word], language)?.value);
  const whole = digits.every((digit) => digit !== undefined && digit <= 9n);
  return whole && digits.length > 0 ? digits.join("") : null;
}
