/** A piece of a text, and whether the other text lacks it. */
export type Piece = { readonly text: string; readonly differs: boolean };

/** Most pairs of words that are held against each other: longer sentences are told apart as a whole. */
const mostPairs = 1_000_000;

const words = (text: string): string[] => text.match(/[\p{L}\p{M}]+|\p{N}+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

/**
 * The words, digits and marks in which two texts differ. The pieces of a side make up its text exactly, and those
 * that do not differ read the same on both sides.
 */
export function diffWords(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const [a, b] = [words(before), words(after)];
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let same = 0;
  while (same < Math.min(a.length, b.length) - from && a.at(-1 - same) === b.at(-1 - same)) same++;
  const [keptA, keptB] = keptWords(a.slice(from, a.length - same), b.slice(from, b.length - same));
  return { before: pieces(a, from, keptA), after: pieces(b, from, keptB) };
}

/** Which words of either list belong to the longest run, with gaps, that both have in common. */
function keptWords(a: readonly string[], b: readonly string[]): [kept: boolean[], kept: boolean[]] {
  const [keptA, keptB] = [a.map(() => false), b.map(() => false)];
  if (a.length * b.length > mostPairs) return [keptA, keptB];
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width); // of what follows i in a and j in b
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) [keptA[i++], keptB[j++]] = [true, true];
    else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i++;
    else j++;
  }
  return [keptA, keptB];
}

/** Words joined to pieces; before `from` and after the last of `kept` all of them are the same on both sides. */
function pieces(all: readonly string[], from: number, kept: readonly boolean[]): Piece[] {
  const joined: { text: string; differs: boolean }[] = [];
  for (const [at, text] of all.entries()) {
    const differs = kept[at - from] === false;
    const last = joined.at(-1);
    if (last?.differs === differs) last.text += text;
    else joined.push({ text, differs });
  }
  return joined;
}
