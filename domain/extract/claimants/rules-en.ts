import { type Speaker, speakerFrom } from "./read-speaker";
import { relaysAfter } from "./relays";
import { reachOf } from "./rules-fr";
import { sharedRules } from "./rules-heading";
import { byAfter, nameAfter, namedAfter, type Rule, subjectBefore } from "./rules-shared";
import {
  englishAdverbs,
  englishAuxiliaries,
  englishPassive,
  englishPlain,
  englishSaying,
  isEstimating,
  saysBefore,
} from "./saying-words";
import { type SentenceWords, wordAt } from "./sentence-words";
import { isTimeWord, listed } from "./speaker-words";
import { isBreak, isEnd, pastSetting, type Statement, statement } from "./statement";

/** Every way an English sentence says who says it, by the word it is known by. */
export const englishRules: readonly Rule[] = [
  { name: "according to X, per X, by X's estimate", read: according },
  { name: "X said, … X said, … said X", read: said },
  { name: "claimed by X", read: passive },
  { name: "X's claim that", read: claimOf },
  { name: "a claim by X that", read: claimBy },
  { name: "accused by X of", read: accusedBy },
  ...sharedRules,
];

function according(sentence: SentenceWords, at: number): Statement | null {
  const [word, next] = [wordAt(sentence, at), wordAt(sentence, at + 1)];
  const length = word === "according" && next === "to" ? 2 : word === "per" || word === "by" ? 1 : 0;
  if (length === 0) return null;
  const pronoun = wordAt(sentence, at + length);
  if (length === 2 && sentence.lists.pronouns.has(pronoun))
    return statement({ speaker: null, pronoun, reach: reachOf(sentence, at, at + 2), from: at, to: at + 2 });
  const named = namedAfter(sentence, at + length);
  if (!named) return null;
  // "by" names a claimant only where what they published follows: "by the institute's count".
  if (
    word === "by" &&
    !(
      wordAt(sentence, named.speaker.last + 1) === "'s" &&
      listed(sentence.lists.papers, wordAt(sentence, named.speaker.last + 2))
    )
  )
    return null;
  const speaker = nameAfter(sentence, named.speaker);
  return statement({
    speaker,
    estimated: named.estimated,
    reach: reachOf(sentence, at, speaker.last),
    from: at,
    to: speaker.last,
  });
}

/** "The General Staff on Friday reported": back over the day. */
const beforeDay = (sentence: SentenceWords, at: number): number => {
  if (!isTimeWord(wordAt(sentence, at)) || at < 2) return at;
  return wordAt(sentence, at - 1) === "on" ? at - 2 : at - 1;
};

const nouns =
  /^(?:claims?|reports?|estimates?|puts?|states|notes|records?|projects|expects?|announces?|posted|plans?|promises?|lists|documents|recalls?)$/;

function said(sentence: SentenceWords, at: number): Statement | null {
  const word = wordAt(sentence, at);
  if (!(englishSaying.has(word) || englishPlain.has(word)) || wordAt(sentence, at + 1) === "by") return null;
  if (!saysBefore(word, wordAt(sentence, at + 1))) return null;
  let start = at;
  while (
    englishAdverbs.has(wordAt(sentence, start - 1)) ||
    englishAuxiliaries.has(wordAt(sentence, start - 1))
  )
    start--;
  const subject = subjectBefore(sentence, beforeDay(sentence, start - 1));
  if (subject && isVerbOf(sentence, at, subject.speaker)) return active(sentence, at, subject);
  return inverted(sentence, at);
}

/** "Russian claims", "US reports": a noun, unless somebody we are sure of stands before it or a clause follows. */
function isVerbOf(sentence: SentenceWords, at: number, speaker: Speaker | null): boolean {
  if (!nouns.test(wordAt(sentence, at)) || speaker?.kind !== "named") return true;
  return /^(?:that|it|its|to|the|he|she|they)$/.test(wordAt(sentence, at + 1));
}

