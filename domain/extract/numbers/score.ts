import type { Quantity, ReadingLanguage } from "../proposal";
import type { Found } from "./found";
import { after, before, type Line } from "./line";

/**
 * A number scoring this or more is proposed as a figure. At 0.5 one labelled figure in twelve was missed, mostly small
 * counts in words; at 0.3 one in thirty, for three more false proposals in a hundred (docs/reading.md).
 */
export const defaultThreshold = 0.3;

/** What a rule looks at. */
export type Scored = {
  readonly line: Line;
  readonly found: Found;
  readonly quantity: Omit<Quantity, "number">;
  /** Whether the unit was said with another number. */
  readonly shared: boolean;
  /** Whether it is joined to another number that counts something: "20 drones and three missiles". */
  readonly coordinated: boolean;
};

/** Verbs after a number that stands alone: "seven were killed", "treize ont été blessées". */
const harmed =
  /^ (?:(?:who|qui|were|have been|was|had been|others?|more|are|ont ete|ont|sont|etaient|autres?|d'entre eux) ){0,3}(?:killed|wounded|injured|dead|missing|captured|hospitali[sz]ed|downed|destroyed|lost|shot|tue|blesse|mort|decede|disparu|porte|hospitalis|abattu|detrui|intercept|neutralis)/;

type Rule = { readonly name: string; readonly weight: number; readonly holds: (scored: Scored) => boolean };

/** Verbs and nouns an account of losses, gains and attacks is told with. */
const told: Readonly<Record<ReadingLanguage, string>> = {
  fr: "(?:tue|tues|tuant|bless[a-z]+|fait|font|faisant|faire|abatt?[a-z]+|intercept[a-z]+|detrui[a-z]+|perd[a-z]+|captur[a-z]+|liber[a-z]+|evacu[a-z]+|lanc[a-z]+|tir[a-z]+|men[ea][a-z]*|repouss[a-z]+|coul[a-z]+|endommag[a-z]+|touch[a-z]+|frapp[a-z]+|vis[ea][a-z]*|envoy[a-z]+|fourni[a-z]*|livr[a-z]+|bilan (?:de|a)|dont|pertes|victimes|entrain[a-z]+|cite(?:nt)? (?:aussi|egalement)|recens[a-z]+|denombr[a-z]+)",
  en: "(?:kill[a-z]*|wound[a-z]*|injur[a-z]*|down|downed|downing|intercept[a-z]*|destroy[a-z]*|los[ts][a-z]*|captur[a-z]*|seiz[a-z]*|freed|evacuat[a-z]*|launch[a-z]*|fir(?:ed|ing)|repel[a-z]*|sank|sunk|sinking|damag[a-z]*|hit|hitting|str[iu][kc][a-z]*|report[a-z]*|deliver[a-z]*|sent|toll (?:of|to)|includ[a-z]*|of which|another|least|tall(?:y|ied)|also (?:list|cit)[a-z]*)",
};
const patterns = (make: (verbs: string) => string) => ({
  fr: new RegExp(make(told.fr)),
  en: new RegExp(make(told.en)),
});
const accounts = patterns((verbs) => `\\b${verbs}(?: [a-z']+){0,2} $`);
/** Further back in the same clause; a preposition before the number makes it a place or a time instead. */
const accountsInClause = patterns((verbs) => `\\b${verbs}\\b[^.;:]*$`);
const preposition =
  /\b(?:sur|dans|de|du|d'|a|aux|depuis|avec|pour|par|en|chez|vers|from|in|on|of|at|across|into|with|for|by|to|over|near|after|apres|avant|before|under|sous) $/;

const spread =
  /\b(?:repartie?s?|dispersee?s?|heberge?e?s|spread|scattered|distributed|dispersed|housed) (?:dans|sur|entre|en|across|over|among|between|in|at) $|\b(?:au-dessus de|over) $/;

const people =
  /^(?:morts?|mortes?|tue|tues|tuee|tuees|blesse|blesses|blessees?|disparus?|victimes?|personnes?|civils?|civiles|enfants?|femmes?|hommes|militaires|soldats|habitants|prisonniers|otages|deces|policiers|secouristes|people|persons?|civilians?|children|child|dead|killed|wounded|injured|missing|deaths|casualties|fatalities|victims|women|men|soldiers|troops|servicemen|prisoners|pows|residents|hostages|others|girls|boys|officers|rescuers|workers|bodies|corps|injuries|infants|babies|fatality|bebes|couples|minors|mineurs|adolescents|teenagers|adultes|adults)$/;

const size = ({ found, quantity }: Scored) => Number(quantity.value ?? quantity.high ?? found.named ?? 0);

const isFew = (s: Scored) => s.found.form === "words" && size(s) < 10;
const accounted = ({ line, found }: Scored) => accounts[line.language].test(before(line, found.start));
const accountedInClause = ({ line, found }: Scored) => {
  const left = before(line, found.start);
  return accountsInClause[line.language].test(left) && !preposition.test(left);
};

const rules: readonly Rule[] = [
  { name: "digits", weight: 0.5, holds: ({ found }) => found.form === "digits" || found.form === "range" },
  { name: "in words", weight: 0.2, holds: ({ found }) => found.form === "words" },
  { name: "rough count", weight: 0.4, holds: ({ found }) => found.form === "collective" },
  { name: "fraction", weight: 0.35, holds: ({ found }) => found.form === "fraction" },
  {
    name: "known unit",
    weight: 0.4,
    holds: ({ quantity }) => quantity.unit !== null && quantity.unit.slug !== null,
  },
  {
    name: "counted noun",
    weight: 0.15,
    holds: ({ quantity }) => quantity.unit !== null && quantity.unit.slug === null,
  },
  {
    name: "people",
    weight: 0.25,
    holds: ({ quantity }) => quantity.unit?.slug === null && people.test(lastWord(quantity.unit.words)),
  },
  {
    name: "bound",
    weight: 0.15,
    holds: ({ quantity }) => quantity.cue !== null || quantity.comparator === "range",
  },
  {
    name: "rate or statistic",
    weight: 0.15,
    holds: ({ quantity }) => quantity.per !== null || !/^(?:point|share)$/.test(quantity.statistic),
  },
  { name: "ten or more", weight: 0.2, holds: (s) => s.found.form === "words" && size(s) >= 10 },
  { name: "thousands", weight: 0.1, holds: (s) => size(s) >= 1000 && s.found.form !== "collective" },
  { name: "an account of losses or gains before it", weight: 0.1, holds: (s) => !isFew(s) && accounted(s) },
  {
    name: "few, in an account of losses or gains",
    weight: 0.25,
    holds: (s) => isFew(s) && (accounted(s) || accountedInClause(s)),
  },
  { name: "few, in words", weight: -0.1, holds: isFew },
  {
    name: "who came to harm after it",
    weight: 0.45,
    holds: ({ line, found, quantity }) => quantity.unit === null && harmed.test(after(line, found.end)),
  },
  {
    name: "the size of a force",
    weight: 0.2,
    holds: ({ line, found }) => /^-strong\b/.test(after(line, found.end)),
  },
  {
    name: "over how many it is spread",
    weight: 0.1,
    holds: ({ line, found, quantity }) => quantity.unit !== null && spread.test(before(line, found.start)),
  },
  { name: "told with another figure", weight: 0.25, holds: ({ coordinated }) => coordinated },
  { name: "counts as one", weight: 0.4, holds: ({ found }) => found.form === "words" && found.value === "1" },
  { name: "no unit", weight: -0.05, holds: ({ quantity }) => quantity.unit === null },
  {
    name: "few digits, no unit",
    weight: -0.2,
    holds: ({ found, quantity }) => found.bare && quantity.unit === null && found.end - found.start <= 2,
  },
  {
    name: "others of the same",
    weight: 0.2,
    holds: ({ line, found, shared }) =>
      shared && /^ (?:autres?|others?|more|d'entre eux|of them)\b/.test(after(line, found.end)),
  },
  { name: "unit said with another number", weight: 0.05, holds: ({ shared }) => shared },
  {
    name: "0 or 1 of an unknown thing",
    weight: -0.1,
    holds: (s) => s.found.form === "digits" && size(s) < 2 && s.quantity.unit?.slug === null,
  },
  {
    name: "glued to letters",
    weight: -0.3,
    holds: ({ line, found }) => found.bare && /[a-z]$/.test(before(line, found.start)),
  },
];

/** How sure it is that a number is a reported figure, 0 to 1, and the names of the rules that say so. */
export function scoreQuantity(scored: Scored): {
  readonly score: number;
  readonly because: readonly string[];
} {
  const holding = rules.filter(({ holds }) => holds(scored));
  const sum = holding.reduce((total, { weight }) => total + weight, 0);
  return {
    score: Math.round(Math.min(1, Math.max(0, sum)) * 100) / 100,
    because: holding.map(({ name }) => name),
  };
}

const lastWord = (words: string) =>
  (/[^ -]+$/.exec(words)?.[0] ?? "").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
