/** From so many UTF-16 units on a sentence is told by its first and last words. */
const longSentence = 300;
/** A shorter one may stand there twice: it is told with the words around it. */
const shortSentence = 40;
const wordsAtEnds = 6;

type Words = { readonly sentence: string; readonly prefix: string; readonly suffix: string };

/**
 * The address of a text, opened at a sentence of it (`#:~:text=`, WICG Scroll to Text Fragment). A fragment of its own is
 * kept, and so is an address that has such a directive already. Null for what is no address of the web.
 *
 * `prefix` and `suffix` are what stands around the sentence, cut anywhere.
 */
export function textFragmentUrl(url: string, words: Words): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const [base = "", ...rest] = url.split("#");
  const fragment = rest.join("#");
  if (fragment.includes(":~:")) return url;
  const directive = directiveOf(words);
  return directive === "" ? url : `${base}#${fragment}:~:text=${directive}`;
}

function directiveOf({ sentence, prefix, suffix }: Words): string {
  const text = sentence.trim();
  if (text.length > longSentence) {
    const words = text.split(/\s+/);
    // Words without spaces between them, as of a language that sets none, are not to be split.
    if (words.length > 2 * wordsAtEnds) {
      const [start, end] = [words.slice(0, wordsAtEnds), words.slice(-wordsAtEnds)];
      return `${encode(start.join(" "))},${encode(end.join(" "))}`;
    }
  }
  if (text.length >= shortSentence) return encode(text);
  // The word at the cut may be the half of one, and a line end is the end of what is printed in one piece.
  const before = prefix
    .split("\n")
    .at(-1)!
    .replace(/^\S*\s/, "")
    .trim();
  const after = suffix
    .split("\n")[0]!
    .replace(/\s\S*$/, "")
    .trim();
  return `${before && `${encode(before)}-,`}${encode(text)}${after && `,-${encode(after)}`}`;
}

/** Percent-encoded, the signs that the directive is made of too: a dash, a comma, an ampersand. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")).replaceAll("-", "%2D");
