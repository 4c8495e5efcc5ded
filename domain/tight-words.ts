/** A stretch of a sentence; `tight` where no line may end within it. */
export type Stretch = { readonly text: string; readonly tight: boolean };

/**
 * What French keeps on one line although a source may print plain spaces there: the thousands of a number, guillemets
 * with the words they touch, high punctuation and the percent sign with the word before, which may be a mark that stands
 * beside the text. Very long words may break, so that no screen overflows.
 */
const space = "[ \u00a0\u202f]";
const after = `(?:${space}[»:;?!%]\\S{0,3})`;
const thousands = `(?<![\\d.,])\\d{1,3}(?:${space}\\d{3})+(?!\\d)`;
const word = `(?:${thousands}|\\S{1,24})`;
const together = new RegExp(
  `^${after}+|«${space}(?:${word}${after}*|$)|${thousands}${after}*|${word}${after}+`,
  "gu",
);

/** The stretches of a sentence, in order; joined they are the sentence, to the letter. */
export function tightWords(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const found of text.matchAll(together)) {
    if (found.index > at) stretches.push({ text: text.slice(at, found.index), tight: false });
    stretches.push({ text: found[0], tight: true });
    at = found.index + found[0].length;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), tight: false });
  return stretches;
}
