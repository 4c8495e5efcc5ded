import type { Speaker } from "./read-speaker";
import { type SentenceWords, wordAt } from "./sentence-words";
import { isTimeWord } from "./speaker-words";

/** Words that say who says something, and where in the sentence what they say stands. */
export type Statement = {
  /** Null where it is a pronoun. */
  readonly speaker: Speaker | null;
  readonly pronoun: string | null;
  readonly estimated: boolean;
  /** Who passes it on, nearest first. */
  readonly relays: readonly Speaker[];
  /** What is said comes after it, before it, or around it ("have lost, according to Kyiv, 500 men"). */
  readonly reach: "after" | "before" | "around";
  /** First and last word of the statement. */
  readonly from: number;
  readonly to: number;
  /** What is said is a plain noun ("a annoncé la mort de"), not a clause ("a annoncé que"). */
  readonly noun: boolean;
  /** A participle and "par": holds for what is beside it only. */
  readonly passive: boolean;
  /** Of `que l'Ukraine dit contrôler`: what is said stands just before. */
  readonly relative: boolean;
  /** Of "X, qui dit tenir N, …": what is said ends at the next comma. */
  readonly bounded: boolean;
};

export const statement = (
  given: Pick<Statement, "speaker" | "reach" | "from" | "to"> & Partial<Statement>,
): Statement => ({
  pronoun: null,
  estimated: false,
  relays: [],
  noun: false,
  passive: false,
  relative: false,
  bounded: false,
  ...given,
});

const quotes = new Set(["»", "”", '"', "’"]);

/** Whether what stands there parts a statement from the words it reports. */
export const isBreak = (word: string): boolean => word === "," || word === ";" || quotes.has(word);
export const isEnd = (word: string): boolean => word === "" || /^[.,;!?»”"…)–—]$/.test(word);

/** The next word that does more than date or place the statement: past "mardi", "on 13 February", "in a statement". */
export function pastSetting(sentence: SentenceWords, from: number): number {
  let at = from;
  for (let step = 0; step < 8; step++) {
    const word = wordAt(sentence, at);
    const next = wordAt(sentence, at + 1);
    if (isTimeWord(word) || /ly$|ment$|^(?:reporters|journalists|lawmakers)$/.test(word)) at += 1;
    else if (/^\d/.test(word) && isTimeWord(next)) at += 2;
    else if (/^(?:on|le|ce)$/.test(word) && isTimeWord(next)) at += 2;
    else if (/^(?:on|le)$/.test(word) && /^\d/.test(next) && isTimeWord(wordAt(sentence, at + 2))) at += 3;
    else if (isVenue(sentence, at)) at += 3;
    else return at;
  }
  return at;
}

/** "dans un communiqué", "in a statement", "à la presse". */
function isVenue(sentence: SentenceWords, at: number): boolean {
  const three = [0, 1, 2].map((next) => wordAt(sentence, at + next)).join(" ");
  return /^(?:dans (?:un|son|une) (?:communique|message|entretien|interview|bulletin|bilan|note)|(?:in|during) (?:a|an|its|his|her) (?:statement|interview|message|bulletin|post|report|update|briefing)|a la presse|a la television|lors d' une)$/.test(
    three,
  );
}
