import { speakerFrom } from "./read-speaker";
import { isOutlet } from "./relays";
import { isFrenchFinite, newClause, setting } from "./saying-words";
import { type SentenceWords, wordAt } from "./sentence-words";
import { listed } from "./speaker-words";
import { type Statement, statement } from "./statement";

/** Who a number is laid to: the claimant's statement, one that passes it on, and how firmly the two hold. */
export type Choice = {
  readonly claim: Statement;
  readonly relay: Statement | null;
  readonly sure: number;
  readonly why: string;
};

/** How far a participle ("revendiqués par Kiev") or a relative ("que Kiev dit tenir") holds, in words. */
const near = 8;

/** The statement that holds the number at a word; null where none does, or where two claim it alike. */
export function chooseStatement(
  sentence: SentenceWords,
  found: readonly Statement[],
  number: number,
): Choice | null {
  const clause = clauseAround(sentence, number);
  const here = found.filter(({ from }) => from >= clause.first && from <= clause.last);
  const opening = here.findLast(
    (one) => one.reach === "after" && one.to < number && holdsOver(sentence, one, number),
  );
  const closing = here.find((one) => one.reach !== "after" && !one.passive && one.from > number);
  const beside = here.find((one) => isBeside(sentence, one, number));
  if (beside) return { claim: beside, relay: null, sure: 0.75, why: "named beside the number" };
  if (opening && (isAnothers(sentence, number) || passesOn(sentence, found, opening, number))) return null;
  const named = opening && speakerBeside(sentence, opening, number);
  if (named) return { claim: named, relay: null, sure: 0.65, why: "named just before the number" };
  if (opening && closing) return both(opening, closing);
  const one =
    opening ??
    closing ??
    here.findLast((around) => around.reach === "around" && !around.passive && around.to < number);
  if (one)
    return {
      claim: one,
      relay: one === closing ? passedOn(sentence, here, one) : null,
      sure: 0.85,
      why: reasons[one.reach],
    };
  return fromAfar(sentence, found, clause) ?? goesOn(sentence, found, clause);
}

