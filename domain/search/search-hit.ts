import type { Anchor, Figure, Localized } from "../figure";
import type { Source } from "../source";

/** A sentence that a search found, with a figure that stands in it. */
export type SentenceHit = {
  readonly figure: Figure;
  /** The mention whose sentence was found: not always the first. */
  readonly anchor: Anchor;
  /** The words found in it, folded as the database folds them. */
  readonly words: readonly string[];
};

/** Something with a name that a search found: a metric or an agent. */
export type NameHit = {
  readonly slug: string;
  readonly name: Localized;
  readonly words: readonly string[];
};

export type SourceHit = Pick<Source, "slug" | "title" | "lang"> & { readonly words: readonly string[] };

/** What a search found. Counts go no further than `countCap`, and say so. */
export type SearchHits = {
  readonly sentences: readonly SentenceHit[];
  readonly count: number;
  readonly metrics: readonly NameHit[];
  readonly agents: readonly NameHit[];
  readonly sources: readonly SourceHit[];
  /** Where the next page of sentences begins; null at the end. */
  readonly next: { readonly key: string; readonly id: string } | null;
};

export const countCap = 1000;
