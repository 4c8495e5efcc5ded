import type {
  AgentInput,
  CollectionInput,
  EventInput,
  FigureCheckInput,
  FigureInput,
  MetricInput,
  PlaceInput,
  SourceInput,
  UnitInput,
} from "@/domain/inputs";

/**
 * Everything the seed files say, checked and resolved: what `readSeeds` returns. Each part has the very form its
 * mutation takes, and a part may name what stands in the parts before it.
 */
export type SeedCollection = {
  /** `seedsSha256` is the hash of every seed file, names included. */
  readonly collection: CollectionInput;
  readonly units: UnitInput[];
  readonly agents: AgentInput[];
  readonly places: PlaceInput[];
  readonly metrics: MetricInput[];
  /** Each with its one version: the passages in document order, joined by an empty line. */
  readonly sources: SourceInput[];
  readonly figures: FigureInput[];
  readonly events: EventInput[];
  readonly checks: FigureCheckInput[];
};
