import { defaultThreshold, extractFigures } from "@/domain/extract/extract";
import { readNumber } from "@/domain/extract/numbers/read-number";
import { readQuantities } from "@/domain/extract/numbers/read-quantities";
import type { ClaimantLink, Lexicon, Proposal, Quantity, ReadingContext } from "@/domain/extract/proposal";
import { sentencesOf } from "@/domain/extract/sentences";
import type { Case, Found, Question, Reader } from "../case";

/** Our reader, as the desk uses it; for lone numbers its number reader alone, since nothing is to mask or weigh. */
export function ours(lexicon: Lexicon): Reader {
  return (case_, question) => ask[question](case_, { ...case_, lexicon });
}

const ask: Record<Question, (case_: Case, context: ReadingContext) => Found[]> = {
  figures: ({ text }, context) => extractFigures(text, context).filter(isProposed).map(asFound(context)),
  numerals: ({ text }, context) => extractFigures(text, context).map(asFound(context)),
  numbers: (case_, context) => (isLone(case_) ? wholeNumber(case_) : null) ?? everyNumber(case_, context),
  percentages: (case_, context) =>
    quantities(case_, context)
      .filter(({ mask, quantity }) => mask === null && quantity.unit?.slug === "percent")
      .map(({ quantity }) => numberOf(quantity)),
  measures: (case_, context) => everyNumber(case_, context),
  whole: (case_) => wholeNumber(case_) ?? [],
  sentences: ({ text, language }) => sentencesOf(text, language).map((span) => ({ ...span, value: null })),
};

const isProposed = ({ mask, score }: Proposal) => mask === null && score >= defaultThreshold;

const asFound =
  ({ lexicon }: ReadingContext) =>
  ({ quantity, claimants }: Proposal): Found => {
    const claimant = claimants?.value[0];
    return { ...numberOf(quantity), claimant: claimant ? namesOf(claimant, lexicon) : null };
  };

/** The words as printed, and every name the lexicon has for the agent they were taken for. */
const namesOf = ({ words, agent }: ClaimantLink, lexicon: Lexicon) => [
  words,
  ...(lexicon.agents.find(({ slug }) => slug === agent)?.names ?? []),
];

const numberOf = ({ number, value, low, high, comparator }: Quantity): Found => ({
  ...number,
  value,
  low,
  high,
  comparator,
});

const quantities = ({ text, language }: Case, context: ReadingContext) =>
  sentencesOf(text, language).flatMap((sentence) => readQuantities(text, sentence, context));

/** Masked or not, however low it scores. */
const everyNumber = (case_: Case, context: ReadingContext): Found[] =>
  quantities(case_, context).map(({ quantity }) => numberOf(quantity));

const isLone = ({ text, expected }: Case) =>
  expected.length === 1 && text.slice(expected[0]!.start, expected[0]!.end) === text.trim();

function wholeNumber({ text, language }: Case): Found[] | null {
  const value = readNumber(text, language);
  return value === null ? null : [{ start: 0, end: text.length, value }];
}
