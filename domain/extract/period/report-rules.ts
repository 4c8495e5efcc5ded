import type { Day } from "../../figure";
import {
  addDays,
  days,
  monthDays,
  monthOf,
  oneDay,
  type Stretch,
  weekdayOf,
  yearDays,
  yearOf,
} from "./calendar";
import { dayOfCounter } from "./counted-day";
import { absolute, type DateMatch, type DateReading, type DateRule, relative, rule } from "./date-rule";
import { numberPattern, smallNumber, weekdayPattern as weekday, weekdays } from "./date-words";

type Read = (reportedOn: Day, match: DateMatch) => Stretch | null;

/** A rule that counts from the day of the report, and reads nothing where that is unknown. */
const counted = (name: string, fr: string | null, en: string | null, how: string, read: Read): DateRule =>
  rule(name, fr, en, (match) => (match.reportedOn ? relative(read(match.reportedOn, match), how) : null));

const lastNight = (on: Day) => days(addDays(on, -1), on);
const monday = (on: Day) => addDays(on, -weekdayOf(on));
const thisMonth = (on: Day, offset: number) => monthDays(yearOf(on), monthOf(on) + offset);
const upTo = (stretch: Stretch, on: Day): Stretch => ({ ...stretch, end: on });

/** Dates counted from the day of the report. */
export const reportRules: readonly DateRule[] = [
  counted("hier", "hier(?: matin| soir)?", "yesterday", "the day before the report", (on) =>
    oneDay(addDays(on, -1)),
  ),
  counted("avant-hier", "avant-hier", "(?:the )?day before yesterday", "two days before the report", (on) =>
    oneDay(addDays(on, -2)),
  ),
  counted(
    "aujourd'hui",
    "aujourd'hui|ce (?:matin|soir|jour)|cet apres-midi",
    "today|this (?:morning|afternoon|evening)|tonight",
    "the day of the report",
    oneDay,
  ),
  counted(
    "la nuit dernière",
    "(?:dans |durant |pendant |au cours de )?la nuit(?: derniere)?|cette nuit",
    "overnight|last night|(?:during|in) the night",
    "the night before the report",
    lastNight,
  ),
  counted(
    "dans la nuit de mardi à mercredi",
    `(?:dans )?(?:la )?nuit d[eu] (?<from>${weekday.fr})(?: \\d{1,2})? (?:a|au) (?<to>${weekday.fr})`,
    null,
    "the last such night before the report",
    (on, match) => lastNight(lastWeekday(on, match.parts.to!, match)),
  ),
  counted(
    "ces dernières 24 heures",
    "(?:(?:ces|les|des|en|sur|dans les|au cours des) )(?:dernieres )?(?:24|vingt-quatre) (?:dernieres )?(?:heures|h)",
    "(?:(?:over|in|during|within|for) )?(?:the )?(?:past|last|previous) (?:24 hours|day)|in 24 hours",
    "the 24 hours before the report",
    lastNight,
  ),
  counted("past week", null, "(?:past|previous) week", "the seven days before the report", (on) =>
    days(addDays(on, -7), on),
  ),
  counted(
    "ces 48 dernières heures",
    `(?:ces|les|des) (?<count>${numberPattern}) (?<unit>derniers jours|dernieres heures)`,
    `(?:past|last|previous) (?<count>${numberPattern}) (?<unit>days|hours|weeks)`,
    "counted back from the report",
    lastDays,
  ),
  counted("cette semaine", "cette semaine", "this week", "the week of the report", (on) =>
    days(monday(on), on),
  ),
  counted(
    "la semaine dernière",
    "la semaine (?:derniere|passee)",
    "last week",
    "the week before the report",
    (on) => days(addDays(monday(on), -7), addDays(monday(on), -1)),
  ),
  counted("ce mois-ci", "ce mois(?:-ci)?", "this month", "the month of the report", (on) =>
    upTo(thisMonth(on, 0), on),
  ),
  counted("le mois dernier", "le mois (?:dernier|passe)", "last month", "the month before the report", (on) =>
    thisMonth(on, -1),
  ),
  counted("le mois prochain", "le mois prochain", "next month", "the month after the report", (on) =>
    thisMonth(on, 1),
  ),
  counted(
    "depuis le début de l'année",
    "(?:depuis|des) le (?:debut|1er janvier)(?: de (?:l'annee|cette annee))?|depuis janvier dernier",
    "since the (?:start|beginning) of (?:the|this) year|so far this year",
    "from 1 January to the report",
    (on, { language }) => (language === "fr" || language === "en" ? days(`${yearOf(on)}-01-01`, on) : null),
  ),
  counted("cette année", "cette annee", "this year", "the year of the report", (on) =>
    upTo(yearDays(yearOf(on)), on),
  ),
  counted(
    "l'an dernier",
    "l'an (?:dernier|passe)|l'annee (?:derniere|passee)",
    "last year",
    "the year before the report",
    (on) => yearDays(yearOf(on) - 1),
  ),
  counted(
    "l'an prochain",
    "l'an prochain|l'annee prochaine",
    "next year",
    "the year after the report",
    (on) => yearDays(yearOf(on) + 1),
  ),
  counted(
    "lundi",
    `(?:ce )?(?<weekday>${weekday.fr})(?: (?<turn>dernier|prochain))?(?: matin| soir| apres-midi)?`,
    `(?:on |(?<turn>last|next) )?(?<weekday>(?!mon\\b|wed\\b|sat\\b|fri\\b|tue\\b)${weekday.en})(?: (?:morning|evening|night|afternoon))?`,
    "the last such weekday before the report",
    namedDay,
  ),
  counted(
    "il y a trois jours",
    `il y a (?<count>${numberPattern}) (?<unit>jours?|semaines?|mois|ans?)`,
    `(?<count>${numberPattern}) (?<unit>days?|weeks?|months?|years?) (?:ago|earlier)`,
    "counted back from the report",
    ago,
  ),
  rule(
    "jour 991",
    "(?:au )?(?<n>\\d{1,5})e jour|(?<word>\\p{L}+(?: de \\p{L}+)?) ?(?:n° ?)?(?<count>\\d{2,5})",
    "(?<word>\\p{L}+(?: of the \\p{L}+)?) (?<count>\\d{2,5})",
    counterDay,
  ),
];

