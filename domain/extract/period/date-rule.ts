import type { Day } from "../../figure";
import type { ReadingContext, ReadingLanguage } from "../proposal";
import type { Stretch } from "./calendar";

/** What a rule has to go on: the named parts of the words, and the day of the report where it is known. */
export type DateMatch = {
  readonly parts: Readonly<Record<string, string | undefined>>;
  readonly language: ReadingLanguage;
  readonly reportedOn: Day | null;
  readonly context: ReadingContext;
};

/** What words stand for. `absolute`: without the day of the report. */
export type DateReading = Stretch & { readonly how: string; readonly absolute: boolean };

/** One way to write a date: words in folded text, and the days they stand for; null where they cannot be told. */
export type DateRule = {
  readonly name: string;
  readonly pattern: Readonly<Partial<Record<ReadingLanguage, RegExp>>>;
  readonly read: (match: DateMatch) => DateReading | null;
  /** Must be printed with a capital ("May", "March"). */
  readonly capital?: boolean;
};

export const rule = (
  name: string,
  fr: string | null,
  en: string | null,
  read: DateRule["read"],
  capital = false,
): DateRule => ({
  name,
  pattern: { ...(fr && { fr: whole(fr) }), ...(en && { en: whole(en) }) },
  read,
  capital,
});

/** Whole words only, anywhere in folded text. */
const whole = (source: string) => new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, "gu");

export const absolute = (stretch: Stretch | null, how: string): DateReading | null =>
  stretch && { ...stretch, how, absolute: true };
export const relative = (stretch: Stretch | null, how: string): DateReading | null =>
  stretch && { ...stretch, how, absolute: false };
