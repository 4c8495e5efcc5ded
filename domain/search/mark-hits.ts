import { recordCells } from "../record";

/** Offsets in UTF-16 units, end exclusive. */
export type HitSpan = { readonly start: number; readonly end: number };

/** A word, or a number with the blanks and commas that stand within it. */
const token = /\d+(?:[\u00a0\u202f\u2009 ,]\d{3}(?!\d))*|[\p{L}\p{M}\p{N}]+/gu;

/** As `search_fold` of the database folds a word: the two must agree, and a test asks both. */
export const foldWord = (word: string): string =>
  word
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/(?<=\d)[\u00a0\u202f\u2009 ,](?=\d{3})/g, "");

/**
 * Where the words that a search found stand in a text, neighbours as one: "les troupes russes" is marked from end to
 * end where both were found.
 */
export function markHits(text: string, words: readonly string[]): HitSpan[] {
  const found = new Set(words);
  const spans: HitSpan[] = [];
  for (const match of text.matchAll(token)) {
    if (!found.has(foldWord(match[0]))) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const last = spans.at(-1);
    if (last !== undefined && /^\s?$/.test(text.slice(last.end, start)))
      spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
  }
  return spans;
}

/** The same in a row of a dataset as RFC 4180 writes it: cell by cell, for a comma between two is no part of a number. */
export const markRowHits = (record: string, words: readonly string[]): HitSpan[] =>
  recordCells(record).flatMap(({ start, end }) =>
    markHits(record.slice(start, end), words).map((span) => ({
      start: start + span.start,
      end: start + span.end,
    })),
  );
