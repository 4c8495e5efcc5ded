import type { EventInput } from "@/domain/inputs";

/** How many characters around a sentence are kept, so that it can be found again in a changed text. */
const around = 32;

/** Where a sentence stands in a text, and in it the words that tell the event; null where it does not, or they do not. */
export function anchorIn(
  { slug: source, text }: { readonly slug: string; readonly text: string },
  typed: string,
  words: string,
): EventInput["anchors"][number] | null {
  const sentence = typed.trim();
  const sentenceStart = text.indexOf(sentence);
  const markedStart = sentence.indexOf(words);
  if (sentence === "" || words === "" || sentenceStart < 0 || markedStart < 0) return null;
  const sentenceEnd = sentenceStart + sentence.length;
  return {
    ...{ source, sentence, sentenceStart, sentenceEnd },
    prefix: text.slice(Math.max(0, sentenceStart - around), sentenceStart),
    suffix: text.slice(sentenceEnd, sentenceEnd + around),
    ...{ markedStart, markedEnd: markedStart + words.length },
  };
}