function lastWeekday(on: Day, name: string, { language }: DateMatch): Day {
  return addDays(on, -((weekdayOf(on) - weekdays[language].get(name)! + 7) % 7));
}

function namedDay(on: Day, match: DateMatch): Stretch {
  const { weekday: name, turn } = match.parts;
  const latest = lastWeekday(on, name!, match);
  if (turn === "prochain" || turn === "next") return oneDay(addDays(latest, 7));
  return oneDay((turn === "dernier" || turn === "last") && latest === on ? addDays(latest, -7) : latest);
}

function lastDays(on: Day, { parts }: DateMatch): Stretch | null {
  const count = smallNumber(parts.count!);
  if (count === null) return null;
  const perUnit = /heures|hours/.test(parts.unit!) ? 1 / 24 : parts.unit === "weeks" ? 7 : 1;
  return days(addDays(on, -Math.max(1, Math.round(count * perUnit))), on);
}

function ago(on: Day, { parts }: DateMatch): Stretch | null {
  const count = smallNumber(parts.count!);
  if (count === null) return null;
  if (/^(?:jour|day)/.test(parts.unit!)) return oneDay(addDays(on, -count));
  if (/^(?:semaine|week)/.test(parts.unit!))
    return days(monday(addDays(on, -7 * count)), addDays(monday(addDays(on, -7 * count)), 6));
  if (/^(?:mois|month)/.test(parts.unit!)) return thisMonth(on, -count);
  return yearOf(on) - count > 1900 ? yearDays(yearOf(on) - count) : null;
}

/** How far from the report a counter's day may lie: "day 3" of something else is years off. */
const farthest = 62;

function counterDay({ parts, context, reportedOn }: DateMatch): DateReading | null {
  const ordinal = parts.n !== undefined;
  const count = Number(parts.n ?? parts.count);
  const named = context.lexicon.dayCounters.find(({ words }) =>
    words.some((word) => word.toLowerCase() === (ordinal ? "jour" : parts.word)),
  );
  if (!named || !Number.isSafeInteger(count) || count < 1) return null;
  const day = dayOfCounter(named, count);
  const near =
    reportedOn === null
      ? count >= 100
      : day <= addDays(reportedOn, 2) && day >= addDays(reportedOn, -farthest);
  return near || count >= 365 ? absolute(oneDay(day), "counted from the first day of the count") : null;
}
