import { tokensOf } from "../lexicon-match";
import { knownFrom, type Speaker, speakerFrom } from "./read-speaker";
import { cited as citedWords, isOutletWord, platforms } from "./saying-words";
import { type SentenceWords, wordAt } from "./sentence-words";

/** How far after a statement its outlet may be named, in words. */
const reach = 10;

/** Whether a claimant passes news on: an agent of no side, or words that name a paper, a wire or a channel. */
export function isOutlet({ agents }: SentenceWords, { agent, words, kind }: Speaker): boolean {
  if (kind === "person") return false;
  const known = agents.find(({ slug }) => slug === agent);
  if (known)
    return (
      known.side === null &&
      (/^\p{Lu}{2,5}$/u.test(words) || hasOutletWord(known.names.join(" ")) || hasOutletWord(words))
    );
  return /^\p{Lu}{2,5}$/u.test(words) || hasOutletWord(words);
}

const hasOutletWord = (words: string) => tokensOf(words).some(({ word }) => isOutletWord(word));

/** The outlets and platforms something was said to or on, between two words: "à l'AFP", "told the …", "sur Telegram". */
export function relaysAfter(sentence: SentenceWords, from: number, told: boolean): Speaker[] {
  const found: Speaker[] = [];
  for (let at = from; at < from + reach; at++) {
    const word = wordAt(sentence, at);
    if (word === "" || /^[.;:«“»”,]$/.test(word) || /^(?:que|qu'|that)$/.test(word)) break;
    const relay = relayAt(sentence, at, told && at === from);
    if (!relay) continue;
    found.push(relay);
    at = relay.last;
  }
  return found;
}

function relayAt(sentence: SentenceWords, at: number, told: boolean): Speaker | null {
  const word = wordAt(sentence, at);
  const to = sentence.language === "fr" ? /^(?:a|au|aux|aupres)$/.test(word) : word === "to";
  if (told || to) {
    const first = told ? at : at + (word === "aupres" ? 2 : 1);
    const speaker = knownFrom(sentence, first) ?? speakerFrom(sentence, first);
    return speaker && isOutlet(sentence, speaker) ? speaker : null;
  }
  if (word !== "sur" && word !== "on") return null;
  if (!platforms.has(wordAt(sentence, at + 1))) return null;
  return speakerFrom(sentence, at + 1);
}

/** "des responsables cités par le …": who passes on the claimant named just before. */
export function relayCiting(sentence: SentenceWords, at: number): Speaker | null {
  const first = wordAt(sentence, at) === "," ? at + 1 : at;
  if (!citedWords[sentence.language].has(wordAt(sentence, first))) return null;
  const by = [1, 2, 3].find((next) => /^(?:par|by)$/.test(wordAt(sentence, first + next)));
  return by === undefined ? null : speakerFrom(sentence, first + by + 1);
}
