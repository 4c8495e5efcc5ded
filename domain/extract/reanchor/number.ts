import type { Span } from "../proposal";

const number = /\d+(?:[.,']\d+)*/g;

/**
 * Where a number of the old sentence stands in the new one: the same words, or else the number printed in their
 * place, told by the words beside it. Both sentences folded and in lower case; null where there is none or where
 * two are as likely.
 */
export function numberIn(old: string, at: Span, now: string): Span | null {
  const words = old.slice(at.start, at.end);
  const same = wholeIn(now, words);
  return nearest(same, old, at, now) ?? (/\d/.test(words) ? replaced(old, at, now) : null);
}

/** A number in place of the old one has the same word after it, or before it. */
function replaced(old: string, at: Span, now: string): Span | null {
  const others = [...now.matchAll(number)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  const after = wordAfter(old, at.end);
  const before = wordBefore(old, at.start);
  const beside = others.filter(
    ({ start, end }) =>
      (after !== "" && wordAfter(now, end) === after) || (before !== "" && wordBefore(now, start) === before),
  );
  return nearest(beside, old, at, now);
}

/** Of several, the one whose neighbours agree for longest; null where two agree as long. */
function nearest(spans: readonly Span[], old: string, at: Span, now: string): Span | null {
  const ranked = spans
    .map((span) => ({ span, shared: shared(old, at, now, span) }))
    .sort((a, b) => b.shared - a.shared);
  const [first, second] = ranked;
  return first && first.shared !== second?.shared ? first.span : null;
}

/** How many letters beside the two numbers agree, both ways. */
function shared(old: string, at: Span, now: string, span: Span): number {
  let after = 0;
  while (at.end + after < old.length && old[at.end + after] === now[span.end + after]) after += 1;
  let before = 0;
  while (before < at.start && old[at.start - 1 - before] === now[span.start - 1 - before]) before += 1;
  return after + before;
}

function wholeIn(text: string, words: string): Span[] {
  const spans: Span[] = [];
  if (words === "") return spans;
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    const around = `${text.slice(Math.max(0, start - 2), start)}|${text.slice(end, end + 2)}`;
    if (!/[\p{L}\p{N}]\||\|[\p{L}\p{N}]|\d[.,]\||\|[.,]\d/u.test(around)) spans.push({ start, end });
  }
  return spans;
}

const wordAfter = (text: string, at: number): string =>
  /^[^\p{L}\d]*(\p{L}+|%)/u.exec(text.slice(at, at + 40))?.[1] ?? "";
const wordBefore = (text: string, at: number): string =>
  /(\p{L}+)[^\p{L}\d]*$/u.exec(text.slice(Math.max(0, at - 40), at))?.[1] ?? "";
