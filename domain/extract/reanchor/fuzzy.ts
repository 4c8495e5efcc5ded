import search from "approx-string-match";
import type { Span } from "../proposal";
import { type Context, type Fit, fitOf } from "./context";
import { indexAt } from "./exact";
import { type ReadText, type Sentence, weightOf, wordsOf } from "./read-text";

/** A run of sentences that may be what became of the anchor's, with how like it they are, each from 0 to 1. */
export type Candidate = {
  readonly folded: Span;
  /** By letters in order. */
  readonly letters: number;
  /** By words, rare ones counting more: the share of the old that stands in the new, and of the new in the old. */
  readonly kept: number;
  readonly old: number;
  readonly fit: Fit;
};

/** How many sentences are looked at letter by letter; sharing the rarest words, then beside the old context. */
const mostByWords = 6;
/** Longer sentences are cut for the search by letters, whose cost grows with the square. */
const longest = 640;

export function candidatesFor(low: string, context: Context, read: ReadText): Candidate[] {
  const words = wordsOf(low);
  const near = [...new Set([...byWords(words, read), ...byContext(context, read)])];
  const seen = new Map<string, Candidate>();
  for (const index of near) {
    const candidate = candidateAt(index, low, words, context, read);
    if (candidate) seen.set(`${candidate.folded.start}-${candidate.folded.end}`, candidate);
  }
  return [...seen.values()];
}

/** The sentences that share most with the anchor's, weighed by how rare each shared word is. */
function byWords(words: ReadonlySet<string>, read: ReadText): number[] {
  const shared = new Map<number, number>();
  const common = 30 + read.sentences.length / 4;
  for (const word of words) {
    const held = read.holding.get(word) ?? [];
    if (held.length > common) continue;
    const weight = weightOf(word, read);
    for (const index of held) shared.set(index, (shared.get(index) ?? 0) + weight);
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostByWords)
    .map(([index]) => index);
}

/** The sentences that now follow the old prefix or stand before the old suffix. */
function byContext({ prefix, suffix }: Context, read: ReadText): number[] {
  const after = placesOf(prefix?.slice(-24), read).map((at) =>
    indexAt(read.sentences, at + Math.min(24, prefix?.length ?? 0)),
  );
  const before = placesOf(suffix?.slice(0, 24), read).map((at) => indexAt(read.sentences, at - 1));
  const edges = [prefix === null ? 0 : -1, suffix === null ? read.sentences.length - 1 : -1];
  return [...after, ...after.map((index) => index + 1), ...before, ...edges].filter(
    (index) => index in read.sentences,
  );
}

function placesOf(words: string | undefined, { low }: ReadText): number[] {
  if (words === undefined || words.length < 8) return [];
  const places: number[] = [];
  for (let at = low.indexOf(words); at >= 0 && places.length < 3; at = low.indexOf(words, at + 1))
    places.push(at);
  return places;
}

function candidateAt(
  index: number,
  low: string,
  words: ReadonlySet<string>,
  context: Context,
  read: ReadText,
): Candidate | null {
  const around = read.sentences.slice(Math.max(0, index - 1), index + 2);
  const chosen = read.sentences[index]!;
  const pattern = low.slice(0, longest);
  const stretch = { start: around[0]!.folded.start, end: around.at(-1)!.folded.end };
  const near = matchIn(stretch, pattern, chosen, read);
  // The best match may be a neighbour that reads more alike; this sentence is still to be judged for itself.
  const match =
    near && overlap(near, chosen.folded) > 0 ? near : matchIn(chosen.folded, pattern, chosen, read);
  const run = match ? runOf(around, chosen, match) : [chosen];
  const folded = { start: run[0]!.folded.start, end: run.at(-1)!.folded.end };
  const here = wordsOf(read.low.slice(folded.start, folded.end));
  return {
    folded,
    letters: match ? 1 - match.errors / pattern.length : 0,
    kept: shareOf(words, here, read),
    old: shareOf(here, words, read),
    fit: fitOf(read.low, folded.start, folded.end, context),
  };
}

/** Where a stretch comes nearest to the pattern letter by letter; of equals, where it covers most of the sentence. */
function matchIn({ start: from, end }: Span, pattern: string, chosen: Sentence, { low }: ReadText) {
  return search(low.slice(from, Math.min(end, from + 4 * longest)), pattern, Math.floor(pattern.length * 0.7))
    .map(({ start, end, errors }) => ({ start: from + start, end: from + end, errors }))
    .sort((a, b) => overlap(b, chosen.folded) - overlap(a, chosen.folded))[0];
}

/** The sentences the match covers for the better part: a sentence since split is two. */
function runOf(around: readonly Sentence[], chosen: Sentence, match: Span): Sentence[] {
  const run = around.filter(({ folded }) => {
    const shared = overlap(folded, match);
    return shared >= 0.6 * (folded.end - folded.start) || shared >= 0.5 * (match.end - match.start);
  });
  return run.length > 0 ? run : [chosen];
}

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** The share of `these` words that `those` hold, by weight. */
function shareOf(these: ReadonlySet<string>, those: ReadonlySet<string>, read: ReadText): number {
  let all = 0;
  let shared = 0;
  for (const word of these) {
    const weight = weightOf(word, read);
    all += weight;
    if (those.has(word)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}
