import type { Agent, DateClaim, Decimal, Figure, Localized } from "./figure";
import type { Extent, Language } from "./vocabulary";

/** One published text, as readers are told about it. */
export type Source = {
  readonly slug: string;
  readonly title: string;
  /** False where the text prints no title and the one given is ours. */
  readonly titlePrinted: boolean;
  readonly publisher: Agent;
  readonly author: string | null;
  readonly url: string | null;
  readonly archivedUrl: string | null;
  readonly published: DateClaim;
  readonly lang: Language;
  readonly licenceNote: Localized;
  /** How many figures readers see that stand in it. */
  readonly figureCount: number;
  /** Whether it is a table, whose figures stand in its rows. */
  readonly isDataset: boolean;
};

/** Words of a passage that carry a figure or date an event; offsets are UTF-16 units within the passage. */
export type PassageMark = {
  readonly start: number;
  readonly end: number;
} & (
  | { readonly kind: "figure"; readonly figure: Figure }
  | { readonly kind: "event"; readonly slug: string; readonly name: Localized }
);

/** A run of sentences readers may be shown, with what was taken from it, in reading order. */
export type Passage = { readonly text: string; readonly marks: readonly PassageMark[] };

export type SourceWithPassages = Source & {
  readonly extent: Extent;
  readonly version: number;
  /** SHA-256 of the document the passages were taken from, or of the text itself. */
  readonly sha256: string;
  readonly passages: readonly Passage[];
  /** What is shown of it as a table; null for a text. */
  readonly dataset: Dataset | null;
};

/** A version of a dataset: a file that was brought in. */
export type DatasetVersion = {
  readonly number: number;
  readonly fileName: string | null;
  readonly sha256: string;
};

/** A place in the rows of a dataset: a page begins with this row, or with the first after it. */
export type RowPlace = { readonly version: number; readonly row: number };

/** A row of a dataset that figures stand in; `figures` once per number in it. */
export type ShownRow = RowPlace & {
  /** As RFC 4180 writes it, and the names of its columns. */
  readonly text: string;
  readonly header: string;
  readonly figures: readonly { readonly start: number; readonly end: number; readonly figure: Figure }[];
};

/** A dataset as readers see it: its files, newest first, and a page of the rows that figures stand in. */
export type Dataset = {
  readonly versions: readonly DatasetVersion[];
  readonly rowCount: number;
  readonly rows: readonly ShownRow[];
  /** Where the next page begins; null at the end. */
  readonly next: RowPlace | null;
};

/** A comparison that a text draws between two figures, beside what the figures themselves give. */
export type FigureCheck = {
  /** The words of the comparison as printed. */
  readonly words: string;
  readonly lang: Language;
  readonly sourceSlug: string;
  /** The change from `from` to `to` that the words state, in per cent of `from`. */
  readonly statedChangePercent: Decimal;
  readonly from: { readonly id: string; readonly value: Decimal };
  readonly to: { readonly id: string; readonly value: Decimal };
  readonly note: Localized | null;
};
