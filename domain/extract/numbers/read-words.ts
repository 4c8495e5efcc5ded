import type { ReadingLanguage } from "../proposal";
import { numberWords } from "./number-words";

/** A whole number read from words, and how many of them it took. */
export type WordsReading = { readonly value: bigint; readonly used: number };

type Small = { readonly value: number; readonly used: number };

/**
 * The longest number the words begin with, null where they begin with none. The words are folded, hyphens taken apart
 * ("quatre", "vingt", "dix"). Strict: "vingt un" is 20 and leaves "un", since no one writes 21 so.
 */
export function readWords(
  words: readonly string[],
  language: ReadingLanguage,
  from = 0,
): WordsReading | null {
  const { scales } = numberWords[language];
  let total = 0n;
  let at = from;
  let ceiling = Number.POSITIVE_INFINITY;
  for (;;) {
    const start = joined(words, at, from, language);
    const group = belowThousand(words, start, language);
    const named = scales.get(words[start + (group?.used ?? 0)] ?? "");
    const bare = group === null && language === "fr" && named === 3; // "mille", never "un mille"
    if (group === null && !bare) break;
    const scale = named !== undefined && named < ceiling ? named : 0;
    if (scale === 0 && (ceiling === 0 || bare)) break;
    total += BigInt(group?.value ?? 1) * 10n ** BigInt(scale);
    at = start + (group?.used ?? 0) + (scale > 0 ? 1 : 0);
    if (scale === 0) break;
    const further = scales.get(words[at] ?? ""); // "cinquante trois mille millions"
    if (scale === 3 && further !== undefined && further > 3 && further < ceiling) {
      total *= 10n ** BigInt(further);
      at += 1;
      ceiling = further;
    } else ceiling = scale;
  }
  return at === from ? null : { value: total, used: at - from };
}

/** Steps over the "et" or "and" that may stand after a hundred, a thousand or a million. */
function joined(words: readonly string[], at: number, from: number, language: ReadingLanguage): number {
  const link = language === "fr" ? "et" : "and";
  if (at === from || words[at] !== link) return at;
  const after = belowThousand(words, at + 1, language);
  if (after === null) return at;
  // "mille et un" is a number; "mille et deux" more likely two
  return language === "en" || (after.value === 1 && after.used === 1) ? at + 1 : at;
}

function belowThousand(words: readonly string[], at: number, language: ReadingLanguage): Small | null {
  return language === "fr" ? frenchBelowThousand(words, at) : englishBelowThousand(words, at);
}

function frenchBelowThousand(words: readonly string[], at: number): Small | null {
  const { hundreds } = numberWords.fr;
  const head = frenchBelowHundred(words, at);
  const bare = hundreds.has(words[at] ?? "");
  const used = bare ? 1 : (head?.used ?? 0) + 1;
  if (!bare && !hundreds.has(words[at + used - 1] ?? "")) return head;
  const count = bare ? 1 : (head?.value ?? 0);
  if (!bare && (count < 2 || count > 19 || count === 10)) return head; // no one writes "un cent" or "soixante cents"
  const rest = frenchBelowHundred(words, at + used);
  return { value: count * 100 + (rest?.value ?? 0), used: used + (rest?.used ?? 0) };
}

function frenchBelowHundred(words: readonly string[], at: number): Small | null {
  const { units, tens } = numberWords.fr;
  const word = words[at] ?? "";
  if (word === "quatre" && /^vingts?$/.test(words[at + 1] ?? "")) return frenchTens(words, at + 2, 80, 2);
  const ten = tens.get(word);
  if (ten !== undefined) return frenchTens(words, at + 1, ten, 1);
  const unit = units.get(word);
  if (unit === undefined) return null;
  const next = unit === 10 ? units.get(words[at + 1] ?? "") : undefined;
  return next !== undefined && next >= 7 && next <= 9
    ? { value: 10 + next, used: 2 }
    : { value: unit, used: 1 };
}

/** What may follow a ten: a unit, and ten to nineteen after sixty and eighty; "et" before one and eleven. */
function frenchTens(words: readonly string[], at: number, ten: number, used: number): Small {
  const linked = words[at] === "et";
  const first = at + (linked ? 1 : 0);
  const unit = numberWords.fr.units.get(words[first] ?? "");
  const tail =
    unit === 10 ? frenchBelowHundred(words, first) : unit === undefined ? null : { value: unit, used: 1 };
  const most = ten === 60 || ten === 80 ? 19 : 9;
  if (tail === null || tail.value < 1 || tail.value > most) return { value: ten, used };
  const mustLink = ten !== 80 && tail.value === 1;
  const mayLink = mustLink || tail.value === 11 || (ten === 80 && tail.value <= 9);
  const fits = linked ? mayLink : !mustLink;
  return fits ? { value: ten + tail.value, used: used + (linked ? 1 : 0) + tail.used } : { value: ten, used };
}

function englishBelowThousand(words: readonly string[], at: number): Small | null {
  const { hundreds, scales } = numberWords.en;
  const article = words[at] === "a" || words[at] === "an";
  const follows = words[at + 1] ?? "";
  if (article && hundreds.has(follows)) return englishHundreds(words, at + 2, 1, 2);
  if (article) return scales.has(follows) ? { value: 1, used: 1 } : null;
  const head = englishBelowHundred(words, at);
  if (head === null || head.value === 0 || !hundreds.has(words[at + head.used] ?? "")) return head;
  return englishHundreds(words, at + head.used + 1, head.value, head.used + 1);
}

function englishHundreds(words: readonly string[], at: number, count: number, used: number): Small {
  const linked = words[at] === "and" ? 1 : 0;
  const rest = englishBelowHundred(words, at + linked);
  if (rest === null || rest.value === 0) return { value: count * 100, used };
  return { value: count * 100 + rest.value, used: used + linked + rest.used };
}

function englishBelowHundred(words: readonly string[], at: number): Small | null {
  const { units, tens } = numberWords.en;
  const ten = tens.get(words[at] ?? "");
  const unit = units.get(words[at + (ten === undefined ? 0 : 1)] ?? "");
  if (ten === undefined) return unit === undefined ? null : { value: unit, used: 1 };
  return unit !== undefined && unit >= 1 && unit <= 9
    ? { value: ten + unit, used: 2 }
    : { value: ten, used: 1 };
}
