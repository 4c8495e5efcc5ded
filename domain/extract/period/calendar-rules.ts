import type { Day } from "../../figure";
import {
  addDays,
  calendarDay,
  days,
  latestPast,
  monthDays,
  oneDay,
  type Stretch,
  seasonDays,
  thirdOfMonth,
  weekdayOf,
  yearDays,
} from "./calendar";
import { absolute, type DateMatch, type DateReading, type DateRule, relative, rule } from "./date-rule";
import {
  monthPattern as month,
  monthNumber,
  seasons,
  weekdayPattern as weekday,
  weekdays,
  yearPattern,
} from "./date-words";

const day = (name: string) => `(?<${name}>\\d{1,2})(?:er|st|nd|rd|th)?`;
const year = `(?<year>${yearPattern})`;
const monthOfMatch = ({ parts, language }: DateMatch, name = "month") => monthNumber(parts[name]!, language);

/** A stretch of the year printed, or of the latest year in which it had begun by the day of the report. */
function inYear(
  { parts, reportedOn }: DateMatch,
  make: (year: number) => Stretch | null,
): DateReading | null {
  if (parts.year) return absolute(make(Number(parts.year)), "the date is printed");
  return reportedOn ? relative(latestPast(make, reportedOn), "the last one before the report") : null;
}

/** Dates by day, month, season and year. */
export const calendarRules: readonly DateRule[] = [
  rule(
    "2025-02-13",
    "(?<year>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d)",
    "(?<year>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d)",
    ({ parts }) =>
      absolute(
        oneDayOrNull(calendarDay(Number(parts.year), Number(parts.m), Number(parts.d))),
        "the date is printed",
      ),
  ),
  rule(
    "2025-02",
    "(?<year>20\\d\\d)-(?<m>0[1-9]|1[0-2])(?!-)",
    "(?<year>20\\d\\d)-(?<m>0[1-9]|1[0-2])(?!-)",
    ({ parts }) => absolute(monthDays(Number(parts.year), Number(parts.m)), "the month is printed"),
  ),
  rule(
    "13/02/2025",
    "(?<a>\\d{1,2})[/.](?<b>\\d{1,2})[/.](?<year>\\d{4})",
    "(?<a>\\d{1,2})[/.](?<b>\\d{1,2})[/.](?<year>\\d{4})",
    slashes,
  ),
  rule(
    "du 3 au 9 février",
    `(?:du|entre le) ${day("from")}(?: ${month.fr})? (?:au|et le) ${day("to")} (?<month>${month.fr})(?: ${year})?`,
    `(?:from|between) (?:the )?${day("from")} (?:to|and) (?:the )?${day("to")} (?<month>${month.en}),?(?: ${year})?`,
    dayRange,
  ),
  rule(
    "13 février 2025",
    `(?:le )?(?:(?<weekday>${weekday.fr}),? )?(?:le )?${day("day")} (?<month>${month.fr})(?: ${year})?`,
    `(?:(?<weekday>${weekday.en}),? )?(?:the )?${day("day")}(?: of)? (?<month>${month.en}),?(?: ${year})?`,
    dayOfYear,
  ),
  rule(
    "February 13, 2025",
    null,
    `(?:(?<weekday>${weekday.en}),? )?(?<month>${month.en}) ${day("day")}(?!\\d|[.,]\\d)(?:,? ${year})?`,
    dayOfYear,
  ),
  rule(
    "entre janvier et mars 2024",
    `(?:entre|de) (?<from>${month.fr}) (?:et|a) (?<to>${month.fr})(?: ${year})?`,
    `(?:between|from) (?<from>${month.en}) (?:and|to) (?<to>${month.en})(?: ${year})?`,
    monthRange,
  ),
  rule(
    "fin septembre",
    `(?:a la |en |des |a )?(?<part>debut|mi|fin)[- ](?:du mois de |de )?(?<month>${month.fr})(?: ${year}| dernier)?`,
    `(?:in |by )?(?:the )?(?<part>early|mid|late|end of|start of|beginning of)[- ](?<month>${month.en}),?(?: ${year})?`,
    (match) => inYear(match, (at) => thirdOfMonth(monthDays(at, monthOfMatch(match)), partOf(match))),
  ),
  rule(
    "en août dernier",
    `(?:(?:en|au mois de?|d[ue]|de|courant|durant|pendant|le mois de?) |d')?(?<month>(?!mars (?!20|19|dernier))${month.fr})(?: dernier)?(?: ${year})?|(?:en|de|au mois de|depuis) (?<mars>mars)`,
    `(?:(?:in|of|during|for|since|last|this|by) )(?<month>${month.en})(?: of)?,?(?: ${year})?|(?<alone>(?!may\\b|march\\b|mar\\b)${month.en})(?: (?<year3>${yearPattern}))?|(?<spring>may|march),? (?<year2>${yearPattern})`,
    monthOfYear,
    true,
  ),
  rule(
    "l'été dernier",
    `(?:(?:cet|a l'|l'|en|de l'|durant l'|pendant l'|au|le|du|ce) ?)(?<season>ete|automne|hiver|printemps)(?<last> dernier)?(?: ${year})?`,
    `(?:(?:this|last|in the|the|in|of the|over the|during the) )(?<season>summer|autumn|fall|winter|spring)(?: of)?,?(?: ${year})?`,
    (match) => inYear(match, (at) => seasonDays(at, seasons.get(match.parts.season!)!)),
  ),
  rule(
    "fin 2025",
    `(?<part>debut|mi|fin)[- ](?:de l'annee )?${year}`,
    `(?:the )?(?<part>early|mid|late|end of|start of|beginning of)[- ]${year}`,
    ({ parts }) => absolute(yearPart(Number(parts.year), parts.part!), "the year is printed"),
  ),
  rule(
    "en 2024",
    `(?:en|depuis|l'annee|pour|de l'annee|courant|d'ici a|d'ici) ${year}|\\(${year.replace("year", "year2")}\\)`,
    `(?:in|since|during|throughout|for|by|of) ${year}`,
    ({ parts }) => absolute(yearDays(Number(parts.year ?? parts.year2)), "the year is printed"),
  ),
];

