import type { ReadingLanguage } from "./proposal";

/** Words that carry a language and no topic; those both languages print ("on", "a", "son") are left out. */
const stopWords: Readonly<Record<ReadingLanguage, ReadonlySet<string>>> = {
  fr: new Set(
    `le la les l d des du une un et est dans pour que qu qui sur avec par au aux ont été avait était sont ne n pas
    ce c cette ces ses leur leurs il elle ils elles nous vous mais ou où dont selon depuis après contre plusieurs
    s j se en`.split(/\s+/),
  ),
  en: new Set(
    `the of and to in is was were that for with by from have has had at it its his her they their them not this
    these which who said says be been are will would but or than after against since according an i you we he
    she`.split(/\s+/),
  ),
};

/** Enough to be sure of the language, and a bound on the work. */
const read = 20_000;

/**
 * The language a text is mostly written in, by its stop words; where they do not decide, French if it prints
 * accents or guillemets, else English.
 */
export function detectLanguage(text: string): ReadingLanguage {
  const opening = text.slice(0, read).toLowerCase();
  const words = opening.match(/\p{L}+/gu) ?? [];
  const count = (language: ReadingLanguage) => words.filter((word) => stopWords[language].has(word)).length;
  const lead = count("fr") - count("en");
  if (lead !== 0) return lead > 0 ? "fr" : "en";
  return /[éèêàâçùûîôœ«»]/.test(opening) ? "fr" : "en";
}
