import type { Day } from "../../figure";
import { fold } from "../lexicon-match";
import type { Guess, PeriodReading, ReadingContext, ReadingLanguage, Span } from "../proposal";
import { oneDay } from "./calendar";
import { type DateFound, findDates } from "./find-dates";

/** How far from a number a date may stand, in characters. */
const reach = 600;

/**
 * The days a number is about: those of the date nearest to it in its own clause; with none, the day of the report,
 * hardly sure. A date without a year is the latest past, seen from the report, unless a future one is announced.
 *
 * @returns null where nothing dates it and the day of the report is unknown
 */
export function guessPeriod(
  text: string,
  sentence: Span,
  number: Span,
  context: ReadingContext,
): Guess<PeriodReading> | null {
  const window = {
    start: Math.max(sentence.start, number.start - reach),
    end: Math.min(sentence.end, number.end + reach),
  };
  const found = findDates(text, sentence, context).filter(
    ({ start, end }) => start >= window.start && end <= window.end,
  );
  const folded = fold(text.slice(window.start, window.end));
  const near = nearest(folded, window, number, found, context.language);
  return near ? datedBy(text, near) : dayOfReport(context.reportedOn);
}

function datedBy(text: string, { found, said }: Ranked): Guess<PeriodReading> {
  const { reading, start, end } = found;
  const sure = said ? 0.6 : reading.absolute ? 0.9 : 0.8;
  const how = said ? `${reading.how}; the day it was said` : reading.how;
  return {
    value: {
      start: reading.start,
      end: reading.end,
      precision: reading.precision,
      words: { start, end, words: text.slice(start, end) },
      how,
    },
    sure,
    why: how,
  };
}

function dayOfReport(reportedOn: Day | null): Guess<PeriodReading> | null {
  if (reportedOn === null) return null;
  const how = "day of the report";
  return { value: { ...oneDay(reportedOn), words: null, how }, sure: 0.3, why: "no words date it" };
}

type Ranked = { readonly found: DateFound; readonly far: number; readonly said: boolean };

/** How much farther a date counts across a comma, or beside a verb of saying, in characters. */
const comma = 30;
const saying = 60;

function nearest(
  folded: string,
  sentence: Span,
  number: Span,
  found: readonly DateFound[],
  language: ReadingLanguage,
): Ranked | null {
  let best: Ranked | null = null;
  for (const one of found) {
    const between = gap(folded, sentence, number, one);
    if (between === null || !mayCross(between, one.start < number.start, language)) continue;
    const said = isDayOfSaying(folded.slice(0, one.start - sentence.start));
    const far = between.length + comma * (between.split(",").length - 1) + (said ? saying : 0);
    if (!best || far < best.far) best = { found: one, far, said };
  }
  return best;
}

/** The words between a date and the number; null where the number is part of the date. */
function gap(folded: string, sentence: Span, number: Span, { start, end }: Span): string | null {
  if (end <= number.start) return folded.slice(end - sentence.start, number.start - sentence.start);
  if (start >= number.end) return folded.slice(number.end - sentence.start, start - sentence.start);
  return null;
}

/** Another clause, another moment: what stands beyond these words dates something else. */
const barrier: Readonly<Record<ReadingLanguage, RegExp>> = {
  fr: /;|\b(?:tandis que?|alors que?|pendant que|mais|soit|contre|au lieu de|apres|avant|que les|qu'en)\b/,
  en: /;|\b(?:while|whereas|but|although|compared|against|versus|after|before|than|down from|up from)\b/,
};
const otherNumber = /\d[\d .,]*/g;

/** Past another number only where the two are listed together, or where the date opens the sentence for both. */
function mayCross(between: string, dateFirst: boolean, language: ReadingLanguage): boolean {
  if (barrier[language].test(between)) return false;
  const parts = between.split(otherNumber);
  if (parts.length === 1) return true;
  if (dateFirst)
    return /^\s*,/.test(between) || parts.slice(1).every((part) => /\b(?:et|and|ou|or)\b|,/.test(part));
  return (
    /(?:\bet|\band|,)\s*$/.test(parts[0]!) &&
    !/\b(?:revendique|claimed|annonce|de plus|de moins)/.test(parts.at(-1)!)
  );
}

/** "a dit jeudi", "said on Thursday": when it was said, which may or may not be when it was so. */
const isDayOfSaying = (before: string): boolean =>
  /(?:\b(?:dit|declare|annonce|affirme|indique|assure|precise|revendique|estime|evoque|rapporte|explique|said|says|announced|claimed|reported|told|stated|estimated))(?:nt)? ?(?:\p{L}+ )?$/u.test(
    before.slice(-40),
  );