const oneDayOrNull = (at: Day | null): Stretch | null => (at === null ? null : oneDay(at));

/** French writes the day first; in English only a number above 12 tells which is the day. */
function slashes({ parts, language }: DateMatch): DateReading | null {
  const [a, b, printed] = [Number(parts.a), Number(parts.b), Number(parts.year)];
  if (language === "en" && a <= 12 && b <= 12 && a !== b) return null;
  const dayFirst = language === "fr" || a > 12;
  const at = dayFirst ? calendarDay(printed, b, a) : calendarDay(printed, a, b);
  return absolute(oneDayOrNull(at), "the date is printed");
}

function dayRange(match: DateMatch): DateReading | null {
  const { from, to } = match.parts;
  const number = monthOfMatch(match);
  const other = Number(from) > Number(to) ? number - 1 : number;
  return inYear(match, (at) => {
    const start = calendarDay(other < 1 ? at - 1 : at, other < 1 ? 12 : other, Number(from));
    const end = calendarDay(at, number, Number(to));
    return start && end && start <= end ? days(start, end) : null;
  });
}

/** A printed weekday tells the year better than "the latest past" does. */
function dayOfYear(match: DateMatch): DateReading | null {
  const { parts, language, reportedOn } = match;
  const make = (at: number) => oneDayOrNull(calendarDay(at, monthOfMatch(match), Number(parts.day)));
  const named = parts.weekday && weekdays[language].get(parts.weekday);
  if (parts.year || named === undefined || named === "" || !reportedOn) return inYear(match, make);
  const agreeing = latestPast(
    (at) => {
      const stretch = make(at);
      return stretch && weekdayOf(stretch.start) === named ? stretch : null;
    },
    addDays(reportedOn, 31),
  );
  return agreeing
    ? relative(agreeing, "the nearest year in which that weekday has that date")
    : inYear(match, make);
}

function monthRange(match: DateMatch): DateReading | null {
  const [from, to] = [monthOfMatch(match, "from"), monthOfMatch(match, "to")];
  return inYear(match, (at) => ({
    start: monthDays(from > to ? at - 1 : at, from).start,
    end: monthDays(at, to).end,
    precision: "month",
  }));
}

function monthOfYear(match: DateMatch): DateReading | null {
  const { parts } = match;
  const name = parts.month ?? parts.alone ?? parts.mars ?? parts.spring;
  if (!name) return null;
  const dated = { ...match, parts: { ...parts, year: parts.year ?? parts.year2 ?? parts.year3 } };
  return inYear(dated, (at) => monthDays(at, monthNumber(name, match.language)));
}

const partOf = ({ parts }: DateMatch) =>
  /^(?:debut|early|start|beginning)/.test(parts.part!) ? "early" : /^mi/.test(parts.part!) ? "mid" : "late";

/** The first or last quarter of a year, or its middle half: as precise as a year. */
function yearPart(at: number, part: string): Stretch {
  const [first, last] = /^(?:debut|early|start|beginning)/.test(part)
    ? [1, 3]
    : part.startsWith("mi")
      ? [5, 8]
      : [10, 12];
  return { start: monthDays(at, first).start, end: monthDays(at, last).end, precision: "year" };
}
