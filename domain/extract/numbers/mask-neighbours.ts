import type { Mask } from "../proposal";
import type { Found } from "./found";

/** A rule that masks a number by the words right before and right after it, in folded text. */
export type NeighbourRule = Mask & {
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly only?: (found: Found) => boolean;
};

const isShort = ({ bare, end, start }: Found) => bare && end - start <= 5;
const isYear = ({ bare, value }: Found) => bare && /^(?:1\d|20)\d\d$/.test(value ?? "");
const isPastYear = (found: Found) => isYear(found) && !isRecentYear(found) && found.value !== "2000";
const isSmallWord = ({ form, value }: Found) => form === "words" && value !== null && value.length <= 2;
/** Years the press writes of; elsewhere four digits may be a count. */
const isRecentYear = (found: Found) =>
  isYear(found) && /^(?:19[89]|20[0-3])\d$/.test(found.value ?? "") && found.value !== "2000";

const time =
  "(?:ans?|annees?|mois|semaines?|jours?|journees?|nuits?|nuitees?|heures?|minutes?|min|secondes?|siecles?|decennies?|matchs?|years?|months?|weeks?|days?|nights?|hours?|hrs?|mins?|seconds?|decades?|centuries|century)";
const turns =
  "(?:dernieres?|derniers|prochaine?s?|longue?s?|longs|premieres?|premiers|full|long|consecutive|consecutifs|more|straight|autres|other|additional|further|past|last|next|first|whole|annees|short|entieres?|entiers)";
const length =
  "(?:km|kms|kilometres?|kilometers?|miles?|m|metres?|meters?|mm|cm|millimetres?|millimeters?|centimetres?|centimeters?|pieds|feet|foot|ft|inch|inches|pouces|yards?|nautical miles?|milles?(?: nautiques?| marins?)|mph|kph|kmh|knots?|noeuds?)";

