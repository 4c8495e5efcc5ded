import type { Span } from "@/domain/extract/proposal";

/** Where a clause may begin or end: what `[` cuts a sentence down to. */
const clauseEnds = /[;:]\s|\s[–—]\s|…\s/g;

/**
 * The stretches of words a number may be quoted with, from the clause around it to three sentences, each holding the
 * one before: what `[` and `]` walk along.
 *
 * @param text of which all offsets are UTF-16 units
 * @param sentences of the line the number stands in, in order
 */
export function sentenceSteps(text: string, number: Span, sentences: readonly Span[]): Span[] {
  const at = sentences.findIndex(({ start, end }) => start <= number.start && number.end <= end);
  const sentence = sentences[at];
  if (sentence === undefined) return [];
  const next = sentences[at + 1];
  const before = sentences[at - 1];
  const steps = [clauseAround(text, number, sentence), sentence];
  if (next) steps.push({ start: sentence.start, end: next.end });
  if (before) steps.push({ start: before.start, end: (next ?? sentence).end });
  return steps.filter((step, index) => !steps.slice(0, index).some((one) => isSame(one, step)));
}

function clauseAround(text: string, number: Span, sentence: Span): Span {
  const words = text.slice(sentence.start, sentence.end);
  let { start, end } = sentence;
  for (const { index, 0: cut } of words.matchAll(clauseEnds)) {
    const from = sentence.start + index;
    if (from + cut.length <= number.start) start = from + cut.length;
    else if (from >= number.end) {
      end = from + (cut.startsWith(" ") ? 0 : 1);
      break;
    }
  }
  return { start, end };
}

/** The step wider (+1) or narrower (-1) than the sentence in hand; the same where there is none. */
export function stepFrom(steps: readonly Span[], hand: Span, by: 1 | -1): Span {
  const at = steps.findIndex((step) => isSame(step, hand));
  if (at >= 0) return steps[at + by] ?? hand;
  const wider = steps.filter((step) => step.start <= hand.start && step.end >= hand.end);
  const narrower = steps.filter((step) => step.start >= hand.start && step.end <= hand.end);
  return (by === 1 ? wider[0] : narrower.at(-1)) ?? hand;
}

const isSame = (a: Span, b: Span) => a.start === b.start && a.end === b.end;
