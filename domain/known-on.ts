import type { Day, Figure } from "./figure";

/** A day on which something was reported, and how many claims. */
export type ReportDay = { readonly day: Day; readonly count: number };

/**
 * The figures as they stood by what had been reported on a day, out of those that had been: what nobody had replaced yet
 * stands, and nobody had withdrawn anything. With `ghosts` it is said what became of each later.
 */
export function asTheyStood(known: readonly Figure[], ghosts: boolean): readonly Figure[] {
  if (ghosts) return known;
  const ids = new Set(known.map(({ id }) => id));
  return known.map((figure) =>
    figure.supersededBy === null || ids.has(figure.supersededBy) ? figure : { ...figure, supersededBy: null },
  );
}

/** How many claims had been reported by a day. */
export const reportedBy = (days: readonly ReportDay[], day: Day): number =>
  days.reduce((sum, report) => (report.day <= day ? sum + report.count : sum), 0);

/** Where a day stands among the reports: the place of the last report up to it, from 1; 0 before the first. */
export const placeOf = (days: readonly ReportDay[], day: Day): number =>
  days.filter((report) => report.day <= day).length;
