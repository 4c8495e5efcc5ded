import type { Guess, PeriodReading, Proposal } from "./extract/proposal";
import type { Day, Localized } from "./figure";
import type { DateClaimInput } from "./inputs";
import type { ProposalCard } from "./suggestion";

/** When a proposed value holds: as read, or on the day of the report where the text does not say, or not known. */
export function draftPeriod({ period }: Proposal, { published }: ProposalCard): Guess<DateClaimInput> {
  if (period !== null && period.value.words !== null)
    return { ...period, value: readPeriod(period.value, period.value.words.words, published.start) };
  const { start, end, precision } = published;
  if (start === null) return { value: unknown, sure: 0, why: "neither the text nor its date says when" };
  const value = { start, end: end ?? start, precision, basis: "inferred", reasoning: whenReported } as const;
  return { value, sure: period?.sure ?? 0.3, why: "the text does not say: when it was published" };
}

const unknown: DateClaimInput = {
  ...{ start: null, end: null, precision: "unknown", basis: "unknown", reasoning: null },
};

function readPeriod(
  { start, end, precision }: PeriodReading,
  words: string,
  report: Day | null,
): DateClaimInput {
  if (precision === "unknown") return unknown;
  const dates = { start, end, precision };
  return printsItsYear(words, start)
    ? { ...dates, basis: "stated", reasoning: null }
    : { ...dates, basis: "computed", reasoning: workedOut(words, report) };
}

/** A date is stated where the text prints all of it; a day or a month without its year is worked out. */
const printsItsYear = (words: string, start: Day) => words.includes(start.slice(0, 4));

/** Kept with the figure and shown to readers, so written as they read it. */
const whenReported: Localized = {
  fr: "Le texte ne dit pas à quand remonte ce chiffre\u202f; nous retenons sa date de publication.",
  en: "The text does not say when this held; we take the date it was published.",
};

const workedOut = (words: string, report: Day | null): Localized =>
  report === null
    ? {
        fr: `Le texte imprime «\u00a0${words}\u00a0».`,
        en: `The text prints “${words}”.`,
      }
    : {
        fr: `Le texte imprime «\u00a0${words}\u00a0», lu à partir de sa publication, le ${inFrench(report)}.`,
        en: `The text prints “${words}”, read from its publication on ${report}.`,
      };

const inFrench = (day: Day) => day.split("-").reverse().join("/");
