import type { Span } from "./proposal";

/** Anything with a slug and names it goes by: an agent, a place. */
export type Named = { readonly slug: string; readonly names: readonly string[] };

/** A name of the lexicon where a text prints it. */
export type NameFound = Span & { readonly slug: string };

/** A word or a mark of a text, folded (`fold`), with where it stands. */
export type Token = Span & { readonly word: string; readonly capital: boolean };

const marks = /\p{M}/gu;
const folded = new Map<string, string>();

/**
 * A text in lower case with accents off and one kind of apostrophe, hyphen and space (dashes stay), so that "Kyïv" and "kyiv" meet.
 * Exactly as long as the text given: offsets in one are offsets in the other.
 */
export function fold(text: string): string {
  let out = "";
  for (let at = 0; at < text.length; at++) out += foldUnit(text[at]!);
  return out;
}

function foldUnit(unit: string): string {
  const known = folded.get(unit);
  if (known !== undefined) return known;
  const plain = foldMark(unit) ?? unit.normalize("NFD").replace(marks, "").toLowerCase();
  const kept = plain.length === 1 ? plain : unit;
  folded.set(unit, kept);
  return kept;
}

function foldMark(unit: string): string | null {
  if ("’‘ʼ`´".includes(unit)) return "'";
  if ("‐‑".includes(unit)) return "-";
  return /\s/.test(unit) ? " " : null;
}

/**
 * The words and marks of a text in reading order. An elided article is a word of its own ("l'" + "armée"), as is an
 * English possessive ("Ukraine" + "'s"); a hyphen joins; a number with its groups and decimals is one word.
 */
const pattern =
  /\d+(?:[ .,]\d+)*|(?:aujourd'hui|quelqu'un|presqu'ile)|(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)'(?=\p{L})|'s\b|(?:\p{L}\.){2,}|[\p{L}\p{M}]+(?:-[\p{L}\p{M}\d]+)*|[^\s]/gu;

/** @param from offset added to every span, where the text is a slice */
export function tokensOf(text: string, from = 0): Token[] {
  return Array.from(fold(text).matchAll(pattern), ({ 0: word, index }) => ({
    word,
    start: from + index,
    end: from + index + word.length,
    capital: /\p{Lu}/u.test(text[index]!),
  }));
}

/** Words on the way to a name: the slug that ends here, and the words that may follow. */
type Branch = { slug: string | null; readonly next: Map<string, Branch> };
const newBranch = (): Branch => ({ slug: null, next: new Map() });

/** A lexicon is read many times and built once, so its tree of names is kept for as long as the lexicon is. */
const trees = new WeakMap<readonly Named[], Branch>();

function treeOf(named: readonly Named[]): Branch {
  const known = trees.get(named);
  if (known) return known;
  const root = newBranch();
  for (const { slug, names } of named) for (const name of names) plant(root, wordsOf(name), slug);
  trees.set(named, root);
  return root;
}

/** The first to claim a name keeps it: the order of the lexicon decides between two agents of one name. */
function plant(root: Branch, words: readonly string[], slug: string): void {
  let branch = root;
  for (const word of words) {
    if (!branch.next.has(word)) branch.next.set(word, newBranch());
    branch = branch.next.get(word)!;
  }
  if (words.length > 0) branch.slug ??= slug;
}

const wordsOf = (name: string) => tokensOf(name).map(({ word }) => word);

/**
 * Where a text prints names of the lexicon, in reading order, folded (`fold`), longest first and never overlapping:
 * "New York Times" is one name even where "New York" is another. Time linear in the text.
 */
export function findNames(text: string, named: readonly Named[]): NameFound[] {
  return namesAmong(tokensOf(text), named);
}

/** `findNames` in words already cut. */
export function namesAmong(tokens: readonly Token[], named: readonly Named[]): NameFound[] {
  const root = treeOf(named);
  const found: NameFound[] = [];
  for (let at = 0; at < tokens.length; ) {
    const name = longestAt(root, tokens, at);
    if (name) found.push({ slug: name.slug, start: tokens[at]!.start, end: tokens[name.last]!.end });
    at = name ? name.last + 1 : at + 1;
  }
  return found;
}

function longestAt(root: Branch, tokens: readonly Token[], first: number) {
  let longest: { slug: string; last: number } | null = null;
  let branch: Branch | undefined = root;
  for (let at = first; branch && at < tokens.length; at++) {
    branch = branch.next.get(tokens[at]!.word);
    if (branch?.slug) longest = { slug: branch.slug, last: at };
  }
  return longest;
}
