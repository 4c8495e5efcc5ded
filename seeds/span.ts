export type Span = { readonly start: number; readonly end: number };

const word = /[\p{L}\p{N}\p{M}]/u;
const groupBefore = /(?<!\d)\d{1,3}[ \u00a0\u202f\u2009'’.,]$/;
const groupAfter = /^(?:[ \u00a0\u202f\u2009'’.,]\d{3}(?!\d)|[.,]\d)/;

/**
 * Finds words in a sentence, whole: "500" does not stand in "1 500", nor "un" in "une". Where they stand more than
 * once, `occurrence` (from 1) says which.
 *
 * @returns the span in UTF-16 units, or what is wrong
 */
export function findSpan(sentence: string, words: string, occurrence?: number): Span | string {
  const spans = spansOf(sentence, words);
  if (spans.length === 0) {
    return sentence.includes(words)
      ? `"${words}" stands in the sentence only inside a longer number or word`
      : `"${words}" does not stand in the sentence`;
  }
  if (occurrence === undefined && spans.length > 1) {
    return `"${words}" stands ${spans.length} times in the sentence: say which with occurrence`;
  }
  return spans[(occurrence ?? 1) - 1] ?? `"${words}" stands only ${spans.length} times in the sentence`;
}

/** True where the words stand in the sentence, in order; "…" in them skips what lies between ("ne … plus que"). */
export function standsIn(sentence: string, words: string): boolean {
  let from = 0;
  for (const part of words.split("…").map((part) => part.trim())) {
    if (part === "") continue;
    const span = spansOf(sentence, part).find(({ start }) => start >= from);
    if (span === undefined) return false;
    from = span.end;
  }
  return true;
}

function spansOf(sentence: string, words: string): Span[] {
  const spans: Span[] = [];
  for (let start = sentence.indexOf(words); start >= 0; start = sentence.indexOf(words, start + 1)) {
    const span = { start, end: start + words.length };
    if (isWhole(sentence, span)) spans.push(span);
  }
  return spans;
}

function isWhole(sentence: string, { start, end }: Span): boolean {
  const before = sentence.slice(0, start);
  const inside = sentence.slice(start, end);
  const after = sentence.slice(end);
  if (word.test(lastOf(before)) && word.test(firstOf(inside))) return false;
  if (word.test(lastOf(inside)) && word.test(firstOf(after))) return false;
  if (/^\d{3}(?!\d)/.test(inside) && groupBefore.test(before)) return false;
  return !(/\d$/.test(inside) && groupAfter.test(after));
}

/** Characters, not units: half of a surrogate pair is no letter. */
const firstOf = (text: string) => [...text.slice(0, 2)][0] ?? "";
const lastOf = (text: string) => [...text.slice(-2)].at(-1) ?? "";
