import { fold } from "../lexicon-match";
import type { Span } from "../proposal";
import { agentWithWordsOf } from "./agent-key";
import { endOfPhrase, isBare, maySpeakFrom, shorter, skipArticles } from "./noun-phrase";
import { type SentenceWords, wordAt } from "./sentence-words";
import { listed, titles } from "./speaker-words";

/** Who may be speaking: words of the sentence that name somebody able to. */
export type Speaker = Span & {
  readonly words: string;
  readonly agent: string | null;
  /** First and last word of the whole phrase, article included. */
  readonly first: number;
  readonly last: number;
  /** A known name, a name, a body or group, or a person by role. */
  readonly kind: "known" | "named" | "body" | "person";
  readonly plural: boolean;
  /** "il" or "elle" where the article shows it. */
  readonly gender: "m" | "f" | null;
};

const longest = 14;

/** The claimant whose phrase starts at a word; null where what stands there cannot speak. */
export function speakerFrom(sentence: SentenceWords, first: number): Speaker | null {
  const core = skipArticles(sentence, first);
  const last = endOfPhrase(sentence, core, first + longest);
  if (last < core) return null;
  for (let end = last; end >= core; end = shorter(sentence, core, end)) {
    const speaker = speakerOf(sentence, first, core, end);
    if (speaker) return speaker;
  }
  return null;
}

/** The claimant whose phrase ends at a word: the longest that stands as one from its first word. */
export function speakerUpTo(sentence: SentenceWords, last: number): Speaker | null {
  for (let first = Math.max(0, last - longest + 1); first <= last; first++) {
    if (!maySpeakFrom(sentence, first)) continue;
    const core = skipArticles(sentence, first);
    if (core > last || endOfPhrase(sentence, core, last + 1) < last) continue;
    const speaker = speakerOf(sentence, first, core, last);
    const isRest =
      isBare(sentence, first) && (speaker?.kind !== "known" || sentence.tokens[first - 1]!.capital);
    if (speaker && !isRest) return speaker;
  }
  return null;
}

function speakerOf(sentence: SentenceWords, first: number, core: number, last: number): Speaker | null {
  const { names, tokens } = sentence;
  const whole = names.get(core);
  const make = (from: number, kind: Speaker["kind"], agent: string | null) =>
    speaker(sentence, first, from, last, kind, agent);
  if (whole?.last === last) return make(pastArticle(sentence, core), "known", whole.slug);
  const words = tokens.slice(core, last + 1).map(({ word }) => word);
  const same = agentWithWordsOf(words, sentence.agents);
  if (same) return make(core, "known", same);
  const head = headOf(sentence, core, last);
  if (head?.kind === "person") return personOf(sentence, core, last, head.at, make);
  if (head) {
    const name = tokens[head.at]!.capital ? null : nameAtEnd(sentence, head.at, last);
    return name?.agent ? make(name.from, "known", name.agent) : make(core, "body", null);
  }
  return namedOf(sentence, core, last, make);
}

/** "The New York Times" is printed with its article and cited without. */
const pastArticle = (sentence: SentenceWords, core: number): number =>
  sentence.lists.articles.has(wordAt(sentence, core)) ? core + 1 : core;

/** The agent of the lexicon whose name stands there, whatever follows. */
export function knownFrom(sentence: SentenceWords, first: number): Speaker | null {
  const core = skipArticles(sentence, first);
  const name = sentence.names.get(core);
  return name ? speaker(sentence, first, pastArticle(sentence, core), name.last, "known", name.slug) : null;
}

type Make = (from: number, kind: Speaker["kind"], agent: string | null) => Speaker;

/** A person by role, or by name where one follows the role. */
function personOf(
  sentence: SentenceWords,
  core: number,
  last: number,
  head: number,
  make: Make,
): Speaker | null {
  const name = nameAtEnd(sentence, head, last);
  if (name) return make(name.from, name.agent ? "known" : "person", name.agent);
  return make(core, "person", null);
}

