import type { DateClaim, Day } from "../figure";
import type { DatePrecision } from "../vocabulary";
import type { TimeWindow } from "./panel";

export const DAY_MS = 86_400_000;

export const dayToMs = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
export const msToDay = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** The stretch of time a date covers, its last day included; null where the date is not known. */
export function stretchOf(date: DateClaim): TimeWindow | null {
  if (date.precision === "unknown") return null;
  const first = date.start ?? date.end;
  if (first === null) return null;
  const from = dayToMs(first);
  const to = date.end === null ? endOf(from, date.precision) : dayToMs(date.end) + DAY_MS;
  return Number.isFinite(from) && to > from ? { from, to } : null;
}

/** Where only a start is stated, the stretch is as long as the precision says. */
function endOf(from: number, precision: DatePrecision): number {
  const date = new Date(from);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (precision === "month") return Date.UTC(year, month + 1, 1);
  if (precision === "season") return Date.UTC(year, month + 3, 1);
  if (precision === "year") return Date.UTC(year + 1, 0, 1);
  return from + DAY_MS;
}

export const middleOf = (stretch: TimeWindow): number => (stretch.from + stretch.to) / 2;
export const isLongerThanADay = (stretch: TimeWindow): boolean => stretch.to - stretch.from > DAY_MS;