/** "prévoit 300 millions et la région 20 millions": somebody's, by a noun that is not known to speak. */
function isAnothers(sentence: SentenceWords, number: number): boolean {
  const [mark, article, noun] = [3, 2, 1].map((back) => wordAt(sentence, number - back));
  if (mark !== "," && mark !== sentence.lists.and) return false;
  return (
    /^(?:l'|la|le|les|the)$/.test(article!) &&
    /^\p{L}/u.test(noun!) &&
    !/^(?:autres?|other|last|first|remaining|derniere?s?|premiere?s?|nearly|almost|some|about|quelque)$/.test(
      noun!,
    ) &&
    speakerFrom(sentence, number - 2) === null
  );
}

const saysElse =
  /^(?:claim(?:s|ed)?|says?|said|believe[sd]?|estimate[sd]?|reports|acknowledged|admitted|alleged|asserted)$/;
const passiveBefore = /^(?:is|are|was|were|be|been|being|a|an|the|le|la|les|l'|un|une|des|du|de|d'|se|s')$/;

/** "ISW reported that bloggers claimed 5 villages": who claims it we could not read, but it is not the first. */
function passesOn(
  sentence: SentenceWords,
  found: readonly Statement[],
  opening: Statement,
  number: number,
): boolean {
  for (let at = opening.to + 3; at < number; at++) {
    const word = wordAt(sentence, at);
    const says = sentence.language === "fr" ? isFrenchFinite(word) : saysElse.test(word);
    const before = wordAt(sentence, at - 1);
    const read = found.some(({ from, to }) => from <= at && at <= to);
    if (says && !read && /^\p{L}/u.test(before) && !passiveBefore.test(before)) return true;
  }
  return false;
}

/** "la police compte 4 000 manifestants, les syndicats 20 000": the second names itself, the verb is the first's. */
function speakerBeside(sentence: SentenceWords, opening: Statement, number: number): Statement | null {
  for (let mark = number - 2; mark > Math.max(opening.to + 1, number - 8); mark--) {
    const word = wordAt(sentence, mark);
    if (word !== "," && word !== sentence.lists.and) continue;
    const speaker = speakerFrom(sentence, mark + 1);
    if (speaker?.last !== number - 1) return null;
    const span = { from: mark + 1, to: number - 1 };
    return statement({ ...opening, speaker, pronoun: null, relays: [], ...span });
  }
  return null;
}

/** "Le maire a fait état de 14 morts ; 32 personnes sont blessées": the same goes on where nobody else is named. */
function goesOn(
  sentence: SentenceWords,
  found: readonly Statement[],
  clause: { readonly first: number; readonly last: number },
): Choice | null {
  const [only] = found;
  if (found.length !== 1 || !only?.speaker || only.passive || only.relative || only.bounded) return null;
  if (wordAt(sentence, clause.first) !== ";" || only.to >= clause.first) return null;
  const rest = sentence.tokens.slice(only.to + 1, clause.first);
  if (rest.some(({ word }) => word === ";")) return null;
  const somebody = sentence.tokens
    .slice(clause.first, clause.last + 1)
    .some(
      ({ word }, index) =>
        sentence.names.has(clause.first + index) ||
        listed(sentence.lists.bodies, word) ||
        listed(sentence.lists.pronouns, word) ||
        /^(?:autres?|others?|third)$/.test(word),
    );
  return somebody ? null : { claim: only, relay: null, sure: 0.6, why: "they go on after a semicolon" };
}

const reasons = {
  after: "it is what they say",
  before: "they say what stands before",
  around: "they are named in the same clause",
} as const;

/** "X a annoncé N, rapporte Y": X claims it, Y passes it on. */
function both(opening: Statement, closing: Statement): Choice {
  const same = closing.speaker === null || closing.speaker.words === opening.speaker?.words;
  if (same) return { claim: opening, relay: null, sure: 0.85, why: reasons.after };
  return { claim: opening, relay: closing, sure: 0.7, why: "one says it, another passes it on" };
}

/** "…, a indiqué X, rapporte l'AFP": the outlet that closes after the claimant passes the claim on. */
function passedOn(sentence: SentenceWords, here: readonly Statement[], claim: Statement): Statement | null {
  const next = here[here.indexOf(claim) + 1];
  const follows = next?.reach === "before" && next.from - claim.to <= 3 && next.speaker !== null;
  return follows && isOutlet(sentence, next.speaker) ? next : null;
}

/** The words between the marks and conjunctions that begin another clause. */
function clauseAround(sentence: SentenceWords, number: number) {
  const starts = (at: number) => wordAt(sentence, at) === ";" || beginsClause(sentence, at);
  let [first, last] = [number, number];
  while (first > 0 && !starts(first)) first--;
  while (last + 1 < sentence.tokens.length && !starts(last + 1)) last++;
  return { first, last };
}

function beginsClause(sentence: SentenceWords, at: number): boolean {
  const word = wordAt(sentence, at);
  const pair = `${word} ${wordAt(sentence, at + 1)}`;
  return newClause[sentence.language].test(word) || newClause[sentence.language].test(pair);
}

/** "a annoncé une trêve après la mort de 12 soldats": the dead are the setting, not the announcement. */
function holdsOver(sentence: SentenceWords, one: Statement, number: number): boolean {
  if ((one.bounded || one.relative) && hasComma(sentence, one.to, number)) return false;
  if (isPresupposed(sentence, one, number)) return false;
  if (!one.noun) return true;
  for (let at = one.to + 1; at < number; at++)
    if (setting[sentence.language].has(wordAt(sentence, at))) return false;
  return true;
}

const commits =
  /^(?:prom[ie]s?t?|promet(?:tent|tait)?|entend(?:ent)?|prevoi(?:t|ent)|engagent?|promise[sd]?|plan(?:s|ned)?|vowed|pledge[sd]|told|tells)$/;

/** "a promis de chasser les 10 000 soldats": of those one promises nothing; they are there already. */
const isPresupposed = (sentence: SentenceWords, one: Statement, number: number) =>
  commits.test(wordAt(sentence, one.to)) &&
  /^(?:les|ces|ses|aux|the|those|its|his|her|their)$/.test(wordAt(sentence, number - 1));

/** "les 500 km² que Kiev dit tenir", "revendiqués par Kiev": only what is close by. */
function isBeside(sentence: SentenceWords, one: Statement, number: number): boolean {
  if (one.relative) return one.from > number && one.from - number <= near;
  if (!one.passive) return false;
  if (one.from > number) return one.from - number <= near && !hasComma(sentence, number, one.from);
  return number - one.to <= near && isAboutNumbers(sentence, one);
}

const hasComma = (sentence: SentenceWords, from: number, to: number) =>
  sentence.tokens.slice(from, to).some(({ word }) => word === ",");

const measures = new Set([
  "superficie",
  "nombre",
  "part",
  "taux",
  "area",
  "number",
  "share",
  "territory",
  "territoire",
]);

/** "Ces chiffres, publiés par X": what X gave out is numbers. */
function isAboutNumbers(sentence: SentenceWords, one: Statement): boolean {
  return [1, 2, 3].some((back) => {
    const word = wordAt(sentence, one.from - back);
    return listed(sentence.lists.papers, word) || listed(measures, word);
  });
}

/**
 * A sentence that opens with "Selon X," or ends on ", selon X." lays all of itself to X, across its clauses too, as
 * long as nobody else speaks in it.
 */
function fromAfar(
  sentence: SentenceWords,
  found: readonly Statement[],
  clause: { readonly first: number; readonly last: number },
): Choice | null {
  const [only] = found;
  if (found.length !== 1 || !only || only.passive || only.relative) return null;
  const opens =
    only.from === 0 && only.reach === "after" && isPreposition(sentence, only) && only.to < clause.first;
  const closes = only.reach !== "after" && only.from > clause.last && only.to >= sentence.tokens.length - 3;
  if (!opens && !closes) return null;
  return { claim: only, relay: null, sure: 0.65, why: "the whole sentence is laid to them" };
}

const isPreposition = (sentence: SentenceWords, one: Statement) =>
  /^(?:selon|d'|according|per|pour)$/.test(wordAt(sentence, one.from));
