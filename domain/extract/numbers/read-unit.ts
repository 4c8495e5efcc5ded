import type { Lexicon, ReadingLanguage, UnitReading } from "../proposal";
import { fold } from "./fold";
import type { Found } from "./found";
import { after, before, type Line } from "./line";
import { currencyBefore, measures } from "./measures";
import { bareplurals, beforeNoun, notPlural, stops } from "./nouns";

type Named = { readonly slug: string; readonly words: readonly string[] };

/** The names of units by their first word, in the singular: "soldats nord-coréens" under "soldat". */
type UnitIndex = ReadonlyMap<string, readonly Named[]>;

/** Takes the plural off each word, alike on both sides, so that "localités" and "localité" meet. */
const singular = (word: string) =>
  word.length < 4
    ? word
    : word.endsWith("ies")
      ? `${word.slice(0, -3)}y`
      : word.endsWith("aux")
        ? `${word.slice(0, -3)}al`
        : word.replace(/(?<!s)[sx]$/, "");

const indexes = new WeakMap<Lexicon, UnitIndex>();

/** Indexes a lexicon's units once. */
function unitIndex(lexicon: Lexicon): UnitIndex {
  const known = indexes.get(lexicon);
  if (known) return known;
  const index = new Map<string, Named[]>();
  for (const { slug, names } of lexicon.units)
    for (const name of names) {
      const words = fold(name).split(/[ -]+/).map(singular).filter(Boolean);
      const [first] = words;
      if (first && /^[a-z]/.test(first)) index.set(first, [...(index.get(first) ?? []), { slug, words }]);
    }
  for (const named of index.values()) named.sort((a, b) => b.words.length - a.words.length);
  indexes.set(lexicon, index);
  return index;
}

const measureNames = measures
  .flatMap(({ slug, names }) => names.map((name) => ({ slug, name })))
  .sort((a, b) => b.name.length - a.name.length);

/** What a number counts: a measure or currency, a unit of the lexicon, else the noun after it; null where none is said. */
export function readUnit(line: Line, found: Found, lexicon: Lexicon): UnitReading | null {
  if (found.form === "fraction") return unit(line, found.start, found.end, "percent");
  return (
    measureAfter(line, found.end) ??
    currencyUnit(line, found.start) ??
    nounAfter(line, found, lexicon) ??
    null
  );
}

const unit = (line: Line, start: number, end: number, slug: string | null): UnitReading => ({
  start,
  end,
  slug,
  words: line.text.slice(start, end),
});

