import type { Day, Event, Figure, Localized, Metric } from "../figure";
import type { Locale } from "../vocabulary";
import type { ChartTextWords } from "./chart-text-words";
import type { ClaimantMark, Panel, TimeWindow } from "./panel";

/** What a chart is, once placed: plain data, the same for the server's SVG and for the explorer in the browser. */

export type ChartVariant = "card" | "page";

export type ChartInput = {
  readonly metric: Metric;
  readonly figures: readonly Figure[];
  readonly events: readonly Event[];
  /** Width in pixels; the height follows from what is drawn. */
  readonly width: number;
  readonly locale: Locale;
  /** No hold is drawn beyond it. */
  readonly today: Day;
  readonly variant: ChartVariant;
  /** For the explorer, which has room for more marks than a page. */
  readonly explored?: boolean;
  /** Low and wide, because it is enlarged afterwards: a picture for networks. */
  readonly low?: boolean | undefined;
  readonly words: ChartTextWords;
  /** Part of time to draw (milliseconds, UTC), for zooming; all of it when absent. */
  readonly window?: TimeWindow;
  /** A logarithmic value axis, where every value is above zero and nothing stands on zero. */
  readonly log?: boolean;
  /** A panel for each claimant, however few they are, all on one value axis. */
  readonly facets?: boolean;
  /** Ids that are drawn however dense the chart: what is selected, or linked to. */
  readonly keep?: readonly string[];
  /** All there is, where `figures` hold only what a dense series is drawn with. */
  readonly population?: Population;
};

/** Counts of figures too many to hand to a chart one by one. */
export type Population = {
  readonly total: number;
  /** Neither superseded, retracted nor denied: how many, and how many of them name nobody. */
  readonly current: number;
  readonly unattributed: number;
  readonly superseded: number;
  readonly retracted: number;
  /** By the slug of the claimant; "" names nobody. */
  readonly byClaimant: Readonly<Record<string, number>>;
  /** Claimants who are too many to draw, those who state most first. */
  readonly left: readonly ClaimantLeft[];
};

/** Someone who has no place on a chart of too many claimants; null for figures nobody is named for. */
export type ClaimantLeft = {
  readonly slug: string | null;
  readonly name: Localized | null;
  readonly count: number;
};

export type Chart = {
  readonly variant: ChartVariant;
  readonly locale: Locale;
  readonly width: number;
  readonly height: number;
  /** True when nothing could be placed; there is then no panel. */
  readonly empty: boolean;
  /** One, unless definitions differ or claimants are more than three. */
  readonly panels: readonly Panel[];
  /** Why figures were drawn in panels apart, one per pair of definitions. */
  readonly refusals: readonly Refusal[];
  readonly claimants: readonly ChartClaimant[];
  /** Those who have no place here, being too many. */
  readonly left: readonly ClaimantLeft[];
  readonly events: readonly ChartEvent[];
  /** True when the names of the events did not fit and stand as numbers, to be listed below. */
  readonly eventsNumbered: boolean;
  /** Whether the value axis is logarithmic, and why it is not where it was asked for. */
  readonly log: LogScale;
  /** Only the kinds of mark present, in reading order. */
  readonly key: readonly KeyEntry[];
  readonly summary: ChartSummary;
  /** Ids of figures that have no place: no number, or no date at all. They stand in the table. */
  readonly unplaced: readonly string[];
  /** Set when points were left out for density; every extreme kept its id. */
  readonly thinned: { readonly drawn: number; readonly total: number } | null;
};

export type LogScale = "off" | "on" | "refused_bars" | "refused_zero";

export type ChartEvent = {
  readonly slug: string;
  readonly number: number;
  readonly name: string;
  readonly date: string;
};
export type ChartClaimant = ClaimantMark & {
  readonly slug: string | null;
  readonly name: string;
  readonly count: number;
};

export const keyKinds = [
  "dot",
  "unattributed",
  "hollow",
  "arrow_up",
  "arrow_down",
  "whisker",
  "range_only",
  "extent",
  "bar",
  "stem",
  "date_unknown",
  "hold",
  "hold_dashed",
  "bracket",
  "ghost",
  "corrected",
  "denied",
  "retracted",
  "silence",
  "event",
] as const;
export type KeyKind = (typeof keyKinds)[number];
export type KeyEntry = { readonly kind: KeyKind; readonly exampleFigureId: string | null };

export type ChartSummary = {
  /** Current figures: neither superseded nor retracted. */
  readonly claims: number;
  /** Claimants named; unattributed figures are counted apart. */
  readonly claimants: number;
  readonly unattributed: number;
  readonly superseded: number;
  readonly retracted: number;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** Ids of the lowest and highest values stated. */
  readonly min: string | null;
  readonly max: string | null;
  /** Id of the newest claim. */
  readonly latest: string | null;
  /** The whole in one sentence. */
  readonly text: string;
};

export type RefusalReason = "metric" | "unit" | "statistic" | "per";
export type Refusal = {
  readonly reason: RefusalReason;
  readonly ids: readonly [string, string];
  readonly text: string;
};
