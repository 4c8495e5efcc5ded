import type { Cell } from "../cell";
import type { ShownAs } from "./number-format";

const [day, secondsADay] = [86_400_000, 86_400];
/** Day 0 of both calendars. In that of 1900, Excel counts a 29 February that there was not, as day 60. */
const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
const leapDayThatWasNone = 60;
/** Seconds up to some day after 9999 in either calendar. */
const farthest = 3_000_000 * secondsADay;

export type Calendar = keyof typeof epochs;

/**
 * What a number shown as a day or a time says: a day, with its time where it has one, to the second; a time alone as
 * words, "14:30:00"; null where it is no day (29 February 1900, day 0, before the calendar begins, after 9999).
 * @param serial days since the calendar began, a plain decimal
 */
export function serialDay(serial: string, calendar: Calendar, shown: ShownAs): Cell {
  // A float is exact enough for the second of a day: 7 digits of days leave 8 for its parts.
  const seconds = Math.round(Number(serial) * secondsADay);
  if (!(seconds >= 0 && seconds <= farthest)) return null;
  const days = Math.floor(seconds / secondsADay);
  const time = clock(seconds - days * secondsADay);
  if (shown === "elapsed") return clock(seconds);
  if (days === 0 && (shown === "time" || (calendar === 1900 && seconds > 0))) return time;
  const date = calendarDay(days, calendar);
  if (date === null) return null;
  return { date: time === "00:00:00" ? date : `${date}T${time}` };
}

function calendarDay(days: number, calendar: Calendar): string | null {
  const early = calendar === 1900 && days < leapDayThatWasNone;
  if (calendar === 1900 && (days === 0 || days === leapDayThatWasNone)) return null;
  const date = new Date(epochs[calendar] + (days + (early ? 1 : 0)) * day);
  return date.getTime() > Date.UTC(9999, 11, 31) ? null : date.toISOString().slice(0, 10);
}

const isDay = (written: string): boolean => {
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
};

/** Hours, minutes and seconds; more than a day where they are counted on. */
function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** A day as a workbook of the strict kind writes it out (`t="d"`), or null where it is none. */
export function isoDay(written: string): Cell {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(written.trim());
  if (match === null || !isDay(match[1]!)) return null;
  const time = match[2]?.padEnd(8, ":00") ?? "00:00:00";
  return { date: time === "00:00:00" ? match[1]! : `${match[1]}T${time}` };
}