/** A capitalised phrase with no noun we know: a name, unless it is how the sentence begins. */
function namedOf(sentence: SentenceWords, core: number, last: number, make: Make): Speaker | null {
  const { tokens, lists, names } = sentence;
  if (!tokens[core]!.capital) return null;
  let from = core;
  while (from < last && titles.has(tokens[from]!.word)) from += tokens[from + 1]?.word === "." ? 2 : 1;
  const run = tokens.slice(from, last + 1);
  const and = run.findIndex(({ word }) => word === lists.and);
  const all = run.every(
    ({ word, capital }) =>
      capital || lists.joints.has(word) || lists.articles.has(word) || word === lists.and || word === ".",
  );
  if (!all && !(and > 0 && names.has(core))) return null;
  const known = agentOfName(sentence, from, last);
  if (known) return make(from, "known", known);
  if (lists.papers.has(tokens[from]!.word) || listed(lists.papers, tokens[from]!.word)) return null;
  return make(from, "named", null);
}

/** The noun that says who speaks: the first in French, the last before "of" in English. */
function headOf({ tokens, lists, language }: SentenceWords, core: number, last: number) {
  const kindOf = (word: string) =>
    listed(lists.people, word) ? "person" : listed(lists.bodies, word) ? "body" : null;
  if (language === "fr") {
    const kind = kindOf(tokens[core]!.word);
    return kind && { at: core, kind };
  }
  let joint = core + 1;
  const joins = (word: string) => (lists.joints.has(word) && word !== "'s") || lists.seats.has(word);
  while (joint <= last && !joins(tokens[joint]!.word)) joint++;
  let end = joint - 1;
  while (end > core && tokens[end]!.capital && !kindOf(tokens[end]!.word)) end--;
  const kind = kindOf(tokens[end]!.word);
  if (!kind) return null;
  const tailIsName = joint <= last || tokens.slice(end + 1, last + 1).every(({ capital }) => capital);
  return tailIsName ? { at: end, kind } : null;
}

/** The name that ends a phrase, not joined to what stands before it by "of". */
function nameAtEnd(sentence: SentenceWords, head: number, last: number) {
  const { tokens, lists } = sentence;
  let from = last;
  while (
    from > head &&
    (tokens[from]!.capital || lists.articles.has(tokens[from]!.word)) &&
    !lists.joints.has(tokens[from]!.word)
  )
    from--;
  from++;
  while (from <= last && (!tokens[from]!.capital || (titles.has(tokens[from]!.word) && from < last))) from++;
  if (from > last) return null;
  const before = tokens[from - 1]!.word;
  if (lists.joints.has(before) || lists.articles.has(before) || lists.seats.has(before)) return null;
  const agent = agentOfName(sentence, from, last);
  // Of "analystes de l'institut Varga", Varga is the institute's; of "chef d'état-major Jean Roy", the chief's.
  const joined = tokens.slice(head, from).some(({ word }) => lists.joints.has(word) || lists.seats.has(word));
  const theirs = agent !== null || (last > from && !listed(lists.bodies, before));
  return joined && (!theirs || tokens[head]!.word.endsWith("s")) ? null : { from, agent };
}

/**
 * The agent of a name. A first name may stand before a known surname, where the lexicon shows that it is one (the
 * same agent is also called by more words ending in it): "Kyiv Independent" and "Radio Moscow" are no capitals.
 */
function agentOfName(sentence: SentenceWords, from: number, last: number): string | null {
  const whole = sentence.names.get(from);
  if (whole?.last === last) return whole.slug;
  for (let at = from + 1; at <= last; at++) {
    const name = sentence.names.get(at);
    if (name?.last === last && isSurname(sentence, name.slug, wordAt(sentence, last))) return name.slug;
  }
  return null;
}

const isSurname = ({ agents }: SentenceWords, slug: string, word: string): boolean =>
  agents.some((agent) => agent.slug === slug && agent.names.some((name) => fold(name).endsWith(` ${word}`)));

function speaker(
  sentence: SentenceWords,
  first: number,
  from: number,
  last: number,
  kind: Speaker["kind"],
  agent: string | null,
): Speaker {
  const { text, tokens, language } = sentence;
  const [start, end] = [tokens[from]!.start, tokens[last]!.end];
  const article = wordAt(sentence, first);
  const words = tokens.slice(from, last + 1).map(({ word }) => word);
  const plural =
    language === "fr"
      ? /^(?:les|des|plusieurs|certains|certaines)$/.test(article) || words.includes("et")
      : words.includes("and") || /(?:ers|ials|sts|ces|ies|es|nts)$/.test(words.at(-1) ?? "");
  const gender =
    article === "le" || article === "un" ? "m" : article === "la" || article === "une" ? "f" : null;
  return { start, end, words: text.slice(start, end), agent, first, last, kind, plural, gender };
}
