import { numberWords } from "../numbers/number-words";
import { speakerFrom } from "./read-speaker";
import { relaysAfter } from "./relays";
import { sharedRules } from "./rules-heading";
import { byAfter, nameAfter, namedAfter, type Rule, subjectBefore } from "./rules-shared";
import {
  clitics,
  frenchAuxiliaries,
  frenchPasserby,
  isAdvance,
  isEstimating,
  isFrenchFinite,
  isFrenchParticiple,
  isFrenchPassive,
  saysBetween,
} from "./saying-words";
import { type SentenceWords, wordAt } from "./sentence-words";
import { isTimeWord, listed } from "./speaker-words";
import { isBreak, isEnd, pastSetting, type Statement, statement } from "./statement";

/** Every way a French sentence says who says it, by the word it is known by. */
export const frenchRules: readonly Rule[] = [
  { name: "selon X, d'après X, à en croire X", read: according },
  { name: "Pour X, …", read: forWhom },
  { name: "de source X", read: fromSource },
  { name: "X a annoncé, … a déclaré X", read: compound },
  {
    name: "X affirme, … affirme X",
    read: (sentence, at) => (isPresent(sentence, at) ? said(sentence, at, at) : null),
  },
  { name: "… a-t-il dit", read: pronounAfter },
  { name: "revendiqué par X", read: passive },
  ...sharedRules,
];

function according(sentence: SentenceWords, at: number): Statement | null {
  const [word, next] = [wordAt(sentence, at), wordAt(sentence, at + 1)];
  const length =
    word === "selon" || word === "dixit"
      ? 1
      : word === "d'" && next === "apres"
        ? 2
        : word === "a" && next === "en" && wordAt(sentence, at + 2) === "croire"
          ? 3
          : 0;
  if (length === 0) return null;
  const pronoun = wordAt(sentence, at + length);
  if (sentence.lists.pronouns.has(pronoun))
    return statement({
      speaker: null,
      pronoun,
      reach: reachOf(sentence, at, at + length),
      from: at,
      to: at + length,
    });
  const named = namedAfter(sentence, at + length);
  if (!named) return null;
  const speaker = nameAfter(sentence, named.speaker);
  return statement({
    speaker,
    estimated: named.estimated,
    reach: reachOf(sentence, at, speaker.last),
    from: at,
    to: speaker.last,
  });
}

