import { makeLexicon } from "../extract/lexicon";
import { fold } from "../extract/lexicon-match";
import type { Lexicon } from "../extract/proposal";
import type { ImportMap } from "./map";

/** The lists whose entries a cell may name. */
export const namedLists = ["agents", "places", "metrics", "units"] as const;
export type NamedList = (typeof namedLists)[number];

/** What a name means: one entry, by its slug; several ("ambiguous"); null for none. */
export type NameAnswer = { readonly slug: string } | "ambiguous" | null;
export type FindName = (name: string) => NameAnswer;

/**
 * The entries of the lexicon and, after them, those that a map brings along; what the collection has already, by slug,
 * is as the collection has it.
 */
export function withLists(names: Lexicon, lists: ImportMap["lists"]): Lexicon {
  if (lists === undefined) return names;
  const { agents = [], units = [], metrics = [], places = [] } = lists;
  const more = makeLexicon({ agents, units, metrics, places, settings: {} });
  return {
    agents: joined(names.agents, more.agents),
    units: joined(names.units, more.units),
    metrics: joined(names.metrics, more.metrics),
    places: joined(names.places, more.places),
    dayCounters: names.dayCounters,
  };
}

function joined<T extends { readonly slug: string }>(known: readonly T[], more: readonly T[]): T[] {
  const slugs = new Set(known.map(({ slug }) => slug));
  return [...known, ...more.filter(({ slug }) => !slugs.has(slug))];
}

/** A name without what tables print differently: case, accents, apostrophes, hyphens, dots, spaces. */
export const foldName = (name: string): string =>
  fold(name)
    .replace(/[-'.–_\s]+/g, " ")
    .trim();

/** Finds the entries of a list by slug, by their names in either language and by their aliases. */
export function nameFinder(list: NamedList, names: Lexicon): FindName {
  const entries = entriesOf(list, names);
  const slugs = new Set(entries.map(({ slug }) => slug));
  const byName = new Map<string, string | null>();
  for (const entry of entries)
    for (const name of [entry.slug, ...entry.names].map(foldName)) {
      const other = byName.get(name);
      byName.set(name, other === undefined || other === entry.slug ? entry.slug : null);
    }
  return (name) => {
    if (slugs.has(name)) return { slug: name };
    const slug = byName.get(foldName(name));
    if (slug === undefined) return null;
    return slug === null ? "ambiguous" : { slug };
  };
}

type Entry = { readonly slug: string; readonly names: readonly string[] };

/** The words of a metric are its names, and then its definitions, by which nobody calls it. */
const entriesOf = (list: NamedList, names: Lexicon): readonly Entry[] =>
  list === "metrics"
    ? names.metrics.map(({ slug, words }) => ({ slug, names: words.slice(0, 2) }))
    : names[list];
