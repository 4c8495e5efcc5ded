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
