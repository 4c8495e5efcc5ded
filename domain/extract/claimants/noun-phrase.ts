import { type SentenceWords, wordAt } from "./sentence-words";
import { isTimeWord, listed, titles } from "./speaker-words";

const isWord = (word: string) => /^\p{L}/u.test(word);

/** A name after an ordinary noun is often part of it ("la centrale Talvera"): only known ones stand alone there. */
export function isBare(sentence: SentenceWords, first: number): boolean {
  const { lists } = sentence;
  if (lists.articles.has(wordAt(sentence, first))) return false;
  const before = wordAt(sentence, first - 1);
  return isWord(before) && !lists.stops.has(before) && !isTimeWord(before) && first > 0;
}

/** An object, or the rest of a longer phrase, is nobody speaking. */
export function maySpeakFrom(sentence: SentenceWords, first: number): boolean {
  const before = wordAt(sentence, first - 1);
  const { lists, language } = sentence;
  if (isTimeWord(wordAt(sentence, first))) return false;
  if (lists.articles.has(before)) return false;
  if (before === lists.and)
    return !isWord(wordAt(sentence, first - 2)) || sentence.tokens[first - 2]!.end > 0;
  if (language === "en" && (before === "after" || before === "before" || before === "since")) return true;
  return !lists.prepositions.has(before);
}

/** Past the articles and what stands between them and the noun. */
export function skipArticles(sentence: SentenceWords, first: number): number {
  const { articles, before } = sentence.lists;
  let at = first;
  while (at < first + 4 && (articles.has(wordAt(sentence, at)) || before.has(wordAt(sentence, at)))) {
    if (sentence.names.has(at)) break;
    at += wordAt(sentence, at + 1) === "." && before.has(wordAt(sentence, at)) ? 2 : 1;
  }
  return at;
}

/** Last word of the phrase whose first noun is at `core`; less than `core` where there is none. */
export function endOfPhrase(sentence: SentenceWords, core: number, limit: number): number {
  let at = core;
  while (at < Math.min(limit, sentence.tokens.length)) {
    const next = step(sentence, core, at);
    if (next === null) break;
    at = next;
  }
  return at - 1;
}

/** The word after the next piece of the phrase; null where the phrase is over. */
function step(sentence: SentenceWords, core: number, at: number): number | null {
  const name = sentence.names.get(at);
  if (name) return name.last + 1;
  const { lists, tokens } = sentence;
  const word = wordAt(sentence, at);
  if (at > core && word === lists.and) return stepOverAnd(sentence, at);
  if (at > core && lists.joints.has(word)) return stepOverJoint(sentence, at);
  if (word === "par" && wordAt(sentence, at + 1) === "interim") return at + 2;
  if (at > core && sentence.language === "en" && lists.seats.has(word)) return stepOverSeat(sentence, at);
  if (word === "." && titles.has(wordAt(sentence, at - 1)) && tokens[at + 1]?.capital) return at + 1;
  if (!isWord(word) || lists.stops.has(word) || isTimeWord(word)) return null;
  if (lists.articles.has(word) || lists.prepositions.has(word)) return null;
  return at + 1;
}

/** "ministère de la Défense", "Institute for the Study": what joins needs a noun after it. */
function stepOverJoint(sentence: SentenceWords, at: number): number | null {
  const { lists } = sentence;
  let next = at + 1;
  if (wordAt(sentence, at) === "en" && wordAt(sentence, next) !== "chef") return null;
  while (next < at + 3 && lists.articles.has(wordAt(sentence, next))) next++;
  const word = wordAt(sentence, next);
  const ends = !isWord(word) || lists.stops.has(word) || isTimeWord(word) || lists.prepositions.has(word);
  return ends && !sentence.names.has(next) ? null : next;
}

/** "analysts at the Varga Institute": only where a name follows, or it places the verb. */
function stepOverSeat(sentence: SentenceWords, at: number): number | null {
  const next = sentence.lists.articles.has(wordAt(sentence, at + 1)) ? at + 2 : at + 1;
  const { capital } = sentence.tokens[next] ?? { capital: false };
  const before = wordAt(sentence, at - 1);
  const placed = listed(sentence.lists.people, before) || listed(sentence.lists.bodies, before);
  return capital && placed && !isTimeWord(wordAt(sentence, next)) ? next : null;
}

/** "américains et ukrainiens", "Moscou et Kiev", "Kiev et ses alliés"; never a new clause. */
function stepOverAnd(sentence: SentenceWords, at: number): number | null {
  const next = at + 1;
  if (sentence.names.has(next)) return next;
  const [word, after] = [wordAt(sentence, next), wordAt(sentence, next + 1)];
  const { articles, bodies, people, stops } = sentence.lists;
  if (articles.has(word) && (/^alli|^ally/.test(after) || listed(bodies, after) || listed(people, after)))
    return next + 1;
  const pair = articles.has(word) && sentence.tokens[next + 1]?.capital && sentence.tokens[at - 1]!.capital;
  if (pair && !stops.has(after)) return next + 1;
  const agrees = !sentence.tokens[next]?.capital || sentence.tokens[at - 1]!.capital;
  return isWord(word) && !stops.has(word) && !articles.has(word) && agrees ? next : null;
}

/** The same phrase less its last piece: what follows a claimant may look like part of it. */
export function shorter({ tokens, lists }: SentenceWords, core: number, end: number): number {
  let at = end - 1;
  while (
    at >= core &&
    (lists.joints.has(tokens[at]!.word) ||
      lists.articles.has(tokens[at]!.word) ||
      tokens[at]!.word === lists.and)
  )
    at--;
  return at;
}
