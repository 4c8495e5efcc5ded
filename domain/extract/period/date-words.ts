import type { ReadingLanguage } from "../proposal";
import type { Season } from "./calendar";

/** Words for months, days and seasons, folded (`fold`), and the patterns built of them. */
const table = (names: string) =>
  new Map(names.split(" ").flatMap((group, at) => group.split("|").map((name) => [name, at] as const)));
const either = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join("|");

export const months: Readonly<Record<ReadingLanguage, ReadonlyMap<string, number>>> = {
  fr: table(
    "janvier|janv fevrier|fevr mars avril|avr mai juin juillet|juil aout septembre octobre|oct novembre|nov decembre|dec",
  ),
  en: table(
    "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec",
  ),
};

export const weekdays: Readonly<Record<ReadingLanguage, ReadonlyMap<string, number>>> = {
  fr: table("lundi mardi mercredi jeudi vendredi samedi dimanche"),
  en: table("monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thurs friday|fri saturday|sat sunday"),
};

export const seasons: ReadonlyMap<string, Season> = new Map<string, Season>([
  ["printemps", "spring"],
  ["ete", "summer"],
  ["automne", "autumn"],
  ["hiver", "winter"],
  ["spring", "spring"],
  ["summer", "summer"],
  ["autumn", "autumn"],
  ["fall", "autumn"],
  ["winter", "winter"],
]);

const numbers: ReadonlyMap<string, number> = new Map(
  "un une a an one|deux two|trois three|quatre four|cinq five|six|sept seven|huit eight|neuf nine|dix ten|onze eleven|douze twelve|vingt-quatre|quarante-huit|soixante-douze"
    .split("|")
    .flatMap((words, at) => words.split(" ").map((word) => [word, [24, 48, 72][at - 12] ?? at + 1] as const)),
);

/** A small number, in digits or words; null where it is neither. */
export const smallNumber = (word: string): number | null =>
  /^\d{1,3}$/.test(word) ? Number(word) : (numbers.get(word) ?? null);

export const numberPattern = `(?:\\d{1,3}|${either(numbers.keys())})`;
export const monthPattern = {
  fr: `(?:${either(months.fr.keys())})\\b\\.?`,
  en: `(?:${either(months.en.keys())})\\b\\.?`,
};
export const weekdayPattern = {
  fr: `(?:${either(weekdays.fr.keys())})\\b`,
  en: `(?:${either(weekdays.en.keys())})\\b`,
};
export const yearPattern = "(?:19|20)\\d\\d(?!\\d)";

/** 1 to 12 of a month's name, as matched by `monthPattern`. */
export const monthNumber = (name: string, language: ReadingLanguage): number =>
  months[language].get(name.replace(/\.$/, ""))! + 1;
