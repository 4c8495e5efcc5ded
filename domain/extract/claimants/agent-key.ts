import { fold, type Named, tokensOf } from "../lexicon-match";

/** Words that tell no two bodies apart. */
const small = new Set([
  "de",
  "du",
  "des",
  "d'",
  "la",
  "le",
  "les",
  "l'",
  "of",
  "the",
  "for",
  "'s",
  "and",
  "et",
]);

/** "ukrainien", "ukrainienne" and "Ukraine" share a stem, as do "russe", "Russie" and "Russian". */
const ending = /(?:iennes?|iens?|ians?|aises?|ais|ies?|ia|ans?|es?|s)$/;

export const demonymStem = (word: string): string => {
  const stem = word.replace(/^defense$/, "defence").replace(ending, "");
  return stem.length >= 3 ? stem : word;
};

/**
 * The words of a name in no order, each by its stem, so that "ministère de la Défense russe" is the "ministère russe
 * de la Défense" and "Russia's Defence Ministry" the "Russian Ministry of Defence". Null for a single word, which
 * would bring "Ukrainian" to Ukraine.
 */
function agentKey(words: readonly string[]): string | null {
  const telling = words.filter((word) => !small.has(word) && /[\p{L}\d]/u.test(word)).map(demonymStem);
  return telling.length >= 2 ? telling.sort().join(" ") : null;
}

const tables = new WeakMap<readonly Named[], ReadonlyMap<string, string | null>>();

/** The agent whose name has the same words; null where none or where two share them. */
export function agentWithWordsOf(words: readonly string[], agents: readonly Named[]): string | null {
  const key = agentKey(words);
  return key === null ? null : (tableOf(agents).get(key) ?? null);
}

function tableOf(agents: readonly Named[]): ReadonlyMap<string, string | null> {
  const known = tables.get(agents);
  if (known) return known;
  const table = new Map<string, string | null>();
  for (const { slug, names } of agents) {
    for (const name of names) {
      const key = agentKey(tokensOf(fold(name)).map(({ word }) => word));
      if (key !== null) table.set(key, (table.get(key) ?? slug) === slug ? slug : null);
    }
  }
  tables.set(agents, table);
  return table;
}
