import { guessClaimants } from "./claimants/guess-claimants";
import { guessMetric } from "./metric-guess";
import { guessModality } from "./modality";
import { readQuantities } from "./numbers/read-quantities";
import { guessPeriod } from "./period/guess-period";
import type { Proposal, ReadingContext, Span } from "./proposal";
import { sentencesOf } from "./sentences";
import { guessSubject } from "./subject-guess";

export { defaultThreshold } from "./numbers/score";

/** How many sentences back a speaker is looked for, at most: the items of a list look back to its heading. */
const reach = 20;

/** More numbers in one sentence are a table, of which nothing is guessed: its columns say what they are, not its words. */
const mostNumbers = 60;

/**
 * Every number of a text with a guess at the figure it states, in reading order, those that are masked as no figure
 * included. Proposed are those without a mask that score `defaultThreshold` or more.
 *
 * @param text normalised (`normaliseText`); all offsets are UTF-16 units of it
 */
export function extractFigures(text: string, context: ReadingContext): Proposal[] {
  const sentences = sentencesOf(text, context.language);
  return sentences.flatMap((sentence, index) => {
    const before = sentences.slice(Math.max(0, index - reach), index);
    return proposalsOf(text, sentence, before, context);
  });
}

function proposalsOf(
  text: string,
  sentence: Span,
  before: readonly Span[],
  context: ReadingContext,
): Proposal[] {
  const words = text.slice(sentence.start, sentence.end);
  const readings = readQuantities(text, sentence, context);
  const isTable = readings.length > mostNumbers;
  return readings.map(({ quantity, mask, score, because }) => {
    const { number } = quantity;
    const read = { sentence, quantity, mask, score, because };
    if (isTable) return { ...read, ...nothingGuessed };
    const claimants = mask ? null : guessClaimants(text, sentence, number, context, before);
    return {
      ...read,
      claimants,
      period: mask ? null : guessPeriod(text, sentence, number, context),
      metric: mask ? null : guessMetric(words, quantity, context.lexicon, sentence.start),
      subject: mask
        ? null
        : guessSubject(words, quantity, claimants?.value ?? [], context.lexicon, sentence.start),
      ...guessModality(words, number.start - sentence.start, context.language),
    };
  });
}

const nothingGuessed = {
  claimants: null,
  period: null,
  metric: null,
  subject: null,
  modality: { value: "claimed", sure: 0.5, why: "one of a table" },
  hearsay: { value: false, sure: 0.5, why: "one of a table" },
} as const;
