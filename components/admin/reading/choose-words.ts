import type { Span } from "@/domain/extract/proposal";

/** Punctuation around a word that belongs to no number. */
const edges = /^[«»“”"'’([]+|[«»“”"'’)\],;:!?.…]+$/gu;

/** The words of a stretch of text, without the punctuation around them. Offsets are of the whole text. */
export function wordsOf(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/[^\s\u00a0\u202f]+/gu)].flatMap(({ index, 0: printed }) => {
    const left = printed.length - printed.replace(/^[«»“”"'’([]+/u, "").length;
    const word = printed.replace(edges, "");
    return word === "" ? [] : [{ start: start + index + left, end: start + index + left + word.length }];
  });
}

/** The first word to offer by hand: the one at a place or after it, a number before any other. */
export function firstChoice(text: string, words: readonly Span[], from: number): Span | null {
  const ahead = words.filter(({ end }) => end > from);
  const number = ahead.find(({ start, end }) => /\d/.test(text.slice(start, end)));
  return number ?? ahead[0] ?? words.at(-1) ?? null;
}

/** The choice moved a word along, or stretched by one. */
export function moveChoice(words: readonly Span[], choice: Span, by: 1 | -1, stretch: boolean): Span {
  const first = words.findIndex(({ end }) => end > choice.start);
  const last = words.findLastIndex(({ start }) => start < choice.end);
  if (first < 0 || last < 0) return choice;
  if (!stretch) {
    const word = words[(by === 1 ? last : first) + by];
    return word ?? words[by === 1 ? last : first]!;
  }
  const end = words[Math.min(Math.max(last + by, first), words.length - 1)]!.end;
  return { start: words[first]!.start, end };
}

/** A stretch of the text without the blanks and punctuation at its ends; null where nothing else is in it. */
export function trimmed(text: string, span: Span): Span | null {
  const words = wordsOf(text, span);
  return words.length === 0 ? null : { start: words[0]!.start, end: words.at(-1)!.end };
}
