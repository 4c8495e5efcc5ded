import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contextOf } from "../lexicon.fixture";
import type { ClaimantLink, ReadingLanguage, Span } from "../proposal";
import { guessClaimants } from "./guess-claimants";
import { englishClaimants } from "./sentences-en.fixture";
import { frenchClaimants } from "./sentences-fr.fixture";

const spell = (chain: readonly ClaimantLink[]) =>
  (chain[0]!.role === "estimated_by" ? "~" : "") + chain.map(({ words }) => words).join(" < ");

/** Where a number stands by itself, never inside a longer one. */
function spanOf(text: string, number: string): Span {
  const start = new RegExp(`(?<![\\d,])${number}(?![\\d,]*\\d)`).exec(text)!.index;
  return { start, end: start + number.length };
}

function claimantOf(language: ReadingLanguage, sentences: readonly string[], number: string) {
  const text = sentences.join(" ");
  let start = 0;
  const spans = sentences.map((words) => {
    const span = { start, end: start + words.length };
    start = span.end + 1;
    return span;
  });
  const [sentence, before] = [spans.at(-1)!, spans.slice(0, -1)];
  const inside = spanOf(sentences.at(-1)!, number);
  const at = { start: sentence.start + inside.start, end: sentence.start + inside.end };
  return guessClaimants(text, sentence, at, contextOf(language), before);
}

const chain = (language: ReadingLanguage, sentences: readonly string[], number: string) => {
  const guess = claimantOf(language, sentences, number);
  return guess && spell(guess.value);
};

describe("who says it", () => {
  test.each(frenchClaimants)("%s (%s)", (sentence, number, claimant) => {
    expect(chain("fr", [sentence], number)).toBe(claimant);
  });
  test.each(englishClaimants)("%s (%s)", (sentence, number, claimant) => {
    expect(chain("en", [sentence], number)).toBe(claimant);
  });
});
