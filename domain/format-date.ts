import type { DateClaim, Day } from "./figure";
import type { Locale } from "./vocabulary";

const DAY_MS = 86_400_000;

export type DateStyle = "short" | "long";

const seasons: Readonly<Record<Locale, readonly [string, string, string, string]>> = {
  fr: ["hiver", "printemps", "été", "automne"],
  en: ["winter", "spring", "summer", "autumn"],
};

const intlLocale: Readonly<Record<Locale, string>> = { fr: "fr-FR", en: "en-GB" };
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** A calendar day through one Intl pattern, in UTC; formatters are costly to make, so each is kept. */
export function formatWith(day: Day, locale: Locale, pattern: Intl.DateTimeFormatOptions): string {
  const name = `${locale}${JSON.stringify(pattern)}`;
  const format =
    dateFormats.get(name) ?? new Intl.DateTimeFormat(intlLocale[locale], { ...pattern, timeZone: "UTC" });
  dateFormats.set(name, format);
  return format.format(Date.parse(`${day}T00:00:00Z`));
}

/** `13 févr. 2025`, `13 February 2025`: the month stays on the day's line; the first is `1er` in French. */
export function formatDay(day: Day, locale: Locale, style: DateStyle = "short"): string {
  return dayAndMonth(formatWith(day, locale, { day: "numeric", month: style, year: "numeric" }), locale);
}

/** `août 2024`, `August 2024`. */
export function formatMonth(day: Day, locale: Locale): string {
  return formatWith(day, locale, { month: "long", year: "numeric" });
}

const ordinal = (day: string, locale: Locale) => (locale === "fr" && day === "1" ? "1er" : day);

/** A day parted from its month at the end of a line reads as a number of something. */
const dayAndMonth = (text: string, locale: Locale) =>
  text.replace(/^(\d+) /, (_, day: string) => `${ordinal(day, locale)}\u00a0`);

/** The text of a date at the precision it is known to; null where it is not known. The basis is not said here. */
export function formatDate(claim: DateClaim, locale: Locale, style: DateStyle = "short"): string | null {
  const start = claim.start ?? claim.end;
  const end = claim.end ?? claim.start;
  if (start === null || end === null) return null;
  switch (claim.precision) {
    case "unknown":
      return null;
    case "day":
      return start === end ? formatDay(start, locale, style) : formatDays(start, end, locale, style);
    case "month":
      return formatMonths(start, end, locale);
    case "season":
      return formatSeason(start, end, locale);
    case "year":
      return start.slice(0, 4) === end.slice(0, 4)
        ? start.slice(0, 4)
        : `${start.slice(0, 4)}–${end.slice(0, 4)}`;
  }
}

function formatDays(start: Day, end: Day, locale: Locale, style: DateStyle): string {
  const last = formatDay(end, locale, style);
  if (start.slice(0, 7) === end.slice(0, 7))
    return `${ordinal(String(Number(start.slice(8))), locale)}–${last}`;
  const year = start.slice(0, 4) === end.slice(0, 4) ? undefined : ("numeric" as const);
  const first = dayAndMonth(formatWith(start, locale, { day: "numeric", month: style, year }), locale);
  return `${first} – ${last}`;
}

function formatMonths(start: Day, end: Day, locale: Locale): string {
  if (start.slice(0, 7) === end.slice(0, 7)) return formatMonth(start, locale);
  if (start.slice(0, 4) !== end.slice(0, 4))
    return `${formatMonth(start, locale)} – ${formatMonth(end, locale)}`;
  return `${formatWith(start, locale, { month: "long" })}–${formatMonth(end, locale)}`;
}

/** Named after its middle day, so that both calendar and astronomical seasons come out right. */
function formatSeason(start: Day, end: Day, locale: Locale): string {
  const from = Date.parse(`${start}T00:00:00Z`);
  const to = Date.parse(`${end}T00:00:00Z`);
  const [a, b] = [start.slice(0, 4), end.slice(0, 4)];
  if (to - from > 120 * DAY_MS) return formatMonths(start, end, locale);
  const month = new Date((from + to) / 2).getUTCMonth();
  return `${seasons[locale][Math.floor(((month + 1) % 12) / 3)]} ${a === b ? a : `${a}–${b}`}`;
}
