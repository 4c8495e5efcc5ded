import type { ImportField } from "@/domain/import/row";

/** An entry that may be chosen: its slug and its name in the language of the desk. */
export type Choice = readonly [slug: string, name: string];

/** What the boxes offer. */
export type MapChoices = {
  readonly metrics: readonly Choice[];
  readonly agents: readonly Choice[];
  readonly places: readonly Choice[];
  readonly units: readonly Choice[];
  /** Datasets that are there already. */
  readonly datasets: readonly Choice[];
  /** The words of the closed lists, by field. */
  readonly closed: Readonly<Partial<Record<ImportField, readonly Choice[]>>>;
  readonly agentKinds: readonly Choice[];
  readonly placeKinds: readonly Choice[];
};

/** One column as its cells show it, in words. */
export type ColumnShown = {
  readonly name: string;
  readonly examples: readonly CellShown[];
  /** Whether its cells hold numbers that a decimal mark decides about; `unclear` is one that could be two. */
  readonly decimal: { readonly unclear: string | null } | null;
  readonly order: { readonly unclear: string | null } | null;
  /** Names printed in it that no list knows, most frequent first. */
  readonly unknown: readonly { readonly printed: string; readonly count: number }[];
};

/** A cell as printed and as it reads; null where it does not. */
export type CellShown = { readonly cell: string; readonly reads: string | null };

/** What the form of the columns answers: what is missing, with everything that was posted still in it. */
export type MapState = {
  readonly problems: readonly string[];
  readonly posted: readonly (readonly [name: string, value: string])[] | null;
};
export type MapAction = (state: MapState, form: FormData) => Promise<MapState>;
export const mapUntouched: MapState = { problems: [], posted: null };

/** The defaults of the boxes: as posted where they were, else as the map has them. */
export type Boxes = {
  value(name: string, fallback: string): string;
  ticked(name: string, value: string, fallback: boolean): boolean;
};

export function boxesOf(posted: MapState["posted"]): Boxes {
  if (posted === null) return { value: (_, fallback) => fallback, ticked: (_, __, fallback) => fallback };
  return {
    value: (name, fallback) => posted.find(([one]) => one === name)?.[1] ?? fallback,
    ticked: (name, value) => posted.some(([one, is]) => one === name && is === value),
  };
}