function measureAfter(line: Line, at: number): UnitReading | null {
  const right = after(line, at);
  const lead = /^(?:[ -]|\n)?(?:(?:d'|de |of )(?=[a-z]))?/.exec(right)?.[0].length ?? 0;
  const named = measureNames.find(
    ({ name }) =>
      right.startsWith(name, lead) &&
      !/^[a-z\d²³]/.test(/[a-z\d]$/.test(name) ? right.slice(lead + name.length) : ""),
  );
  return named ? unit(line, at + lead, at + lead + named.name.length, named.slug) : null;
}

function currencyUnit(line: Line, start: number): UnitReading | null {
  const left = before(line, start);
  for (const [sign, slug] of currencyBefore) {
    const found = sign.exec(left);
    if (found) return unit(line, start - found[0].length, start - (/ $/.test(left) ? 1 : 0), slug);
  }
  return null;
}

type Token = { readonly word: string; readonly start: number; readonly end: number };

function nounAfter(line: Line, found: Found, lexicon: Lexicon): UnitReading | null {
  const tokens = nounTokens(line, found);
  const index = unitIndex(lexicon);
  for (let at = 0; at < tokens.length; at += 1) {
    const named = namedAt(tokens, at, index);
    if (named) return unit(line, tokens[at]!.start, tokens[at + named.words.length - 1]!.end, named.slug);
  }
  const noun =
    (line.language === "fr" ? frenchNoun(tokens) : englishNoun(line, tokens)) ??
    singleNoun(line, found, tokens);
  return noun ? unit(line, noun.start, noun.end, null) : null;
}

/** The words after a number up to where no counted noun can stand any more. */
function nounTokens({ folded, language }: Line, found: Found): Token[] {
  const tokens: Token[] = [];
  const window = folded.slice(found.end, found.end + 90);
  const lead =
    suffixed.exec(window) ??
    /^(?: ?\+)?[ -]?(?:(?:de (?:ses |leurs |nos )?|d'|of (?:the |its |their |his |them )?|d'entre eux |des |autres |others? )(?![\d]))?["«“ ]{0,2}/.exec(
      window,
    );
  let at = lead?.[0].length ?? 0;
  const next = /([a-z]+(?:'s)?)([ -]|$|(?=[^a-z]))/y;
  while (tokens.length < (language === "fr" ? 4 : 7)) {
    next.lastIndex = at;
    const match = next.exec(window);
    if (match === null) break;
    const participle = tokens.length === 0 && language === "en" && bareplurals.has(match[1]!); // "37 wounded"
    const compound = window[at - 1] === "-" || match[2] === "-"; // "ground-launched missiles"
    if (stops[language].has(match[1]!) && !participle && !compound) break;
    tokens.push({ word: match[1]!, start: found.end + at, end: found.end + at + match[1]!.length });
    at += match[0].length;
    if (match[2] === "" || participle) break;
  }
  return tokens;
}

function namedAt(tokens: readonly Token[], at: number, index: UnitIndex): Named | undefined {
  return index
    .get(singular(tokens[at]!.word))
    ?.find(({ words }) => words.every((word, i) => singular(tokens[at + i]?.word ?? "") === word));
}

/** "1,500 or so soldiers", "500 ou plus blessés": the noun stands behind what bounds the number. */
const suffixed = /^ (?:or so|or more|or fewer|ou plus|environ|au moins) (?=[a-z])(?!of|de )/;

function frenchNoun(tokens: readonly Token[]): Token | undefined {
  const at = tokens.findIndex(({ word }) => !beforeNoun.has(word));
  const noun = tokens[at];
  return noun && isPlural(noun.word, "fr") && noun.word.length > 2 ? noun : undefined;
}

/** The first plural; of "Abrams tanks" the second, since a name only describes. */
function englishNoun(line: Line, tokens: readonly Token[]): Token | undefined {
  const plural = ({ word }: Token) => isPlural(word, "en") && word.length > 2;
  const at = tokens.findIndex(plural);
  const [first, second] = [tokens[at], tokens[at + 1]];
  const described = first && second && plural(second) && second.start === first.end + 1;
  return described && /^\p{Lu}/u.test(line.text.slice(first.start)) ? second : first;
}

/** What a number counts without a plural: names ("14 Leopard 2"), and after one ("un mort"). */
function singleNoun(line: Line, found: Found, tokens: readonly Token[]): Token | undefined {
  const [first] = tokens;
  if (first === undefined) return undefined;
  return found.value === "1" || /^\p{Lu}[\p{L}]/u.test(line.text.slice(first.start)) ? first : undefined;
}

function isPlural(word: string, language: ReadingLanguage): boolean {
  if (language === "en" && bareplurals.has(word)) return true;
  if (notPlural[language].has(word)) return false;
  return language === "fr" ? /[sxz]$/.test(word) : /[^su'i]s$|ies$|[^s]ses$|wounded$/.test(word);
}

/** The slug of a unit the lexicon has by these words, null where it has none. */
export function slugOfWords(words: string, lexicon: Lexicon): string | null {
  const tokens = fold(words)
    .split(/[ -]+/)
    .map((word) => ({ word, start: 0, end: 0 }));
  const index = unitIndex(lexicon);
  return tokens.map((_, at) => namedAt(tokens, at, index)?.slug).find((slug) => slug !== undefined) ?? null;
}
