import {
  type DateBasis,
  type DatePrecision,
  dateBases,
  datePrecisions,
  type Language,
  languages,
  type Modality,
  modalities,
  type Per,
  pers,
  type Rank,
  ranks,
  type Statistic,
  statistics,
} from "../vocabulary";
import { foldName } from "./names";

/** What tables call the words of a closed list, in French and English, besides the words themselves. */
type Called<Word extends string> = Readonly<Record<Word, readonly string[]>>;

const statisticWords: Called<Statistic> = {
  point: ["valeur", "value", "ponctuel", "instantané", "snapshot", "stock"],
  average: ["moyenne", "moyen", "mean", "avg"],
  total: ["somme", "sum"],
  cumulative: ["cumul", "cumulé", "cumulée", "cumulatif", "cumulated", "running total", "total to date"],
  change: ["variation", "évolution", "différence", "delta", "difference", "increase", "net change"],
  share: ["part", "pourcentage", "percentage", "proportion"],
};
const perWords: Called<Per> = {
  day: ["jour", "par jour", "per day", "daily", "quotidien", "quotidienne", "journalier", "journalière"],
  week: ["semaine", "par semaine", "per week", "weekly", "hebdomadaire"],
  month: ["mois", "par mois", "per month", "monthly", "mensuel", "mensuelle"],
};
const modalityWords: Called<Modality> = {
  claimed: [
    "revendiqué",
    "revendication",
    "affirmé",
    "déclaré",
    "claim",
    "reported",
    "stated",
    "annoncé par",
  ],
  estimated: ["estimé", "estimée", "estimation", "estimate"],
  confirmed: ["confirmé", "confirmée", "vérifié", "verified", "documented", "documenté"],
  denied: ["démenti", "démentie", "nié", "contesté", "disputed", "denial"],
  announced: ["annoncé", "annoncée", "annonce", "prévu", "planned", "announcement"],
};
const precisionWords: Called<DatePrecision> = {
  day: ["jour", "exact", "daily"],
  month: ["mois", "monthly"],
  season: ["saison", "trimestre", "quarter"],
  year: ["année", "an", "yearly"],
  unknown: ["inconnu", "inconnue", "none"],
};
const basisWords: Called<DateBasis> = {
  stated: ["imprimé", "imprimée", "indiqué", "explicit", "explicite", "printed"],
  computed: ["calculé", "calculée", "calculated", "derived"],
  inferred: ["déduit", "déduite", "supposé", "assumed", "implied"],
  unknown: ["inconnu", "inconnue", "none"],
};
const rankWords: Called<Rank> = {
  preferred: ["préféré", "préférée", "best"],
  normal: ["normale", "default"],
  deprecated: ["déprécié", "dépréciée", "obsolète", "obsolete", "déconseillé"],
};
const languageWords: Called<Language> = {
  fr: ["français", "french", "fra", "fre"],
  en: ["anglais", "english", "eng"],
  uk: ["ukrainien", "ukrainian", "ukr", "ua"],
  ru: ["russe", "russian", "rus"],
};
const truthWords: Called<"true" | "false"> = {
  true: ["vrai", "oui", "yes", "y", "o", "1", "x"],
  false: ["faux", "non", "no", "n", "0"],
};

export const closedFields = [
  "statistic",
  "per",
  "modality",
  "period_precision",
  "period_basis",
  "reported_on_basis",
  "rank",
  "sentence_lang",
  "hearsay",
] as const;
export type ClosedField = (typeof closedFields)[number];

function finder<Word extends string>(words: readonly Word[], called: Called<Word>) {
  const byName = new Map<string, Word>();
  for (const word of words) for (const name of called[word]) byName.set(foldName(name), word);
  for (const word of words) byName.set(foldName(word), word);
  return (name: string): Word | null => byName.get(foldName(name)) ?? null;
}

const basis = finder(dateBases, basisWords);

/** The word of a closed list that a cell says in either language; null where it says none of them. */
export const closedWord: Readonly<Record<ClosedField, (name: string) => string | null>> = {
  statistic: finder(statistics, statisticWords),
  per: finder(pers, perWords),
  modality: finder(modalities, modalityWords),
  period_precision: finder(datePrecisions, precisionWords),
  period_basis: basis,
  reported_on_basis: basis,
  rank: finder(ranks, rankWords),
  sentence_lang: finder(languages, languageWords),
  hearsay: finder(["true", "false"] as const, truthWords),
};
