import type { DateClaim, Day, Figure } from "./figure";

/** So many newest claims are said in words above a chart: of more subjects the table tells. */
export const mostHeadlines = 12;

/**
 * The newest claim about each subject, newest first: what is said in words above a chart. Of two for the same time
 * one that names its claimant goes before one that does not; superseded and retracted figures are never the newest.
 */
export function latestFigures(figures: readonly Figure[], most = mostHeadlines): Figure[] {
  const current = figures.filter((figure) => figure.supersededBy === null && figure.status === "published");
  const bySubject = new Map<string, Figure>();
  for (const figure of [...current].sort(newestFirst)) {
    const subject = figure.subject?.slug ?? "";
    if (!bySubject.has(subject)) bySubject.set(subject, figure);
  }
  return [...bySubject.values()].slice(0, most);
}

const lastDay = (figure: Figure) => figure.period.end ?? "";
const reportedDay = (figure: Figure) => figure.reportedOn.end ?? figure.reportedOn.start ?? "";
const rankOrder = { preferred: 0, normal: 1, deprecated: 2 } as const;

function newestFirst(a: Figure, b: Figure): number {
  return (
    compare(reportedDay(b), reportedDay(a)) ||
    compare(lastDay(b), lastDay(a)) ||
    rankOrder[a.rank] - rankOrder[b.rank] ||
    Number(a.claimant === null) - Number(b.claimant === null) ||
    compare(a.id, b.id)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const sure = ({ basis }: DateClaim) => Number(basis === "stated" || basis === "computed");

/** When any of the figures was last reported; null where no report has a date. */
export function lastReport(figures: readonly Figure[]): DateClaim | null {
  const [last] = figures
    .filter((figure) => figure.reportedOn.start !== null)
    .sort((a, b) => compare(reportedDay(b), reportedDay(a)) || sure(b.reportedOn) - sure(a.reportedOn));
  return last?.reportedOn ?? null;
}

/** Whole days from the end of a date to `today`, never less than none. */
export const daysSince = ({ end, start }: DateClaim, today: Day): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(end ?? start ?? today)) / 86_400_000));
