import type { ReadingLanguage, Span } from "../proposal";
import { sentencesOf } from "../sentences";
import { fold, lowered } from "./fold";

/** A sentence of the new text: where it stands in the text and in the folded text, and its words. */
export type Sentence = { readonly span: Span; readonly folded: Span; readonly words: ReadonlySet<string> };

/** A text made ready to look anchors up in. */
export type ReadText = {
  readonly text: string;
  readonly folded: string;
  readonly low: string;
  /** Where each unit of the folded text starts in the text. */
  readonly at: Int32Array;
  readonly sentences: readonly Sentence[];
  /** Which sentences hold a word. */
  readonly holding: ReadonlyMap<string, readonly number[]>;
};

let last: { language: ReadingLanguage; read: ReadText } | null = null;

/** Reads a text; the last one read is kept, since a text is mostly asked about many times in a row. */
export function readText(text: string, language: ReadingLanguage): ReadText {
  if (last?.language !== language || last.read.text !== text)
    last = { language, read: readAfresh(text, language) };
  return last.read;
}

function readAfresh(text: string, language: ReadingLanguage): ReadText {
  const { text: folded, at } = fold(text);
  const low = lowered(folded);
  let unit = 0;
  const unitAt = (offset: number) => {
    while (unit < at.length && at[unit]! < offset) unit += 1;
    return unit;
  };
  const sentences = sentencesOf(text, language).map((span) => {
    const inFolded = { start: unitAt(span.start), end: unitAt(span.end) };
    return { span, folded: inFolded, words: wordsOf(low.slice(inFolded.start, inFolded.end)) };
  });
  const holding = new Map<string, number[]>();
  sentences.forEach(({ words }, index) => {
    for (const word of words) {
      const held = holding.get(word);
      if (held) held.push(index);
      else holding.set(word, [index]);
    }
  });
  return { text, folded, low, at, sentences, holding };
}

/** The words of a folded text in lower case, cut to a stem so that an ending does not make another word. */
export const wordsOf = (low: string): ReadonlySet<string> =>
  new Set(
    (low.match(/\d+(?:[.,]\d+)*|\p{L}+/gu) ?? []).map((word) => (/\d/.test(word) ? word : word.slice(0, 6))),
  );

/** How much a word tells: the fewer sentences hold it, the more. */
export const weightOf = (word: string, { holding, sentences }: ReadText): number =>
  Math.log(1 + (sentences.length + 1) / (1 + (holding.get(word)?.length ?? 0)));

/** The span of the text that a stretch of the folded text was folded from. */
export function unfolded({ text, at }: ReadText, { start, end }: Span): Span {
  const from = at[start] ?? text.length;
  if (end <= start) return { start: from, end: from };
  const last = at[end - 1]!;
  return { start: from, end: last + 1 };
}
