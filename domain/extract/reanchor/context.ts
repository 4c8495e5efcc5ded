import search from "approx-string-match";

/** The words before and after a sentence, folded and in lower case; null where the text started or ended there. */
export type Context = { readonly prefix: string | null; readonly suffix: string | null };

/** How well the surroundings of a place agree with an anchor's, each from 0 to 1. */
export type Fit = { readonly before: number; readonly after: number };

/** Compares the folded text around `start`..`end` with the context of an anchor. */
export function fitOf(low: string, start: number, end: number, { prefix, suffix }: Context): Fit {
  return {
    before:
      prefix === null
        ? Number(start === 0)
        : endAlike(low.slice(Math.max(0, start - 80), start).trimEnd(), prefix),
    after:
      suffix === null ? Number(end === low.length) : startAlike(low.slice(end, end + 80).trimStart(), suffix),
  };
}

const startAlike = (text: string, words: string): number =>
  Math.max(sharedStart(text, words), nearly(text.slice(0, words.length + 8), words));

const endAlike = (text: string, words: string): number =>
  Math.max(sharedStart(reversed(text), reversed(words)), nearly(text.slice(-words.length - 8), words));

/** How much of `words` the text opens with, from 0 to 1. */
function sharedStart(text: string, words: string): number {
  let shared = 0;
  while (shared < words.length && text[shared] === words[shared]) shared += 1;
  return words.length === 0 ? 0 : shared / words.length;
}

/** How near `words` stand in the text, from 0 to 1; what two unrelated texts share by chance counts for nothing. */
function nearly(text: string, words: string): number {
  const [match] = search(text, words, Math.floor(words.length / 2));
  return match ? Math.max(0, 1 - (2 * match.errors) / words.length) : 0;
}

const reversed = (text: string): string => [...text].reverse().join("");
