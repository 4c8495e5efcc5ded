import type { Lexicon, Proposal, ReadingLanguage } from "./proposal";

/** A proposal as one flat line: what `npm run extract` prints. Offsets are UTF-16 units of the normalised text. */
export function proposalLine(
  file: string,
  text: string,
  proposal: Proposal,
  language: ReadingLanguage,
  lexicon: Lexicon,
) {
  const { sentence, quantity, claimants, period, score } = proposal;
  const { number, value, low, high, unit, comparator, cue, per } = quantity;
  const [claimant] = claimants?.value ?? [];
  const known = lexicon.agents.find(({ slug }) => slug === claimant?.agent);
  return {
    file,
    sentence: text.slice(sentence.start, sentence.end),
    sentence_start: sentence.start,
    number_text: text.slice(number.start, number.end),
    start: number.start,
    end: number.end,
    value,
    low,
    high,
    unit: unit?.slug ?? unit?.words ?? null,
    comparator,
    cue: cue?.words ?? null,
    per,
    /** The agent's name in the language of the text, or the words as printed where it is not known. */
    claimant: known?.name[language] ?? claimant?.words ?? null,
    claimant_text: claimant?.words ?? null,
    period_start: period?.value.start ?? null,
    period_end: period?.value.end ?? null,
    period_precision: period?.value.precision ?? null,
    score,
  };
}
