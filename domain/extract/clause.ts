import type { ReadingLanguage, Span } from "./proposal";

const fr = "tandis qu|alors qu|pendant qu|mais\\b";
const en = "while\\b|whereas\\b|although\\b|though\\b";
const starts = {
  fr: new RegExp(`;|\\b(?:${fr})`, "g"),
  en: new RegExp(`;|\\b(?:${en}|but\\b)`, "g"),
  // "but" is a goal in French: without the language it parts nothing.
  any: new RegExp(`;|\\b(?:${fr}|${en})`, "g"),
};

/** The clause of a folded sentence that holds an offset: what is said beyond it is said of something else. */
export function clauseAt(folded: string, offset: number, language: ReadingLanguage | "any"): Span {
  let [start, end] = [0, folded.length];
  for (const { index } of folded.matchAll(starts[language])) {
    if (index <= offset) start = index;
    else end = Math.min(end, index);
  }
  return { start, end };
}

/** How far around a number anything is looked for: no sentence is longer, and a text of numbers takes linear time. */
const reach = 1500;
/** Numbers this near each other look at the same words, so that these are read once for all of them. */
const step = 500;

/** The words around an offset, and where they start. */
export function around(text: string, offset: number): { readonly words: string; readonly from: number } {
  const at = Math.floor(Math.max(0, Math.min(offset, text.length)) / step) * step;
  const from = Math.max(0, at - reach);
  return { words: text.slice(from, at + step + reach), from };
}
