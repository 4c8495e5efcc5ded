import type { ReadingLanguage, Span } from "../proposal";
import { fold } from "./fold";

/** One sentence made ready for reading: offsets are within it, and the same in both forms. */
export type Line = { readonly text: string; readonly folded: string; readonly language: ReadingLanguage };

export function lineOf(text: string, sentence: Span, language: ReadingLanguage): Line {
  const words = text.slice(sentence.start, sentence.end);
  return { text: words, folded: fold(words), language };
}

/** How far around a number its words are looked for: every search stays within, so that none grows with the text. */
const reach = 90;

export const before = ({ folded }: Line, at: number) => folded.slice(Math.max(0, at - reach), at);
export const after = ({ folded }: Line, at: number) => folded.slice(at, at + reach);
