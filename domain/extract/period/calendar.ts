import type { Day } from "../../figure";
import type { DatePrecision } from "../../vocabulary";

/** A stretch of days, both ends included. */
export type Stretch = { readonly start: Day; readonly end: Day; readonly precision: DatePrecision };

const msPerDay = 86_400_000;
const dayOf = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);
const msOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: Day, days: number): Day => dayOf(msOf(day) + days * msPerDay);

/** 0 Monday to 6 Sunday. */
export const weekdayOf = (day: Day): number => (new Date(msOf(day)).getUTCDay() + 6) % 7;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** The calendar day, or null where there is none (30 February). Years 1900 to 2199. */
export function calendarDay(year: number, month: number, day: number): Day | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const made = dayOf(Date.UTC(year, month - 1, day));
  return Number(made.slice(8)) === day ? made : null;
}

export const oneDay = (day: Day): Stretch => ({ start: day, end: day, precision: "day" });
export const days = (start: Day, end: Day): Stretch => ({ start, end, precision: "day" });

/** The days of a month, `month` counted from 1 and carried over year ends (0 is the December before). */
export function monthDays(year: number, month: number): Stretch {
  const first = dayOf(Date.UTC(year, month - 1, 1));
  return { start: first, end: dayOf(Date.UTC(year, month, 0)), precision: "month" };
}

export const yearDays = (year: number): Stretch => ({
  start: `${year}-01-01`,
  end: `${year}-12-31`,
  precision: "year",
});

/** First month of each season as the weather service counts them, winter named for the year it begins in. */
const firstMonth = { spring: 3, summer: 6, autumn: 9, winter: 12 } as const;
export type Season = keyof typeof firstMonth;

export function seasonDays(year: number, season: Season): Stretch {
  const month = firstMonth[season];
  return { start: monthDays(year, month).start, end: monthDays(year, month + 2).end, precision: "season" };
}

/** The first, middle or last ten days or so of a month: still only as precise as a month. */
export function thirdOfMonth({ start, end }: Stretch, part: "early" | "mid" | "late"): Stretch {
  const on = (day: string) => start.slice(0, 8) + day;
  if (part === "early") return { start, end: on("10"), precision: "month" };
  if (part === "mid") return { start: on("11"), end: on("20"), precision: "month" };
  return { start: on("21"), end, precision: "month" };
}

/** The latest of a yearly stretch that had begun by a day; `make` gives the stretch of a year. */
export function latestPast(make: (year: number) => Stretch | null, by: Day): Stretch | null {
  for (let year = yearOf(by); year > yearOf(by) - 9; year--) {
    const stretch = make(year);
    if (stretch && stretch.start <= by) return stretch;
  }
  return null;
}

/** Up to a day: what is still running has only been counted so far. */
export const until = (stretch: Stretch, by: Day): Stretch =>
  stretch.start <= by && stretch.end > by ? { ...stretch, end: by } : stretch;
