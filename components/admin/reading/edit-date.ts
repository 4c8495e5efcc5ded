import type { DateClaim, Day, Localized } from "@/domain/figure";
import type { DateBasis, DatePrecision, Locale } from "@/domain/vocabulary";

/** What an editor does to a date, keeping it whole: an end that fits, a reason where one is due. */

/** Said of a date an editor chose, until they say more. */
const chosen: Localized = {
  fr: "Choisie à la lecture de la phrase.",
  en: "Chosen on reading the sentence.",
};

export function withStart(claim: DateClaim, start: Day | null): DateClaim {
  if (start === null)
    return { start: null, end: null, precision: "unknown", basis: "unknown", reasoning: null };
  const precision = claim.precision === "unknown" ? "day" : claim.precision;
  return changed(claim, { start, end: endOf(start, precision), precision });
}

export function withEnd(claim: DateClaim, end: Day | null): DateClaim {
  const start = claim.start ?? end;
  return changed(claim, { start, end: end !== null && start !== null && end < start ? start : end });
}

/** A month is the whole month: the days follow the precision. */
export function withPrecision(claim: DateClaim, precision: DatePrecision): DateClaim {
  if (precision === "unknown" || claim.start === null) return withStart(claim, null);
  const start = precision === "day" || precision === "season" ? claim.start : firstOf(claim.start, precision);
  return changed(claim, { start, end: endOf(start, precision), precision });
}

export function withBasis(claim: DateClaim, basis: DateBasis): DateClaim {
  const asks = basis === "computed" || basis === "inferred";
  return { ...claim, basis, reasoning: asks ? (claim.reasoning ?? chosen) : null };
}

/** The same words in the other language where nothing else was said there: better read in one than missing in both. */
export function withReasoning(claim: DateClaim, locale: Locale, words: string): DateClaim {
  const other = locale === "fr" ? "en" : "fr";
  const said = claim.reasoning?.[other];
  const untouched = said === undefined || said === chosen[other] || said === claim.reasoning?.[locale];
  const reasoning = { [locale]: words, [other]: untouched ? words : said } as unknown as Localized; // both languages are set
  return { ...claim, reasoning };
}

/** A date an editor changed is no longer what the text stated or the reader worked out. */
const changed = (claim: DateClaim, change: Partial<DateClaim>): DateClaim => ({
  ...claim,
  ...change,
  basis: "inferred",
  reasoning: chosen,
});

const firstOf = (day: Day, precision: DatePrecision): Day =>
  precision === "year" ? `${day.slice(0, 4)}-01-01` : `${day.slice(0, 7)}-01`;

function endOf(start: Day, precision: DatePrecision): Day {
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  if (precision === "year") return `${start.slice(0, 4)}-12-31`;
  if (precision === "month") return lastOfMonth(year, month);
  if (precision === "season") return lastOfMonth(year, month + 2);
  return start;
}

const lastOfMonth = (year: number, month: number): Day =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
