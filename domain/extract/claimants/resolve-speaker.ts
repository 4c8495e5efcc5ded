import type { ReadingContext, Span } from "../proposal";
import { findStatements } from "./find-statements";
import type { Speaker } from "./read-speaker";
import type { Statement } from "./statement";

/** Who a statement's words mean, how surely at most, and why where that takes another sentence. */
type Resolved = { readonly speaker: Speaker; readonly sure: number; readonly why: string | null };

/**
 * The speaker a statement names or, for a pronoun, the one it can only mean: whoever spoke last in this sentence,
 * else the single claimant of the nearest sentence before that has one. Null where there are two, or none that agrees.
 */
export function earlierSpeaker(
  text: string,
  { speaker, pronoun, from }: Statement,
  found: readonly Statement[],
  context: ReadingContext,
  before: readonly Span[],
): Resolved | null {
  if (speaker) return { speaker, sure: 1, why: null };
  if (pronoun === null) return null;
  const here = distinct(found.filter((one) => one.from < from));
  if (here.length > 0) return only(here, pronoun, 0.65, "a pronoun for who spoke before in the sentence");
  for (const span of before.slice(-2).reverse()) {
    const { found: earlier } = findStatements(text, span, context);
    const speakers = distinct(earlier);
    if (speakers.length > 0)
      return only(speakers, pronoun, 0.55, "a pronoun for the claimant of a sentence before");
    // A sentence in which a pronoun speaks goes on with the same claimant; one in which nobody does ends the search.
    if (!earlier.some((one) => one.pronoun !== null)) return null;
  }
  return null;
}

function only(speakers: readonly Speaker[], pronoun: string, sure: number, why: string): Resolved | null {
  const [speaker, second] = speakers;
  return speaker && !second && agrees(pronoun, speaker) ? { speaker, sure, why } : null;
}

function distinct(found: readonly Statement[]): Speaker[] {
  const speakers = found.flatMap(({ speaker }) => (speaker ? [speaker] : []));
  return speakers.filter(({ words }, at) => speakers.findIndex((other) => other.words === words) === at);
}

const persons = /^(?:he|she|him|her)$/;

/** "ils" is several, "elle" is no "le", "it" is no person. */
function agrees(pronoun: string, { plural, gender, kind, words }: Speaker): boolean {
  if (/^(?:ils|elles|they|them|eux)$/.test(pronoun)) return plural || (kind === "body" && pronoun === "they");
  if (plural && !/^(?:he|she|it)$/.test(pronoun)) return false;
  if (pronoun === "elle") return gender !== "m";
  if (pronoun === "il" || pronoun === "lui") return gender !== "f";
  if (persons.test(pronoun)) return kind === "person" || /\s/.test(words) || kind === "named";
  return kind !== "person" && !(kind === "named" && /\s/.test(words));
}
