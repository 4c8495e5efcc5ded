import { monthDays, monthOf, type Stretch, yearDays, yearOf } from "../extract/period/calendar";
import type { DatePrecision } from "../vocabulary";

/** From the finest to the coarsest. */
const coarser: readonly DatePrecision[] = ["day", "month", "season", "year"];

/**
 * The period of a figure, from what its cells name. Without an end it lasts as long as what the start names: a day, a
 * month, a year; a stated precision widens a day to the month or the year it lies in.
 */
export function periodOf(
  start: Stretch | null,
  end: Stretch | null,
  stated: DatePrecision | null,
): { readonly start: string | null; readonly end: string | null; readonly precision: DatePrecision } {
  if (start === null || stated === "unknown") return { start: null, end: null, precision: "unknown" };
  if (end !== null) return { start: start.start, end: end.end, precision: stated ?? coarsest(start, end) };
  return stated === null || start.precision !== "day"
    ? { ...start, ...(stated && { precision: stated }) }
    : widened(start, stated);
}

const coarsest = (start: Stretch, end: Stretch): DatePrecision =>
  coarser.indexOf(start.precision) > coarser.indexOf(end.precision) ? start.precision : end.precision;

function widened({ start, end }: Stretch, precision: DatePrecision): Stretch {
  if (precision === "month") return monthDays(yearOf(start), monthOf(start));
  return precision === "year" ? yearDays(yearOf(start)) : { start, end, precision };
}

/** A stretch as a date no more precise than it is: 2024-08-17, 2024-08, 2024. */
export function partialDate({ start, precision }: Stretch): string {
  if (precision === "day") return start;
  return precision === "month" ? start.slice(0, 7) : start.slice(0, 4);
}

/** The days that such a date stands for. */
export function daysOfPartial(date: string): Stretch {
  if (date.length === 10) return { start: date, end: date, precision: "day" };
  const year = Number(date.slice(0, 4));
  return date.length === 7 ? monthDays(year, Number(date.slice(5))) : yearDays(year);
}
