import type { AgentInput, CollectionInput, MetricInput, PlaceInput, UnitInput } from "../inputs";
import type { Lexicon } from "./proposal";

/** What a collection describes, wherever it is kept. */
export type Described = {
  readonly agents: readonly Pick<AgentInput, "slug" | "name" | "inSentence" | "aliases" | "side">[];
  readonly units: readonly UnitInput[];
  readonly metrics: readonly Pick<
    MetricInput,
    "slug" | "name" | "definition" | "kind" | "unit" | "allowedUnits"
  >[];
  readonly places: readonly Pick<PlaceInput, "slug" | "name">[];
  readonly settings: CollectionInput["settings"];
};

/** The words by which a text may mean what the collection describes. */
export function makeLexicon({ agents, units, metrics, places, settings }: Described): Lexicon {
  const { dayCounter } = settings;
  return {
    agents: agents.map(({ slug, name, inSentence, aliases, side }) => ({
      slug,
      name,
      side,
      names: unique([name.fr, name.en, ...(inSentence ? [inSentence.fr, inSentence.en] : []), ...aliases]),
    })),
    units: units.map(({ slug, name, symbol }) => ({
      slug,
      names: unique([name.fr, name.en, symbol.fr, symbol.en]),
    })),
    metrics: metrics.map(({ slug, name, definition, kind, unit, allowedUnits }) => ({
      slug,
      kind,
      words: [name.fr, name.en, definition.fr, definition.en],
      allowedUnits: unique([unit, ...allowedUnits]),
    })),
    places: places.map(({ slug, name }) => ({ slug, names: unique([name.fr, name.en]) })),
    dayCounters: dayCounter
      ? [{ words: counterWords([dayCounter.name.fr, dayCounter.name.en]), dayOne: dayCounter.dayOne }]
      : [],
  };
}

/** A counter is called by its whole name or by its first word alone: "jour de guerre 991", "jour 991". */
const counterWords = (names: readonly string[]) =>
  unique(names.flatMap((name) => [name, name.split(" ")[0]!]));

const unique = (words: readonly string[]): string[] => [...new Set(words)];
