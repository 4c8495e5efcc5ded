import { type Speaker, speakerFrom } from "./read-speaker";
import type { Rule } from "./rules-shared";
import { type SentenceWords, wordAt } from "./sentence-words";
import { type Statement, statement } from "./statement";

/** Ways to name who speaks that both languages share. */
export const sharedRules: readonly Rule[] = [
  { name: "X: …", read: heading },
  { name: "ce que X conteste : …", read: contested },
];

/** "General Staff: 150 clashes": a speaker, a colon, and what they say. */
function heading(sentence: SentenceWords, at: number): Statement | null {
  if (at !== 0) return null;
  const speaker = speakerFrom(sentence, 0);
  if (!speaker || wordAt(sentence, speaker.last + 1) !== ":" || !speaksInHeadings(sentence, speaker))
    return null;
  return statement({ speaker, reach: "after", from: 0, to: speaker.last + 1 });
}

/** "Russie : 12 morts" and "Banque : 300 emplois" say what it is about, not who says it. */
function speaksInHeadings({ agents }: SentenceWords, { kind, agent, words, first, last }: Speaker): boolean {
  if (kind === "person") return true;
  if (kind === "body") return last > first || /^.tat-major$/i.test(words);
  const known = agents.find(({ slug }) => slug === agent);
  return known !== undefined && known.side !== known.slug;
}

/** "…, ce que Kiev conteste : « pas plus de trois »", "un chiffre que le Kremlin ramène à six": theirs is what follows. */
function contested(sentence: SentenceWords, at: number): Statement | null {
  const speaker = speakerFrom(sentence, opening(sentence, at));
  if (opening(sentence, at) === at || !speaker) return null;
  const next = wordAt(sentence, speaker.last + 2);
  if (next !== ":" && !/^(?:a|at|to)$/.test(next)) return null;
  return statement({ speaker, reach: "after", from: at, to: speaker.last + 2, bounded: next !== ":" });
}

/** The word after "ce que", "un chiffre que", "which", "a figure that"; the same word where there is none of these. */
function opening(sentence: SentenceWords, at: number): number {
  const [first, second, third] = [0, 1, 2].map((next) => wordAt(sentence, at + next));
  const parted = at === 0 || /^[,;(–—]$/.test(wordAt(sentence, at - 1));
  if (!parted) return at;
  if (first === "ce" && /^(?:que|qu')$/.test(second!)) return at + 2;
  if (/^(?:un|une)$/.test(first!) && /^(?:que|qu')$/.test(third!)) return at + 3;
  if (/^(?:a|the)$/.test(first!) && /^(?:figure|number|toll|total)$/.test(second!))
    return /^(?:that|which)$/.test(third!) ? at + 3 : at + 2;
  return /^(?:which|what)$/.test(first!) ? at + 1 : at;
}
