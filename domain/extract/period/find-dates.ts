import type { Day } from "../../figure";
import { fold } from "../lexicon-match";
import type { ReadingContext, Span } from "../proposal";
import { until } from "./calendar";
import { calendarRules } from "./calendar-rules";
import { chronoDates } from "./chrono-dates";
import type { DateMatch, DateReading, DateRule } from "./date-rule";
import { reportRules } from "./report-rules";

/** Words of a sentence that date something, and the days they stand for. */
export type DateFound = Span & { readonly reading: DateReading };

/** Words written as a date; null reading where they stand for no day, so that none of them is read by itself. */
type DateWords = Span & { readonly reading: DateReading | null };

const rules: readonly DateRule[] = [...calendarRules, ...reportRules];

/** A sentence longer than this is no sentence: only its start is read. */
const longest = 5000;

const kept = new WeakMap<
  ReadingContext,
  Map<string, { readonly text: string; readonly found: readonly DateFound[] }>
>();
const capacity = 8;

/** The dates of a sentence in reading order, none overlapping: the longest wording wins. Kept, as for claimants. */
export function findDates(text: string, span: Span, context: ReadingContext): readonly DateFound[] {
  const mine = kept.get(context) ?? new Map();
  kept.set(context, mine);
  const key = `${span.start}-${span.end}`;
  const known = mine.get(key);
  if (known && known.text === text) return known.found;
  const sentence = text.slice(span.start, Math.min(span.end, span.start + longest));
  const own = withoutOverlaps(ownDates(sentence, context));
  const all = withoutOverlaps([...own, ...chronoDates(sentence, own, context)]);
  const found = all
    .filter(isRead)
    .map((one) => ({ ...one, start: one.start + span.start, end: one.end + span.start }));
  if (mine.size >= capacity) mine.clear();
  mine.set(key, { text, found });
  return found;
}

const isRead = (one: DateWords): one is DateFound => one.reading !== null;

function ownDates(sentence: string, context: ReadingContext): DateWords[] {
  const folded = fold(sentence);
  return rules.flatMap((rule) => {
    const pattern = rule.pattern[context.language];
    if (!pattern) return [];
    return Array.from(folded.matchAll(pattern), (match) =>
      dated(sentence, folded, rule, match, context),
    ).filter((one) => one !== null);
  });
}

function dated(
  sentence: string,
  folded: string,
  rule: DateRule,
  match: RegExpExecArray,
  context: ReadingContext,
): DateWords | null {
  const [start, end] = [match.index, match.index + match[0].length];
  if (rule.capital && context.language === "en" && !/\p{Lu}\p{L}+/u.test(sentence.slice(start, end)))
    return null;
  const { language, reportedOn } = context;
  const given: DateMatch = { parts: match.groups ?? {}, language, reportedOn, context };
  const reading = rule.read(given);
  // "Le 30 février 2025" is no February 2025, where "drones 126" is only no counter.
  if (!reading) return calendarRules.includes(rule) ? { start, end, reading } : null;
  return placed(folded, { start, end, reading }, reportedOn);
}

const since = /(?:depuis|since|a partir d[eu])(?: le| l'| la| the)? ?$/;
const by = /(?:d'ici(?: a| au| la)?|\bby|prevue?s? (?:pour |en )?|\bd'ici l'?)(?: le| la| the)? ?$/;
const aside = /(?:avant|apres|before|after|jusqu'(?:au?|en)|until|till)(?: le| la| l'| the)? ?$/;

/** "depuis", "d'ici" and "avant" before a date change what it says: from then on, up to then, or nothing of the value. */
function placed(folded: string, found: DateFound, reportedOn: Day | null): DateWords {
  const head = folded.slice(Math.max(0, found.start - 20), found.start);
  const whole = folded.slice(found.start, found.end);
  const { reading } = found;
  const from = since.exec(head) ?? (/^(?:depuis|since) /.test(whole) ? { 0: "" } : null);
  if (from) {
    if (reportedOn === null || reading.start > reportedOn) return { ...found, reading: null };
    const ends = { ...reading, end: reportedOn, how: `${reading.how}, up to the report` };
    return { start: found.start - from[0].length, end: found.end, reading: ends };
  }
  if (aside.test(head)) return { ...found, reading: null };
  const ahead = by.exec(head) ?? (/^(?:d'ici|by) /.test(whole) ? { 0: "" } : null);
  if (ahead && reportedOn !== null && reading.end > reportedOn) {
    const to = { ...reading, start: reportedOn, how: "from the report up to then" };
    return { start: found.start - ahead[0].length, end: found.end, reading: to };
  }
  return {
    ...found,
    reading: reportedOn === null ? reading : { ...reading, ...stillRunning(reading, reportedOn) },
  };
}

/** A month or a year under way has only been counted up to the report. */
const stillRunning = (reading: DateReading, on: Day) =>
  reading.precision === "day" ? reading : until(reading, on);

function withoutOverlaps<T extends Span>(found: readonly T[]): T[] {
  const byLength = found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken = new Uint8Array(found.reduce((most, { end }) => Math.max(most, end), 0));
  const left = byLength.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return left.sort((a, b) => a.start - b.start);
}
