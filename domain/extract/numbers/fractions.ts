import type { Decimal } from "@/domain/figure";
import type { ReadingLanguage } from "../proposal";
import { divideDecimals } from "./decimal";
import { numberWords } from "./number-words";
import { readWords } from "./read-words";

const byPlace = (words: string, from: number) => words.split(" ").map((word, i) => [word, from + i] as const);

/** What a whole is divided into. The plural is made with an s. */
const denominators: Readonly<Record<ReadingLanguage, ReadonlyMap<string, number>>> = {
  fr: new Map([
    ["moitie", 2],
    ["tiers", 3],
    ["quart", 4],
    ...byPlace("cinquieme sixieme septieme huitieme neuvieme dixieme", 5),
    ["demi", 2],
    ["vingtieme", 20],
    ["trentieme", 30],
    ["quarantieme", 40],
    ["cinquantieme", 50],
    ["centieme", 100],
  ]),
  en: new Map([
    ["half", 2],
    ["third", 3],
    ["quarter", 4],
    ...byPlace("fourth fifth sixth seventh eighth ninth tenth", 4),
    ["twentieth", 20],
    ["thirtieth", 30],
    ["fortieth", 40],
    ["fiftieth", 50],
    ["hundredth", 100],
  ]),
};

/** What must follow one part for it to be a fraction: "a third drone" is an ordinal, "a third of drones" a share. */
const partOf: Readonly<Record<ReadingLanguage, RegExp>> = {
  fr: /^ ?(?:$|[,.;:)»]|(?:de|du|des|d'|plus|moins|en|a|sont|ont|est|avait|seulement|environ)(?![a-z]))/,
  en: /^ (?:of|the|its|their|his|her|all|those|these|more|less|fewer)\b|^$|^[.;:)]/,
};
const neverPart: Readonly<Record<ReadingLanguage, RegExp>> = {
  fr: /^ (?:d'heure|de finale|de siecle|de tour|du temps|d'entre)|^[ -](?:nord|sud|est|ouest|orientale|occidentale|superieure|inferieure)\b/,
  en: /^ (?:of (?:the )?(?:\d{4}|year|month|century|an hour)|the time|past)/,
};

export type FractionReading = { readonly used: number; readonly percent: Decimal };

/**
 * Reads a part of a whole in words as per cent, to two decimals: "un cinquième", "deux tiers", "half of".
 * @param rest the folded text after so many of the words
 */
export function readFraction(
  words: readonly string[],
  at: number,
  language: ReadingLanguage,
  rest: (used: number) => string,
): FractionReading | null {
  const counted = readWords(words, language, at);
  const article = counted === null && /^(?:le|la|a)$/.test(words[at] ?? "");
  const bareHalf = counted === null && !article && words[at] === "half";
  if (counted === null && !article && !bareHalf) return null;
  const lead = bareHalf ? 0 : (counted?.used ?? 1);
  const part = counted?.value ?? 1n;
  const divided =
    part === 1n ? wholeAt(words, at + lead, language) : plainWholeAt(words, at + lead, language);
  if (divided === null || part >= BigInt(divided.whole) || part < 1n) return null;
  const { whole } = divided;
  const used = lead + divided.used;
  if (neverPart[language].test(rest(used))) return null;
  if (/^(?:first|second|latter|other|premiere|seconde|deuxieme)$/.test(words[at - 1] ?? "")) return null;
  const last = words[at + used - 1] ?? "";
  const plain =
    language === "fr" &&
    last !== "demi" &&
    (last === "moitie" || (whole <= 4 && !/^(?:le|la)$/.test(words[at] ?? "")));
  if (part === 1n && !plain && !partOf[language].test(rest(used))) return null;
  return { used, percent: percentOf(part, BigInt(whole)) };
}