export const neighbourRules: readonly NeighbourRule[] = [
  {
    rule: "age",
    reason: "an age",
    before: /\b(?:men|women|children|people|those|boys|girls|anyone) (?:aged )?(?:under|over|above|below) $/,
    only: (found) => isShort(found),
  },
  { rule: "age", reason: "an age", before: /\b(?:agee?s?|aged) (?:de |d'|entre )?$/ },
  { rule: "age", reason: "an age", after: /^[- ]years?[- ]old/ },
  {
    rule: "date",
    reason: "a date",
    after: /^-(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/,
  },
  {
    rule: "time",
    reason: "a time of day",
    before: /\b(?:at|until|till|by|around|about|from) $/,
    after: /^(?! ?%)(?! ?(?:million|billion|per|km|times|[a-z]+s\b))/,
    only: ({ form, value }) => form === "digits" && /^(?:[01]?\d|2[0-3])\.[0-5]\d$/.test(value ?? ""),
  },
  {
    rule: "duration",
    reason: "a length of time",
    after: new RegExp(`^[ -]?(?:d'|de )?(?:${turns} ){0,2}${time}(?![a-z])(?!-homme)`),
  },
  {
    rule: "duration",
    reason: "a length of time",
    after:
      /^ (?:dernieres|derniers|prochaines|prochains|last|past|next) (?=\d|[a-z]+ (?:heures|jours|hours|days))/,
  },
  {
    rule: "distance",
    reason: "a distance, a size or a calibre",
    after: new RegExp(
      `^[ -]?(?:de |d')?${length}(?![a-z])(?! ?(?:carre|square|[2²3³]|cube|d'euros|de dollars|of dollars))(?! ?/ ?s)`,
    ),
  },
  {
    rule: "measure",
    reason: "a weight, an angle or a speed",
    after:
      /^[ -]?(?:kg|kgs|kilos?|kilogrammes?|kilograms?|grammes?|pounds?(?= of| bomb| warhead)|lbs?|litres?|liters?|degres?|degrees?|mhz|ghz|hertz|celsius|mach)(?![a-z])/,
  },
  {
    rule: "multiple",
    reason: "how often or how many times as much",
    after: /^(?: |-)?(?:fois|times|reprises|x(?![a-z])|fold)\b/,
  },
  {
    rule: "label",
    reason: "the number of a named thing",
    before:
      /\b(?:articles?|art\.|alineas?|sections?|chapitres?|chapters?|annexes?|annex|resolutions?|pages?|p\.|pp\.|paragraphes?|paragraphs?|figure|tableau|n°|no\.|nr\.?|numeros?|number|№|#|group of|groupe des|episodes?|saisons? |seasons?|version|protocole|formule|formula|top|acte|decret|loi|vol|flight|phase|etape|stage|niveau|level|chaine|channel|kanal|minsk|nord stream|cote|hauteur|colline|hill|height|kilometre|chambre|salle|room|order|commande|berth|quai|gate|porte|poste|unit|unite|vol|cell|cellule|dossier|case|lot)(?: n°| no\.?)? ?$/,
    only: isShort,
  },
  {
    rule: "label",
    reason: "the number of a named thing",
    before:
      /\b(?:brigades?|regiments?|unites?|units?|bataillons?|battalions?|divisions?|corps|escadrons?|batteries|base|bureau|ecole|school|reacteurs?|reactors?|blocs?|block|batiments?|building|route|autoroute|highway|road|rue|ligne|line|zone|secteur|sector|categorie|category|classe|class|type|modele|model|partie|part|volume|tome|table|point|acte) ?$/,
    after: /^(?! ?[a-z-]{3,}s\b)(?! ?%)/,
    only: isShort,
  },
  {
    rule: "counter",
    reason: "a day counted from a start",
    before: /(?<!\b(?:par|per|a|each|chaque|every|un|meme|same|de|du|d'un) )(?:jour|j\+|\bday|\bd\+) ?$/,
    only: isShort,
  },
  {
    rule: "definite",
    reason: "a known pair or set, not a count",
    before:
      /\b(?:les|ces|ses|leurs|nos|vos|aux|des|tous|toutes|entre|mes|these|those|its|their|his|her|our|both|the|ces memes) (?:other |autres |last |first |dernier?e?s |premiers |premieres )?$/,
    only: isSmallWord,
  },
  {
    rule: "definite",
    reason: "a known pair or set, not a count",
    after:
      /^ (?:camps|parties|cotes|belligerants|sides|camp|temps|volets|sens|mots|manches|d'entre|of the most)\b/,
    only: isSmallWord,
  },
  {
    rule: "year",
    reason: "a year",
    before:
      /\b(?:en|in|since|depuis|by|until|till|before|after|avant|apres|des|fin|debut|mi|late|early|mid|annee|year|l'an|ete|hiver|automne|printemps|summer|winter|autumn|fall|spring|durant|pendant|during|of|courant|from|of|d'ici|jusqu'en|circa|season|saison|dans les annees)[ -](?:the |l')?$/,
    after: /^(?! ?%)/,
    only: (found) => isRecentYear(found),
  },
  {
    rule: "year",
    reason: "a year",
    after: /^(?! ?%)(?! ?(?:[€$£]|km))(?! [a-z-]+s\b)/,
    only: isYear,
  },
  {
    rule: "year",
    reason: "a year",
    before: /\b(?:en|in|since|depuis|vers|ne en|nee en) $/,
    after: /^(?! ?%)(?!-)/,
    only: isPastYear,
  },
  {
    rule: "street",
    reason: "a number in a street",
    after: /^,? (?:bis |ter )?(?:rue|avenue|boulevard|quai|[a-z]+ (?:street|avenue|road))\b/,
    only: isShort,
  },
  { rule: "year", reason: "a year", before: /(?:©|\bcopyright|\(c\)) $/, only: isYear },
  {
    rule: "year",
    reason: "a year",
    before: /\b(?:the|its|their|this|de|invasion|offensive|guerre|war|elections?|de l'annee) $/,
    only: isRecentYear,
  },
  {
    rule: "social",
    reason: "a count of readers or shares",
    after:
      /^ (?:partages?|shares?(?= ?$|[.,]? \d)|commentaires?|comments?|likes?|retweets?|vues|views|j'aime|min(?:utes?)? de lecture|min(?:ute)? read|reactions?|followers)(?![a-z])/,
  },
  {
    rule: "base",
    reason: "what a rate is counted on",
    before: /\b(?:pour|per|par|sur) $/,
    after: /^ (?:habitants|inhabitants|people|personnes)\b/,
    only: ({ value }) => /^10+$/.test(value ?? "") && value !== "10",
  },
  {
    rule: "compound",
    reason: "part of a name or of an adjective",
    after:
      /^-(?:point|points|page|tier|star|storey|story|seat|engined|strong(?= legal)|barrel|round|run|way)\b/,
  },
  {
    rule: "rank",
    reason: "a place in an order",
    before: /\b(?:top|rang|rank|place|numero|number) $/,
    only: isSmallWord,
  },
];
