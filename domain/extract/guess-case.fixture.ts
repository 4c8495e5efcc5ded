import { specimenLexicon } from "./lexicon.fixture";
import type { Quantity } from "./proposal";

/** The quantity at the first place a sentence prints a number, its unit the word that follows. */
export function quantityIn(sentence: string, number: string, given: Partial<Quantity> = {}): Quantity {
  const start = sentence.indexOf(number);
  const end = start + number.length;
  const words = /^\s?([^\s.,]+)/.exec(sentence.slice(end))?.[1] ?? "";
  const unit = specimenLexicon.units.find(({ names }) => names.includes(words));
  const from = sentence.indexOf(words, end);
  return {
    number: { start, end },
    value: number.replace(/[^\d]/g, ""),
    low: null,
    high: null,
    comparator: "=",
    cue: null,
    unit: { start: from, end: from + words.length, slug: unit?.slug ?? null, words },
    statistic: "point",
    per: null,
    ...given,
  };
}
