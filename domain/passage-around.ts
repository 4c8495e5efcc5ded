import type { ReadingLanguage } from "./extract/proposal";
import { sentencesOf } from "./extract/sentences";

/** What stands right before and after a sentence in the passage readers may see; null where the passage ends there. */
export type Around = { readonly before: string | null; readonly after: string | null };

/** As much as is quoted on either side, in UTF-16 units: a short quotation stays one. */
export const mostAround = 280;

/**
 * The sentence before and the one after, never from beyond the passage. A long one is cut at a word, with an ellipsis
 * where it was cut. `start` and `end` are those of the sentence within the passage.
 */
export function passageAround(passage: string, start: number, end: number, lang: ReadingLanguage): Around {
  const before = passage.slice(0, start);
  const after = passage.slice(end);
  const last = sentencesOf(before, lang).at(-1);
  const first = sentencesOf(after, lang)[0];
  return {
    before: last === undefined ? null : cutStart(before.slice(last.start, last.end)),
    after: first === undefined ? null : cutEnd(after.slice(first.start, first.end)),
  };
}

function cutStart(words: string): string {
  if (words.length <= mostAround) return words;
  const tail = words.slice(-mostAround);
  return `… ${tail.slice(tail.search(/\s/) + 1)}`;
}

function cutEnd(words: string): string {
  if (words.length <= mostAround) return words;
  const head = words.slice(0, mostAround);
  const space = head.search(/\s\S*$/);
  return `${(space < 0 ? head : head.slice(0, space)).replace(/\p{Surrogate}/gu, "")} …`;
}

/** The source of a sentence in reach: what stands around it, and where the whole is. */
export type Reach = Around & { readonly url: string | null; readonly archivedUrl: string | null };
