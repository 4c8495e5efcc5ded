import * as english from "chrono-node/en";
import * as french from "chrono-node/fr";
import type { ReadingContext, Span } from "../proposal";
import { oneDay } from "./calendar";
import { relative } from "./date-rule";
import type { DateFound } from "./find-dates";

const parsers = { fr: french.casual, en: english.casual };

/** chrono tries every pattern at every word: past this the rules of our own must do. */
const longest = 2000;

/**
 * Days that chrono reads where our own rules read nothing: wordings nobody listed ("three days before yesterday").
 * Only days not after the report: chrono takes the nearest date, where the press means the latest past.
 */
export function chronoDates(sentence: string, own: readonly Span[], context: ReadingContext): DateFound[] {
  const { reportedOn, language } = context;
  if (reportedOn === null || sentence.length > longest) return [];
  const noon = { instant: new Date(`${reportedOn}T12:00:00Z`), timezone: 0 };
  const plain = blank(sentence, own).replaceAll("’", "'");
  return parsers[language].parse(plain, noon).flatMap(({ index, text, start, end }) => {
    const isDay = start.isCertain("day") || start.isCertain("weekday");
    const reading =
      isDay && !end && /\p{L}{3}/u.test(text) && !ofTheStory.test(text)
        ? dayAt(start.date(), reportedOn)
        : null;
    return reading ? [{ start: index, end: index + text.length, reading }] : [];
  });
}

function dayAt(date: Date, reportedOn: string) {
  if (Number.isNaN(date.getTime())) return null;
  const day = date.toISOString().slice(0, 10);
  return day.length === 10 && day <= reportedOn && day > "1900"
    ? relative(oneDay(day), "read by chrono")
    : null;
}

/** Counted from a day told before, not from the report: chrono would take it for yesterday or tomorrow. */
const ofTheStory = /veille|lendemain|following|next day|eve/i;

/** What our own rules have read is not read again. */
function blank(sentence: string, own: readonly Span[]): string {
  let out = "";
  let at = 0;
  for (const { start, end } of own) {
    out += sentence.slice(at, Math.max(at, start)) + "·".repeat(Math.max(0, end - Math.max(at, start)));
    at = Math.max(at, end);
  }
  return out + sentence.slice(at);
}
