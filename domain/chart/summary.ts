import { fill, fillPlural, formatQuantity } from "../format";
import { formatDate } from "../format-date";
import type { Locale } from "../vocabulary";
import type { ChartInput, ChartSummary } from "./chart";
import type { ChartTextWords } from "./chart-text-words";
import { type ClaimMark, inTimeOrder } from "./claim-mark";
import { comparable } from "./comparable";
import { DAY_MS, msToDay } from "./time";

/** What the chart says in one sentence, and the facts it is made of. Only current claims count. */
export function summaryOf(
  marks: readonly ClaimMark[],
  { locale, words, population }: Pick<ChartInput, "locale" | "words" | "population">,
): ChartSummary {
  const current = inTimeOrder(marks.filter((mark) => mark.current));
  const named = new Set(current.flatMap(({ figure }) => (figure.claimant ? [figure.claimant.slug] : [])));
  const first = current[0];
  const last = current.reduce<ClaimMark | undefined>(
    (end, m) => (!end || m.when.to > end.when.to ? m : end),
    undefined,
  );
  const [min, max] = extremesOf(current);
  const facts = {
    claims: population?.current ?? current.length,
    claimants: population ? Object.keys(population.byClaimant).filter(Boolean).length : named.size,
    unattributed: population?.unattributed ?? current.filter(({ figure }) => figure.claimant === null).length,
    superseded: population?.superseded ?? marks.filter((mark) => mark.ghost).length,
    retracted: population?.retracted ?? marks.filter((mark) => mark.retracted).length,
    firstDay: first ? msToDay(first.when.from) : null,
    lastDay: last ? msToDay(last.when.to - DAY_MS) : null,
    min: min?.figure.id ?? null,
    max: max?.figure.id ?? null,
    latest: newestOf(current)?.figure.id ?? null,
  };
  const count = countText(facts, locale, words);
  const dated = current.every((mark) => !mark.dateUnknown);
  const spread = [
    dated && datesText(first, last, locale, words),
    aboutOneThing(current) && valuesText(min, max, locale, words),
  ];
  const told = current.length > 1 ? [count, ...spread] : [count];
  return { ...facts, text: current.length === 0 ? "" : `${told.filter(Boolean).join(", ")}.` };
}

/** "From 126 to 130" would make two counts of different things look like rival estimates of one. */
const aboutOneThing = (marks: readonly ClaimMark[]): boolean =>
  new Set(marks.map(({ figure }) => figure.subject?.slug)).size <= 1;

/** Lowest and highest level; an exact value stands before a bound or an "about" at the same level. */
function extremesOf(marks: readonly ClaimMark[]): [ClaimMark, ClaimMark] | [undefined, undefined] {
  const [one] = marks;
  if (!one || marks.some((mark) => !comparable(one.figure, mark.figure).ok)) return [undefined, undefined];
  const exactFirst = [...marks].sort(
    (a, b) => Number(b.figure.comparator === "=") - Number(a.figure.comparator === "="),
  );
  const pick = (better: (a: number, b: number) => boolean) =>
    exactFirst.reduce((best, mark) => (better(mark.level, best.level) ? mark : best));
  return [pick((a, b) => a < b), pick((a, b) => a > b)];
}

/** Of the claims about the latest moment: the preferred, then one with a name. A known date stands before none. */
function newestOf(marks: readonly ClaimMark[]): ClaimMark | undefined {
  const dated = marks.filter((mark) => !mark.dateUnknown);
  const known = dated.length > 0 ? dated : marks;
  const end = known.at(-1)?.at;
  const weight = ({ figure }: ClaimMark) =>
    Number(figure.rank === "preferred") * 2 + Number(figure.claimant !== null);
  return known.filter((mark) => mark.at === end).sort((a, b) => weight(b) - weight(a))[0];
}

type Counts = { readonly claims: number; readonly claimants: number; readonly unattributed: number };

function countText(
  { claims, claimants, unattributed }: Counts,
  locale: Locale,
  words: ChartTextWords,
): string {
  if (claimants === 0) return `${fillPlural(words.claimsCount, claims, locale)}, ${words.unattributed}`;
  const attributed = fillPlural(words.claimsCount, claims - unattributed, locale);
  const by = `${attributed} ${fillPlural(words.claimantsCount, claimants, locale)}`;
  return unattributed === 0 ? by : `${by}, ${fillPlural(words.unattributedCount, unattributed, locale)}`;
}

function datesText(
  first: ClaimMark | undefined,
  last: ClaimMark | undefined,
  locale: Locale,
  words: ChartTextWords,
): string {
  const dateOf = (mark: ClaimMark | undefined) =>
    mark ? formatDate(mark.dateUnknown ? mark.figure.reportedOn : mark.figure.period, locale) : null;
  const [from, to] = [dateOf(first), dateOf(last)];
  if (from === null || to === null || from === to) return from ?? to ?? "";
  return fill(words.datesFromTo, { from, to });
}

function valuesText(
  min: ClaimMark | undefined,
  max: ClaimMark | undefined,
  locale: Locale,
  words: ChartTextWords,
): string {
  if (!min || !max) return "";
  if (min.level === max.level) return formatQuantity(min.figure, locale, words) ?? "";
  const low = formatQuantity(min.figure, locale, words, { unit: false, per: false });
  const high = formatQuantity(max.figure, locale, words);
  return low && high ? fill(words.valuesFromTo, { min: low, max: high }) : "";
}
