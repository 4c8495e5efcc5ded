import type { Span } from "../proposal";
import { type Context, fitOf } from "./context";
import type { ReadText } from "./read-text";

/** A place where the sentence reads the same; `whole` where it is still a sentence of its own there. */
export type Occurrence = { readonly folded: Span; readonly whole: boolean; readonly fit: number };

/** A text that repeats one line for ever is not searched to its end. */
const mostTries = 500;

/** Every place the folded sentence stands word for word, in order. */
export function occurrencesOf(sentence: string, context: Context, read: ReadText): Occurrence[] {
  const found: Occurrence[] = [];
  if (sentence === "") return found;
  let start = read.folded.indexOf(sentence);
  for (let tries = 0; start >= 0 && tries < mostTries; tries += 1) {
    const end = start + sentence.length;
    if (!cutsWord(read.folded, start) && !cutsWord(read.folded, end)) {
      const fit = fitOf(read.low, start, end, context);
      const whole =
        (starts(read, start) ||
          continues(read.low.slice(Math.max(0, start - 99), start).trimEnd(), context.prefix, -1)) &&
        (ends(read, end) || continues(read.low.slice(end, end + 99).trimStart(), context.suffix, 1));
      found.push({ folded: { start, end }, whole, fit: fit.before + fit.after });
    }
    start = read.folded.indexOf(sentence, start + 1);
  }
  return found;
}

/**
 * Where the very letters beside it are the anchor's own, the sentence is as whole as it once was, however the rules
 * cut the new text; "near enough" would let a clause or a colon slip in unseen.
 */
function continues(beside: string, words: string | null, way: 1 | -1): boolean {
  if (words === null) return false;
  const letters = words.replaceAll(" ", "");
  const now = beside.replaceAll(" ", "");
  return way > 0 ? now.startsWith(letters.slice(0, 8)) : now.endsWith(letters.slice(-8));
}

const word = /[\p{L}\p{N}]/u;

/** "500" does not stand in "1500", "3" not in "3,5", "un" not in "une". */
function cutsWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? "";
  const after = text[at] ?? "";
  if (word.test(before) && word.test(after)) return true;
  return /\d[.,]\d/.test(text.slice(at - 2, at + 1)) || /\d[.,]\d/.test(text.slice(at - 1, at + 2));
}

const starts = ({ sentences }: ReadText, at: number): boolean =>
  sentences[indexAt(sentences, at)]?.folded.start === at;

const ends = ({ sentences }: ReadText, at: number): boolean =>
  sentences[indexAt(sentences, at - 1)]?.folded.end === at;

/** The last sentence that starts at or before a unit of the folded text. */
export function indexAt(sentences: ReadText["sentences"], at: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.folded.start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
