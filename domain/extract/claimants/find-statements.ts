import { numberWords } from "../numbers/number-words";
import type { ReadingContext, Span } from "../proposal";
import { speakerFrom } from "./read-speaker";
import { isOutlet, relayCiting } from "./relays";
import { englishRules } from "./rules-en";
import { frenchRules } from "./rules-fr";
import type { Rule } from "./rules-shared";
import { cited, citing, englishGerund, isFrenchGerund } from "./saying-words";
import { type SentenceWords, sentenceWords, wordAt } from "./sentence-words";
import { isBreak, type Statement, statement } from "./statement";

type Statements = { readonly sentence: SentenceWords; readonly found: readonly Statement[] };

/** One sentence holds many numbers, each asked about in turn: the last sentences read are kept with their context. */
const kept = new WeakMap<ReadingContext, Map<string, { readonly text: string; readonly read: Statements }>>();
const capacity = 32;

/** Everything a sentence says about who says what, in reading order. Time linear in the sentence. */
export function findStatements(text: string, span: Span, context: ReadingContext): Statements {
  const mine = kept.get(context) ?? new Map();
  kept.set(context, mine);
  const key = `${span.start}-${span.end}`;
  const known = mine.get(key);
  if (known && known.text === text) return known.read;
  const sentence = sentenceWords(text, span, context);
  const read = { sentence, found: linkCited(sentence, readAll(sentence)) };
  if (mine.size >= capacity) mine.clear();
  mine.set(key, { text, read });
  return read;
}

function readAll(sentence: SentenceWords): Statement[] {
  const rules = sentence.language === "fr" ? frenchRules : englishRules;
  const found: Statement[] = [];
  for (let at = 0; at < sentence.tokens.length; at++) {
    const last = found.at(-1);
    const read = gerund(sentence, at, last) ?? firstOf(rules, sentence, at);
    if (read && !(last && read.from <= last.to && read.from >= last.from)) found.push(read);
  }
  return found;
}

function firstOf(rules: readonly Rule[], sentence: SentenceWords, at: number): Statement | null {
  for (const rule of rules) {
    const read = rule.read(sentence, at);
    if (read) return read;
  }
  return null;
}

/** ", soulignant que", ", adding that": whoever spoke last goes on. */
function gerund(sentence: SentenceWords, at: number, last: Statement | undefined): Statement | null {
  if (!last || last.passive) return null;
  const word = wordAt(sentence, at);
  const isGerund = sentence.language === "fr" ? isFrenchGerund(word) : englishGerund.has(word);
  const before = wordAt(sentence, at - 1);
  if (!isGerund || !(isBreak(before) || before === "en" || before === sentence.lists.and)) return null;
  return statement({ ...last, relative: false, noun: false, reach: "after", from: at, to: at });
}

/** "le X, citant Y" and "Y cités par le X": Y claims, X relays. */
function linkCited(sentence: SentenceWords, found: readonly Statement[]): Statement[] {
  const linked = found.map((one) => withRelayCiting(sentence, one));
  for (let at = 0; at < sentence.tokens.length; at++) {
    if (!citing[sentence.language].has(wordAt(sentence, at)) || isCount(sentence, at + 1)) continue;
    const claimant = speakerFrom(sentence, at + 1);
    const index = claimant ? ownerOf(linked, at) : -1;
    const owner = linked[index];
    if (owner?.speaker) linked[index] = { ...owner, speaker: claimant, relays: [owner.speaker] };
  }
  return withInterviewer(sentence, linked);
}

/** "citing three tanks", "cite aussi 14 chars": a count is cited, not somebody. */
function isCount(sentence: SentenceWords, at: number): boolean {
  const { units, tens } = numberWords[sentence.language];
  return [at, at + 1].some((place) => {
    const word = wordAt(sentence, place);
    return /^\d/.test(word) || units.has(word) || tens.has(word);
  });
}

/** The statement "citing" belongs to: the last that names its speaker before it. */
const ownerOf = (found: readonly Statement[], at: number) =>
  found.findLastIndex(({ speaker }) => speaker !== null && speaker.last < at);

function withRelayCiting(sentence: SentenceWords, one: Statement): Statement {
  if (!one.speaker || one.relays.length > 0) return one;
  const relay = relayCiting(sentence, one.speaker.last + 1);
  return relay ? { ...one, relays: [relay], to: Math.max(one.to, relay.last) } : one;
}

/** "Interrogé par l'AFP, le maire a dit …" */
function withInterviewer(sentence: SentenceWords, found: Statement[]): Statement[] {
  const [first, ...rest] = found;
  if (!first || !cited[sentence.language].has(wordAt(sentence, 0))) return found;
  const outlet = relayCiting(sentence, 0);
  const holds = outlet && isOutlet(sentence, outlet) && first.relays.length === 0 && first.from > outlet.last;
  return holds ? [{ ...first, relays: [outlet] }, ...rest] : found;
}