/** "one in three", "un sur cinq" as per cent. */
export function readOneIn(
  words: readonly string[],
  at: number,
  language: ReadingLanguage,
): FractionReading | null {
  const part = readWords(words, language, at);
  if (part === null || part.value > 10n) return null;
  const link = linkOf(words, at + part.used, language);
  const whole = link === 0 ? null : readWords(words, language, at + part.used + link);
  if (whole === null || whole.value <= part.value || whole.value > 10n) return null;
  if (words[at + part.used] === "in" && part.value > 1n && whole.value < 10n) return null; // "killed two in five raids"
  return { used: part.used + link + whole.used, percent: percentOf(part.value, whole.value) };
}

/** "sur", "Ukrainien sur"; "in", "out of", "in every". */
function linkOf(words: readonly string[], at: number, language: ReadingLanguage): number {
  const [a, b, c] = words.slice(at, at + 3);
  if (language === "fr") return a === "sur" ? 1 : b === "sur" ? 2 : 0;
  const start = a === "out" && b === "of" ? 2 : a === "in" ? 1 : 0;
  return start > 0 && (start === 1 ? b : c) === "every" ? start + 1 : start;
}

/** Digits that say a part of a whole: "1 sur 3", "un habitant sur 20", "1 in 5"; "3/4 of" and "les 3/4 des". */
const oneIn = {
  fr: /(?:1|une?) (?:(?!million|milliard|millier)[a-z]+ )?sur (\d{1,3})(?![\d.,/]*\d)(?! ?%)(?! (?:ans|jours|mois|heures|semaines|km|m|kilometres|metres|millions?|milliards?|mille)\b)/y,
  en: /(?:1|one) (?:in|in every|out of) (\d{1,3})(?![\d.,/]*\d)(?! ?%)(?! (?:years|days|months|hours|weeks|minutes|km|m|miles|million|billion|thousand)\b)/y,
} as const;
const over = /([1-9])\/([2-9]|10)(?![\d/,.]*\d)(?=$|[.;)]|\.?$| (?:of|de|des|du|d')(?![a-z]))/y;

/**
 * Reads a part of a whole that begins at `start` and is said in digits, as per cent.
 * @param folded the folded line
 */
export function readPartOf(
  folded: string,
  start: number,
  language: ReadingLanguage,
): { readonly end: number; readonly percent: Decimal } | null {
  if (/[\p{L}\d/.,-]/u.test(folded[start - 1] ?? "")) return null;
  const read = (pattern: RegExp) => {
    pattern.lastIndex = start;
    return pattern.exec(folded);
  };
  const one = read(oneIn[language]);
  const slash = one ? null : read(over);
  const [part, whole] = one ? [1n, BigInt(one[1]!)] : [BigInt(slash?.[1] ?? 0), BigInt(slash?.[2] ?? 0)];
  const words = (one ?? slash)?.[0];
  if (words === undefined || whole <= part || whole > 100n) return null;
  // "(1/3)" and "page 1/3" count pages
  if (slash && /(?:\(|\bpages? |\bpart |\bpartie )$/.test(folded.slice(Math.max(0, start - 8), start)))
    return null;
  return { end: start + words.length, percent: percentOf(part, whole) };
}

/** "cinquième" and "vingt-cinquième". */
function wholeAt(words: readonly string[], at: number, language: ReadingLanguage) {
  const tens = numberWords[language].tens.get(words[at] ?? "");
  const unit = tens === undefined ? null : plainWholeAt(words, at + 1, language);
  if (tens !== undefined && unit && unit.whole >= 3 && unit.whole <= 9)
    return { whole: tens + unit.whole, used: 2 };
  return plainWholeAt(words, at, language);
}

function plainWholeAt(words: readonly string[], at: number, language: ReadingLanguage) {
  const whole = denominatorOf(words[at] ?? "", language);
  return whole === null ? null : { whole, used: 1 };
}

function denominatorOf(word: string, language: ReadingLanguage): number | null {
  const known = denominators[language];
  const singular = word.endsWith("s") && !known.has(word) ? word.slice(0, -1) : word;
  return known.get(singular === "halve" ? "half" : singular) ?? null;
}

/** A part as per cent: 1 of 5 is "20", 2 of 3 "66.67". */
const percentOf = (part: bigint, whole: bigint): Decimal => divideDecimals(part * 100n, whole, 2);
