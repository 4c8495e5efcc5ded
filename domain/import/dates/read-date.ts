import { fold } from "../../extract/numbers/fold";
import {
  calendarDay,
  monthDays,
  oneDay,
  type Stretch,
  seasonDays,
  yearDays,
} from "../../extract/period/calendar";
import { monthPattern, months, seasons, weekdayPattern } from "../../extract/period/date-words";

/** In which order the parts of a date in digits stand; a year of four digits may lead in any. */
export type DateOrder = "YMD" | "DMY" | "MDY";

/** The days a cell names; "unclear" where day and month may be exchanged; null where it names none. */
export type DateAnswer = Stretch | "unclear" | null;

/** A time of day, which is no matter here: days are taken as printed, in no time zone. */
const time =
  /(?:[t ,]+\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)? ?(?:[ap]m)?(?: ?(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?)$/;
const either = (french: string, english: string) => `(?:${french}|${english})`;
const weekday = new RegExp(`^${either(weekdayPattern.fr, weekdayPattern.en)}\\.?,? (?:le )?`);
const month = `(?<month>${either(monthPattern.fr, monthPattern.en)})`;
const year = "(?<year>\\d{4})";
const dayOfMonth = "(?<day>\\d{1,2})(?:er|st|nd|rd|th)?";

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const threeParts = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const inWords = [
  new RegExp(`^(?:le )?${dayOfMonth}(?: of)?[ -]${month}[ ,-]{1,2}${year}$`),
  new RegExp(`^${month}[ -]${dayOfMonth},? ${year}$`),
  new RegExp(`^${year}[ -]${month}[ -]${dayOfMonth}$`),
];
const monthInWords = new RegExp(`^${month}[ -]${year}$`);

/** Longer cells hold more than a date. */
const longest = 60;

/**
 * Reads a date as tables print them: ISO, digits with `/`, `.` or `-`, month names in French and English, months,
 * seasons and years. An ISO time keeps its day as printed.
 * @param order of day and month in this column; null where it shows none
 */
export function readDate(text: string, order: DateOrder | null): DateAnswer {
  if (text.length > longest) return null;
  const folded = fold(text.trim());
  return readOne(folded, order) ?? readStretch(folded, order);
}

function readOne(folded: string, order: DateOrder | null): DateAnswer {
  const bare = folded.replace(time, "").replace(weekday, "");
  return readDigits(bare, order) ?? readWords(bare);
}

/** What may part the first day of a stretch from its last. */
const parting = /^(?:(?:du|from) )?(.{4,}?)(?: ?[–\u2192] ?| - | to | au |(?<=\d{4}-\d{2}-\d{2})\/)(.{4,})$/;

/** Two whole dates in one cell: "2024-08-06/2024-08-12", "6/8/2024 – 12/8/2024". */
function readStretch(folded: string, order: DateOrder | null): DateAnswer {
  const [, first, last] = parting.exec(folded) ?? [];
  if (first === undefined || last === undefined) return null;
  const [start, end] = [readOne(first, order), readOne(last, order)];
  if (start === null || end === null) return null;
  if (start === "unclear" || end === "unclear") return "unclear";
  return start.precision === end.precision ? { ...start, end: end.end } : null;
}

function readDigits(text: string, order: DateOrder | null): DateAnswer {
  const iso = yearFirst.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(text);
  if (iso) return dayOf(iso[1]!, iso[3]!, iso[4]!);
  const parts = threeParts.exec(text);
  if (parts) return readThree(parts[1]!, parts[3]!, parts[4]!, order);
  const [, y, m] = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? [];
  const [, n, z] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (y !== undefined || z !== undefined) return monthOf(y ?? z!, m ?? n!);
  return /^\d{4}$/.test(text) && plausible(Number(text)) ? yearDays(Number(text)) : null;
}

function readThree(first: string, second: string, third: string, order: DateOrder | null): DateAnswer {
  if (third.length === 2) {
    if (order === null) return "unclear";
    return order === "YMD"
      ? dayOf(century(first), second, third)
      : inOrder(first, second, century(third), order);
  }
  if (order !== null && order !== "YMD") return inOrder(first, second, third, order);
  const [byDay, byMonth] = [dayOf(third, second, first), dayOf(third, first, second)];
  if (byDay === null || byMonth === null) return byDay ?? byMonth;
  return byDay.start === byMonth.start ? byDay : "unclear";
}

const inOrder = (first: string, second: string, year: string, order: "DMY" | "MDY") =>
  order === "DMY" ? dayOf(year, second, first) : dayOf(year, first, second);

/** Two digits mean a year of this century; only where the order was stated do they mean a year at all. */
const century = (year: string) => `20${year.padStart(2, "0")}`;

function readWords(text: string): DateAnswer {
  for (const pattern of inWords) {
    const parts = pattern.exec(text)?.groups;
    if (parts) return dayOf(parts.year!, String(monthNamed(parts.month!)), parts.day!);
  }
  const named = monthInWords.exec(text)?.groups;
  if (named) return monthOf(named.year!, String(monthNamed(named.month!)));
  const [, word = "", digits = ""] = /^([a-z]+) (\d{4})$/.exec(text) ?? [];
  const season = seasons.get(word);
  return season && plausible(Number(digits)) ? seasonDays(Number(digits), season) : null;
}

function monthNamed(name: string): number {
  const bare = name.replace(/\.$/, "");
  return (months.fr.get(bare) ?? months.en.get(bare)!) + 1;
}

function dayOf(year: string, month: string, day: string): Stretch | null {
  const found = calendarDay(Number(year), Number(month), Number(day));
  return found === null ? null : oneDay(found);
}

function monthOf(year: string, month: string): Stretch | null {
  const [y, m] = [Number(year), Number(month)];
  return plausible(y) && m >= 1 && m <= 12 ? monthDays(y, m) : null;
}

const plausible = (year: number) => year >= 1900 && year <= 2199;

/** The first cell that shows each order, and the first that shows neither. */
export type OrdersSeen = Readonly<Record<"DMY" | "MDY" | "unclear", string | null>>;

/** Looks through the cells of a whole column. */
export function seeOrders(texts: Iterable<string>): OrdersSeen {
  const seen: Record<"DMY" | "MDY" | "unclear", string | null> = { DMY: null, MDY: null, unclear: null };
  for (const text of texts) {
    const parts = text.length > longest ? null : threeParts.exec(fold(text.trim()).replace(time, ""));
    if (parts === null) continue;
    if (readDate(text, null) === "unclear") seen.unclear ??= text;
    else if (Number(parts[1]) > 12) seen.DMY ??= text;
    else if (Number(parts[3]) > 12) seen.MDY ??= text;
  }
  return seen;
}

/** The order of a column where its cells agree on one; null where they show none, or both. */
export function orderOf(seen: OrdersSeen): DateOrder | null {
  if (seen.DMY !== null && seen.MDY !== null) return null;
  return seen.DMY !== null ? "DMY" : seen.MDY !== null ? "MDY" : null;
}