/** At the start of a clause what is said follows, at its end it stands before, between two commas it is on both sides. */
export function reachOf(sentence: SentenceWords, from: number, to: number): Statement["reach"] {
  const before = wordAt(sentence, from - 1);
  if (before === "" || /^[:;«“(–—]$|^(?:que|qu'|that|mais|but|et|and|alors|tandis|while)$/.test(before))
    return "after";
  if (/^,$/.test(before) && /^(?:que|qu'|that|mais|but|et|and|while)$/.test(wordAt(sentence, from - 2)))
    return "after";
  return isEnd(wordAt(sentence, to + 1)) && wordAt(sentence, to + 1) !== "," ? "before" : "around";
}

function forWhom(sentence: SentenceWords, at: number): Statement | null {
  if (at !== 0 || wordAt(sentence, 0) !== "pour") return null;
  const speaker = speakerFrom(sentence, 1);
  // "Pour l'Ukraine" is mostly about Ukraine; a role or a person thinks.
  const thinks =
    speaker &&
    (speaker.kind === "person" ||
      listed(new Set(["analyste", "expert", "think", "specialiste", "observateur"]), wordAt(sentence, 2)));
  if (!thinks || wordAt(sentence, speaker.last + 1) !== ",") return null;
  return statement({ speaker, reach: "after", from: 0, to: speaker.last });
}

function fromSource(sentence: SentenceWords, at: number): Statement | null {
  if (wordAt(sentence, at) !== "de" || !listed(new Set(["source"]), wordAt(sentence, at + 1))) return null;
  const speaker = speakerFrom(sentence, at + 1);
  if (!speaker || (at > 0 && !isBreak(wordAt(sentence, at - 1)))) return null;
  return statement({ speaker, reach: reachOf(sentence, at, speaker.last), from: at, to: speaker.last });
}

/** "a également annoncé", "avait, pour sa part, indiqué", "ont fait état de". */
function compound(sentence: SentenceWords, at: number): Statement | null {
  const word = wordAt(sentence, at);
  if (
    /^(?:fait|font|faisait|faisaient)$/.test(word) &&
    /^(?:etat|savoir|part)$/.test(wordAt(sentence, at + 1))
  )
    return frenchAuxiliaries.has(wordAt(sentence, at - 1)) ? null : said(sentence, at, at + 1);
  if (!frenchAuxiliaries.has(word)) return null;
  for (let next = at + 1; next < at + 9; next++) {
    const candidate = wordAt(sentence, next);
    if (isFrenchParticiple(candidate)) return participle(sentence, at, next);
    if (!(frenchPasserby.has(candidate) || isTimeWord(candidate) || candidate.endsWith("ment"))) return null;
  }
  return null;
}

function participle(sentence: SentenceWords, at: number, verb: number): Statement | null {
  if (wordAt(sentence, verb) !== "fait") return said(sentence, at, verb);
  return /^(?:etat|savoir|part)$/.test(wordAt(sentence, verb + 1)) ? said(sentence, at, verb + 1) : null;
}

/** "annonce" is a noun after an article, and a participle with an accent. */
function isPresent(sentence: SentenceWords, at: number): boolean {
  const { text, tokens } = sentence;
  if (!isFrenchFinite(wordAt(sentence, at)) || text[tokens[at]!.end - 1] === "é") return false;
  const before = wordAt(sentence, at - 1);
  if (/^not/.test(wordAt(sentence, at)) && !/^qu/.test(wordAt(sentence, at + 1))) return false;
  return !frenchAuxiliaries.has(before) && !/^(?:un|une|cette|son|sa|ce|cet|des|du)$/.test(before);
}

/** A verb of saying from its auxiliary to its last word: who says it stands after it, or before. */
function said(sentence: SentenceWords, first: number, last: number): Statement | null {
  if (isAdvance(wordAt(sentence, last)) && !/^(?:le|un|une|que|qu')$/.test(wordAt(sentence, last + 1)))
    return null;
  const estimated =
    isEstimating(wordAt(sentence, last)) || /^(?:estime|evalue)$/.test(wordAt(sentence, last));
  let start = first;
  while (clitics.has(wordAt(sentence, start - 1))) start--;
  if (isNegated(sentence, start, last)) return null;
  const word = wordAt(sentence, last);
  if (!saysBetween(word, wordAt(sentence, first - 1), wordAt(sentence, last + 1))) return null;
  const inverted = isBreak(wordAt(sentence, start - 1)) ? speakerAfter(sentence, last + 1) : null;
  if (inverted && isEnd(wordAt(sentence, afterSetting(sentence, inverted.last + 1))))
    return statement({ ...inverted, estimated, reach: "before", from: start, to: inverted.last });
  const ne = /^(?:ne|n')$/.test(wordAt(sentence, start - 1)) ? 1 : 0;
  const subject = subjectBefore(sentence, beforeSetting(sentence, start - 1 - ne));
  if (!subject)
    return inverted && statement({ ...inverted, estimated, reach: "before", from: start, to: inverted.last });
  const to = last;
  // "Kiev totalise trois millions d'habitants": a place has, a body counts.
  if (word.startsWith("totalis") && !/^(?:person|body)$/.test(subject.speaker?.kind ?? "")) return null;
  const relays = relaysAfter(sentence, to + 1, false);
  const next = wordAt(sentence, pastSetting(sentence, to + 1));
  const noun = !/^(?:que|qu'|:|«|“|avoir|etre|«)$|(?:er|ir|oir|re)$/.test(next);
  return statement({ ...subject, estimated, relays, reach: "after", to, noun });
}

const { units, tens } = numberWords.fr;
const isNumberWord = (word: string) => units.has(word) || tens.has(word) || /^(?:cent|mille)$/.test(word);

/** "n'a pas annoncé" says nothing, "n'en a compté que 95" does. */
function isNegated(sentence: SentenceWords, first: number, last: number): boolean {
  const [word, next] = [wordAt(sentence, last + 1), wordAt(sentence, last + 2)];
  const only = /^(?:que|qu')$/.test(word) && (/^\d|^environ$/.test(next) || isNumberWord(next));
  return (
    ([1, 2].some((back) => /^(?:ne|n')$/.test(wordAt(sentence, first - back))) && !only) ||
    (/^(?:ne|n')$/.test(wordAt(sentence, first)) && !only)
  );
}

/** "Moscou, lundi, a annoncé": back over what only dates the verb. */
function beforeSetting(sentence: SentenceWords, at: number): number {
  let back = at;
  const passes = (word: string) =>
    isTimeWord(word) || (word.endsWith("ement") && !listed(sentence.lists.bodies, word));
  while (back > 0 && passes(wordAt(sentence, back))) back--;
  const dated = back < at && wordAt(sentence, at) === "," && wordAt(sentence, back) === ",";
  return dated ? back - 1 : back;
}

const afterSetting = (sentence: SentenceWords, at: number): number => {
  const past = pastSetting(sentence, at);
  return /^(?:sur|dans|a|au|lors|qui|dont)$/.test(wordAt(sentence, past)) ? sentence.tokens.length : past;
};

/** Who an inverted verb names, past when and to whom it was said: "a indiqué mardi à l'AFP le gouverneur". */
function speakerAfter(sentence: SentenceWords, from: number) {
  let at = pastSetting(sentence, from);
  const told = relaysAfter(sentence, at, false);
  const [first] = told;
  if (first && first.first <= at + 1) at = pastSetting(sentence, first.last + 1);
  const found = speakerFrom(sentence, at);
  if (!found) return null;
  const speaker = nameAfter(sentence, found);
  const later = relaysAfter(sentence, found.last + 1, false);
  return { speaker, last: speaker.last, relays: first && first.last < at ? told.slice(0, 1) : later };
}

function pronounAfter(sentence: SentenceWords, at: number): Statement | null {
  const match = /^(.+?)-(?:t-)?(ils?|elles?)$/.exec(wordAt(sentence, at));
  if (!match) return null;
  const [, verb = "", pronoun = ""] = match;
  const isSaying =
    isFrenchFinite(verb) ||
    (frenchAuxiliaries.has(verb) &&
      [1, 2, 3].some((next) => isFrenchParticiple(wordAt(sentence, at + next))));
  return isSaying ? statement({ speaker: null, pronoun, reach: "before", from: at, to: at }) : null;
}

function passive(sentence: SentenceWords, at: number): Statement | null {
  if (!isFrenchPassive(wordAt(sentence, at))) return null;
  const by = byAfter(sentence, at);
  const speaker = by ? speakerFrom(sentence, by + 1) : null;
  if (!speaker || frenchAuxiliaries.has(wordAt(sentence, at - 1))) return null;
  const span = { from: at, to: speaker.last };
  if (leadsOn(sentence, at, speaker.last)) return statement({ speaker, reach: "after", ...span });
  return statement({ speaker, reach: "around", passive: true, ...span });
}

/** "accusé par Moscou d'avoir", "évaluées par Londres à 1 100": what they say follows. */
function leadsOn(sentence: SentenceWords, at: number, last: number): boolean {
  const [verb, next, then] = [at, last + 1, last + 2].map((index) => wordAt(sentence, index));
  if (verb!.startsWith("accus")) return /^(?:d'|de)$/.test(next!);
  return next === "a" && (/^\d/.test(then!) || /^(?:plus|moins|environ|pres|quelque)$/.test(then!));
}
