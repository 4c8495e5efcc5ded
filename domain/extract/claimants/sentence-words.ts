import { type NameFound, namesAmong, type Token, tokensOf } from "../lexicon-match";
import type { LexiconAgent, ReadingContext, ReadingLanguage, Span } from "../proposal";
import { type SpeakerWords, speakerWords } from "./speaker-words";

/** A sentence cut into words, with the agents the lexicon knows in it. */
export type SentenceWords = {
  readonly text: string;
  readonly language: ReadingLanguage;
  readonly tokens: readonly Token[];
  readonly lists: SpeakerWords;
  readonly agents: readonly LexiconAgent[];
  /** By the first word of a known name: its agent and its last word. */
  readonly names: ReadonlyMap<number, { readonly slug: string; readonly last: number }>;
};

/** A sentence longer than this is no sentence: only its start is read. */
const longest = 5000;

export function sentenceWords(text: string, { start, end }: Span, context: ReadingContext): SentenceWords {
  const tokens = tokensOf(text.slice(start, Math.min(end, start + longest)), start);
  const { agents } = context.lexicon;
  return {
    text,
    language: context.language,
    tokens,
    lists: speakerWords[context.language],
    agents,
    names: byFirstWord(tokens, namesAmong(tokens, agents)),
  };
}

function byFirstWord(tokens: readonly Token[], found: readonly NameFound[]) {
  const at = new Map(tokens.map(({ start }, index) => [start, index]));
  const ends = new Map(tokens.map(({ end }, index) => [end, index]));
  return new Map(found.map(({ slug, start, end }) => [at.get(start)!, { slug, last: ends.get(end)! }]));
}

/** The folded word at a place, "" beyond either end. */
export const wordAt = ({ tokens }: SentenceWords, at: number): string => tokens[at]?.word ?? "";