function active(sentence: SentenceWords, at: number, subject: NonNullable<ReturnType<typeof subjectBefore>>) {
  const estimated = isEstimating(wordAt(sentence, at));
  const relays = relaysAfter(sentence, at + 1, wordAt(sentence, at) === "told");
  const next = pastSetting(sentence, relays.length > 0 ? relays.at(-1)!.last + 1 : at + 1);
  const heard = wordAt(sentence, at) === "told" ? speakerFrom(sentence, next) : null;
  const ends = isEnd(wordAt(sentence, heard ? heard.last + 1 : next));
  const reach = ends && subject.from > 0 && wordAt(sentence, next) !== ":" ? "before" : "after";
  const noun =
    !/^(?:that|it|its|they|he|she|:|“|")$/.test(wordAt(sentence, next)) &&
    !/^said$|^says?$|^told$/.test(wordAt(sentence, at));
  return statement({ ...subject, estimated, relays, reach, to: at, noun });
}

/** "…," said Marta Kowal. */
function inverted(sentence: SentenceWords, at: number): Statement | null {
  if (!isBreak(wordAt(sentence, at - 1)) || nouns.test(wordAt(sentence, at))) return null;
  const found = speakerFrom(sentence, at + 1);
  if (!found) return null;
  const speaker = nameAfter(sentence, found);
  const relays = relaysAfter(sentence, speaker.last + 1, false);
  return statement({ speaker, relays, reach: "before", from: at, to: speaker.last });
}

function passive(sentence: SentenceWords, at: number): Statement | null {
  if (!englishPassive.has(wordAt(sentence, at)) || /^(?:cited|quoted)$/.test(wordAt(sentence, at)))
    return null;
  const by = byAfter(sentence, at);
  const speaker = by ? speakerFrom(sentence, by + 1) : null;
  if (!speaker) return null;
  const span = { from: at, to: speaker.last };
  // "estimated by London at 1,100": what they say follows.
  if (wordAt(sentence, speaker.last + 1) === "at")
    return statement({ speaker, estimated: isEstimating(wordAt(sentence, at)), reach: "after", ...span });
  return statement({ speaker, reach: "around", passive: true, ...span });
}

/** "denied a claim by Kyiv that": Kyiv's, whoever denies it. */
function claimBy(sentence: SentenceWords, at: number): Statement | null {
  if (!/^(?:claims?|allegations?|assertions?)$/.test(wordAt(sentence, at))) return null;
  if (!/^(?:by|from)$/.test(wordAt(sentence, at + 1))) return null;
  const speaker = speakerFrom(sentence, at + 2);
  if (!speaker || !/^(?:that|of)$/.test(wordAt(sentence, speaker.last + 1))) return null;
  return statement({ speaker, reach: "after", from: at, to: speaker.last });
}

function accusedBy(sentence: SentenceWords, at: number): Statement | null {
  if (wordAt(sentence, at) !== "accused" || wordAt(sentence, at + 1) !== "by") return null;
  const speaker = speakerFrom(sentence, at + 2);
  if (!speaker || wordAt(sentence, speaker.last + 1) !== "of") return null;
  return statement({ speaker, reach: "after", from: at, to: speaker.last });
}

function claimOf(sentence: SentenceWords, at: number): Statement | null {
  if (
    wordAt(sentence, at) !== "'s" ||
    !/^(?:claims?|estimates?|assertion|statement|announcement|figure|count|tally)$/.test(
      wordAt(sentence, at + 1),
    )
  )
    return null;
  if (!/^(?:that|of)$/.test(wordAt(sentence, at + 2))) return null;
  const subject = subjectBefore(sentence, at - 1);
  const estimated = /^estimate/.test(wordAt(sentence, at + 1));
  return subject?.speaker ? statement({ ...subject, estimated, reach: "after", to: at + 1 }) : null;
}
