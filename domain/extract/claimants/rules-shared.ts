import { type Speaker, speakerFrom, speakerUpTo } from "./read-speaker";
import { type SentenceWords, wordAt } from "./sentence-words";
import { listed } from "./speaker-words";
import { isBreak, type Statement } from "./statement";

/** A rule reads the statement whose telling word is at `at`, if there is one. */
export type Rule = { readonly name: string; read(sentence: SentenceWords, at: number): Statement | null };

type Subject = {
  readonly speaker: Speaker | null;
  readonly pronoun: string | null;
  readonly from: number;
  readonly relative: boolean;
  /** Of "X, who says it holds": what is said ends with the clause. */
  readonly bounded?: boolean;
};

/** Who a preposition such as "selon" names, seeing through what they published: "selon un bilan de la police". */
export function namedAfter(
  sentence: SentenceWords,
  at: number,
): { readonly speaker: Speaker; readonly estimated: boolean } | null {
  const { lists } = sentence;
  let paper = at;
  while (paper < at + 4 && !listed(lists.papers, wordAt(sentence, paper))) paper++;
  if (paper === at + 4 || /^[,.;]$/.test(wordAt(sentence, at + 1))) return plainlyNamed(sentence, at);
  const whole = plainlyNamed(sentence, at);
  if (whole && whole.speaker.first <= paper && whole.speaker.last < paper) return whole;
  const estimated = listed(lists.estimates, wordAt(sentence, paper));
  for (let next = paper + 1; next < paper + 7; next++) {
    const word = wordAt(sentence, next);
    if (/^[,.;:()«»“”]?$/.test(word)) return null;
    if (!/^(?:de|du|des|d'|par|of|by|from)$/.test(word)) continue;
    const speaker = speakerFrom(sentence, next + 1);
    if (speaker) return { speaker, estimated };
  }
  return null;
}

function plainlyNamed(sentence: SentenceWords, at: number) {
  const speaker = speakerFrom(sentence, at);
  if (!speaker) return null;
  const of = wordAt(sentence, speaker.last + 1) === "'s";
  return { speaker, estimated: of && listed(sentence.lists.estimates, wordAt(sentence, speaker.last + 2)) };
}

/** Who the subject of a verb is, read leftwards from the word before it. */
export function subjectBefore(sentence: SentenceWords, at: number): Subject | null {
  const word = wordAt(sentence, at);
  const relative = (first: number) => /^(?:que|qu')$/.test(wordAt(sentence, first - 1));
  if (sentence.lists.pronouns.has(word))
    return { speaker: null, pronoun: word, from: at, relative: relative(at) };
  if (/^(?:qui|who|which)$/.test(word)) {
    const owner = speakerUpTo(sentence, wordAt(sentence, at - 1) === "," ? at - 2 : at - 1);
    return owner && { speaker: owner, pronoun: null, from: at, relative: false, bounded: true };
  }
  if (word === ",") return overParenthesis(sentence, at);
  const speaker = speakerUpTo(sentence, at);
  return speaker && { speaker, pronoun: null, from: speaker.first, relative: relative(speaker.first) };
}

const aside =
  /^(?:qui|who|which|dont|dans|in|lors|during|cite|interroge|citing|citant|pour|de|lui|elle|a|joint|speaking|quoted|qu')$/;

/** "Le gouverneur, Alexeï Smirnov, a dit", "Alexeï Smirnov, gouverneur de la région, a dit". */
function overParenthesis(sentence: SentenceWords, close: number): Subject | null {
  const { lists } = sentence;
  for (let open = close - 1; open > Math.max(0, close - 30); open--) {
    if (wordAt(sentence, open) !== ",") continue;
    const owner = speakerUpTo(sentence, open - 1);
    if (!owner) continue;
    const inside = speakerFrom(sentence, open + 1);
    const isName =
      inside?.last === close - 1 && /^(?:named|known)$/.test(inside.kind) && owner.kind === "person";
    const first = wordAt(sentence, open + 1);
    const explains =
      aside.test(first) ||
      lists.articles.has(first) ||
      listed(lists.people, first) ||
      lists.before.has(first);
    if (isName) return { speaker: inside, pronoun: null, from: owner.first, relative: false };
    if (explains) return { speaker: owner, pronoun: null, from: owner.first, relative: false };
  }
  return null;
}

/** "son maire, Petro Lysenko." after an inverted verb: the name is the claimant. */
export function nameAfter(sentence: SentenceWords, speaker: Speaker): Speaker {
  if (speaker.kind !== "person" || wordAt(sentence, speaker.last + 1) !== ",") return speaker;
  const name = speakerFrom(sentence, speaker.last + 2);
  const alone =
    name && (isBreak(wordAt(sentence, name.last + 1)) || /^\.?$/.test(wordAt(sentence, name.last + 1)));
  const isName = name && alone && name.last > name.first && /^(?:named|known)$/.test(name.kind);
  return isName ? name : speaker;
}

/** Where "par" or "by" stands within a few words after a participle, no mark between; null where it does not. */
export function byAfter(sentence: SentenceWords, at: number): number | null {
  for (let next = at + 1; next <= at + 5; next++) {
    const word = wordAt(sentence, next);
    if (word === "par" || word === "by") return next;
    if (!/^[\p{L}\d]/u.test(word)) return null;
  }
  return null;
}
