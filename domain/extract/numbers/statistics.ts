import type { Per, Statistic } from "@/domain/vocabulary";
import type { ReadingLanguage, Span, UnitReading } from "../proposal";
import type { Found } from "./found";
import { after, before, type Line } from "./line";

type Side = "before" | "after" | "beside";
type Rule<T> = { readonly says: T; readonly side: Side; readonly pattern: RegExp };

/** `before` patterns end at the number, `after` ones start at it; `beside` ones may stand anywhere in its clause. */
const statisticRules: Readonly<Record<ReadingLanguage, readonly Rule<Statistic>[]>> = {
  fr: [
    { says: "average", side: "before", pattern: /\bmoyennes? (?:[a-z']+ ){0,4}(?:de |d')$/ },
    { says: "average", side: "beside", pattern: /\ben moyenne\b/ },
    {
      says: "change",
      side: "before",
      pattern:
        /\b(?:hausse|baisse|augmentation|recul|progression|diminution|reduction|chute|bond|repli|croissance) (?:[a-z]+ ){0,2}(?:de |d')(?:[a-z]+ (?:de )?)?$/,
    },
    {
      says: "change",
      side: "before",
      pattern:
        /\b(?:augmente|progresse|baisse|recule|diminue|chute|bondi|grimpe|reduit|accru)(?:nt|r|s|e)? (?:de |d')(?:[a-z]+ (?:de )?)?$/,
    },
    { says: "change", side: "after", pattern: /^ (?:[a-z²%]+ ){0,2}(?:de moins|de plus)\b(?! de)/ },
    {
      says: "total",
      side: "before",
      pattern: /\b(?:un total|le total|au total)(?: de| d'|,| a)? ?(?:[a-z]+ (?:de )?)?$/,
    },
    { says: "total", side: "beside", pattern: /\bau total\b/ },
    {
      says: "cumulative",
      side: "beside",
      pattern:
        /(?<!(?:plus|moins) [a-z]{1,15} )\bdepuis (?:le |la |l')(?:debut|lancement|declenchement|invasion|24 fevrier 2022|offensive)|\ba ce jour\b|\bjusqu'(?:ici|a present|a ce jour)\b|\ben tout\b/,
    },
  ],
  en: [
    { says: "average", side: "before", pattern: /\baverag(?:e|es|ed|ing) (?:[a-z]+ ){0,3}$/ },
    { says: "average", side: "beside", pattern: /\bon average\b/ },
    {
      says: "change",
      side: "before",
      pattern: /\b(?:increase|rise|drop|decrease|fall|decline|gain|reduction|jump) of (?:[a-z]+ ){0,2}$/,
    },
    {
      says: "change",
      side: "before",
      pattern:
        /\b(?:increased|rose|risen|fell|fallen|dropped|grew|grown|declined|decreased|up|down|jumped|shrank) (?:by )(?:[a-z]+ ){0,2}$/,
    },
    {
      says: "change",
      side: "after",
      pattern:
        /^ ?(?:[a-z%²]+ ){0,2}(?:increase|decrease|rise|drop|decline|reduction|more than (?:last|the previous)|fewer than (?:last|the previous))\b/,
    },
    {
      says: "total",
      side: "before",
      pattern: /\b(?:total of|totall?ing|totall?ed|in total,?) (?:[a-z]+ ){0,2}$/,
    },
    { says: "total", side: "beside", pattern: /\bin total\b/ },
    {
      says: "cumulative",
      side: "beside",
      pattern:
        /(?<!(?:largest|biggest|most|worst|deadliest|highest|heaviest|lowest|record)(?: [a-z]{1,12}){0,2} )\bsince the (?:start|beginning|launch|outbreak|onset|full-scale invasion|invasion)|\bto date\b|\bso far\b|\buntil now\b/,
    },
  ],
};

const perRules: Readonly<Record<ReadingLanguage, readonly Rule<Per>[]>> = {
  fr: [
    {
      says: "day",
      side: "after",
      pattern:
        /\b(?:par jour|par 24 heures|chaque jour(?! (?:de|ou))|quotidiennement|journalier|journaliers|(?<!le |point |bilan |rapport |du )quotidien(?:ne)?s?|tous les jours)\b|^[^ ]* ?\/ ?jour/,
    },
    {
      says: "day",
      side: "before",
      pattern: /\b(?:chaque jour|par jour|quotidiennement|quotidiennes?|journalieres?|pertes quotidiennes)\b/,
    },
    {
      says: "week",
      side: "after",
      pattern: /\b(?:par semaine|chaque semaine|hebdomadaires?|toutes les semaines)\b/,
    },
    { says: "week", side: "before", pattern: /\b(?:par semaine|chaque semaine|hebdomadaires?)\b/ },
    {
      says: "month",
      side: "after",
      pattern: /\b(?:par mois|chaque mois|mensuel(?:le)?s?|mensuellement|tous les mois)\b/,
    },
    { says: "month", side: "before", pattern: /\b(?:par mois|chaque mois|mensuel(?:le)?s?|mensuellement)\b/ },
  ],
  en: [
    {
      says: "day",
      side: "after",
      pattern:
        /\b(?:per day|(?<!\b(?:for|within|in|took|on|than) (?:about |just |half )?)a day(?! (?:after|before|earlier|later|ago|of|when|in which|trip|off|long))|each day|every day|daily(?! (?:briefing|report|update|bulletin|newspaper|address|statement)))\b|^[^ ]* ?\/ ?day/,
    },
    {
      says: "day",
      side: "before",
      pattern:
        /\b(?:each day|every day|per day|daily (?!briefing|report|update|bulletin|newspaper|address|statement))\b/,
    },
    {
      says: "week",
      side: "after",
      pattern:
        /\b(?:per week|(?<!\b(?:for|within|in|took|than|over) (?:about |just |half )?)a week(?! (?:after|before|earlier|later|ago|of|when|long))|each week|every week|weekly)\b/,
    },
    { says: "week", side: "before", pattern: /\b(?:each week|every week|weekly)\b/ },
    {
      says: "month",
      side: "after",
      pattern:
        /\b(?:per month|(?<!\b(?:for|within|in|took|than|over) (?:about |just |half )?)a month(?! (?:after|before|earlier|later|ago|of|when|long))|each month|every month|monthly)\b/,
    },
    { says: "month", side: "before", pattern: /\b(?:each month|every month|monthly)\b/ },
  ],
};

/** The words around a number up to where its clause ends or the next number stands. */
type Clause = { readonly left: string; readonly right: string };

export function clauseOf(
  line: Line,
  found: Found,
  unit: Span | null,
  previous: number,
  next: number,
): Clause {
  const end = Math.max(found.end, unit?.end ?? 0);
  const left = before(line, found.start).slice(-Math.max(0, found.start - previous));
  const right = after(line, found.end).slice(0, Math.max(0, Math.max(next, end) - found.end));
  return {
    left: found.start === previous ? "" : (/[^.;:!?»]*$/.exec(left)?.[0] ?? ""),
    right: /^[^;:!?«]*?(?=\. |[;:!?«]|$)/.exec(right)?.[0] ?? right,
  };
}

/** What kind of statement the number makes. Signs and "de plus" make a change, a percentage a share. */
export function readStatistic(
  found: Found,
  unit: UnitReading | null,
  clause: Clause,
  language: ReadingLanguage,
): Statistic {
  if (found.sign === "+" || (found.sign === "-" && found.form === "digits")) return "change";
  const told = firstSaying(statisticRules[language], clause);
  if (told !== null) return told;
  return unit?.slug === "percent" ? "share" : "point";
}

export const readPer = (clause: Clause, language: ReadingLanguage): Per | null =>
  firstSaying(perRules[language], clause);

function firstSaying<T>(rules: readonly Rule<T>[], { left, right }: Clause): T | null {
  const rule = rules.find(
    ({ side, pattern }) =>
      (side !== "after" && pattern.test(left)) || (side !== "before" && pattern.test(right)),
  );
  return rule?.says ?? null;
}
