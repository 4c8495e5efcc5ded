import type { Span } from "../proposal";
import { readCollective } from "./collectives";
import { type Found, foundOf } from "./found";
import { readFraction, readOneIn } from "./fractions";
import { after, before, type Line } from "./line";
import { scaleSuffixes } from "./number-words";
import { isCountedOne } from "./one";
import { readWordsWithHalf } from "./read-number";

export type WordToken = Span & { readonly word: string; readonly digits: boolean };

/** Longest row of words read as one number: no number in words has more. */
const longestRun = 40;

/** The row of words from a token on, parted by no more than spaces and hyphens: what a number in words may span. */
export function wordRunAt({ folded }: Line, tokens: readonly WordToken[], index: number): WordToken[] {
  const run: WordToken[] = [];
  for (const token of tokens.slice(index, index + longestRun)) {
    const last = run.at(-1);
    if (token.digits || (last && !/^(?: {1,2}|-)$/.test(folded.slice(last.end, token.start)))) break;
    run.push(token);
  }
  return run;
}

/** The number a row of words holds at `at`; null where its word starts none. */
export function readWordRun(line: Line, run: readonly WordToken[], at: number): Found | null {
  const words = run.map(({ word }) => word);
  const { language } = line;
  const start = run[at]!.start;
  const endOf = (used: number) => run[at + used - 1]!.end;
  const part =
    readOneIn(words, at, language) ?? readFraction(words, at, language, (used) => after(line, endOf(used)));
  if (part) return foundOf({ start, end: endOf(part.used) }, "fraction", { value: part.percent });
  const rough = readCollective(words, at, language);
  if (rough)
    return foundOf({ start, end: endOf(rough.used) }, "collective", {
      value: rough.value,
      named: rough.named,
    });
  const read = readWordsWithHalf(words, at, language);
  if (read === null) return null;
  const span = { start, end: endOf(read.used) };
  const word = run[at]!.word;
  if (read.used === 1 && /^(?:un|une|one)$/.test(word) && !isCountedOne(line, span)) return null;
  if (read.used === 1 && word === "neuf" && !isNine(line, span)) return null;
  return foundOf(span, "words", { value: read.value, power: powerOf(words[at + read.used - 1]!, line) });
}

/** "neuf" is nine before a plural, and "new" after a noun. */
const isNine = (line: Line, { start, end }: Span) =>
  /^ (?:[a-z]+[sx]|sur)\b/.test(after(line, end)) &&
  !/\b(?:tout|flambant|quoi de) $/.test(before(line, start));

/** "trois cents" stands for hundreds, "quatre mille" for thousands: what a range hands to its first number. */
const powerOf = (last: string, { language }: Line) =>
  /^(?:cents?|hundred)$/.test(last) ? 2 : (scaleSuffixes[language].get(last) ?? 0);
