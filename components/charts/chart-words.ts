import type { KeyKind, LogScale } from "@/domain/chart/chart";
import type { ChartTextWords } from "@/domain/chart/chart-text-words";
import type { Plural } from "@/domain/format";
import type { DateBasis } from "@/domain/vocabulary";

/**
 * Every word a chart says. Plain strings with `{holes}` and no functions, so that the explorer in the browser is
 * handed the same object as the server's drawing.
 */
export type ChartWords = ChartTextWords & {
  /** `aria-label` of the drawing: `{title}`, `{summary}`. */
  readonly chartLabel: string;
  /** A row of a dataset: `{row}`; a column whose header is empty: `{number}`; the columns not in view: `{count}`. */
  readonly row: { readonly short: string; readonly column: string; readonly more: Plural };
  readonly keyTitle: string;
  /** What each kind of mark means. `hold_dashed` has `{days}`. */
  readonly key: Readonly<Record<KeyKind, string>>;
  /** `{claim}`: an example from the data in view. */
  readonly example: string;
  /** Heading of the list of events, where their names did not fit. */
  readonly eventsTitle: string;
  /** `{name}`, `{date}`. */
  readonly event: string;
  readonly empty: string;
  /** `{count}` figures have no place on the chart and stand in the table. */
  readonly unplaced: { readonly one: string; readonly other: string };
  /** `{drawn}` of `{total}`. */
  readonly thinned: string;
  /** `{count}` claimants have no place on a chart of too many. */
  readonly left: Plural;
  /** Said before the links to a chart of each of them. */
  readonly leftAlone: string;
  /** Said where the value axis does not start at zero. */
  readonly cropped: string;
  /** What is said of a logarithmic axis: that it is one, or why it is not where it was asked for. */
  readonly logScale: Readonly<Record<Exclude<LogScale, "off">, string>>;
  readonly tableTitle: string;
  /** Below a table cut short: the newest `{shown}` of `{total}`; and the link to all of them. */
  readonly tableCut: string;
  readonly tableAll: string;
  readonly table: {
    readonly date: string;
    readonly value: string;
    readonly claimant: string;
    readonly about: string;
    readonly reportedOn: string;
    readonly notes: string;
  };
  /** Said after a date whose basis is not `stated`. */
  readonly basis: Readonly<Record<DateBasis, string>>;
  readonly explore: ExploreWords;
};

export type ExploreWords = {
  readonly start: string;
  readonly loading: string;
  readonly failed: string;
  readonly stop: string;
  /** How to zoom, in one line. */
  readonly hint: string;
  /** Stands where the claim under the pointer will. */
  readonly point: string;
  readonly closer: string;
  readonly wider: string;
  readonly earlier: string;
  readonly later: string;
  readonly reset: string;
  readonly claimants: string;
  /** `{from}`, `{to}`: said aloud after a zoom. */
  readonly showing: string;
  /** How many claims the drawing and its table are about. */
  readonly shown: { readonly one: string; readonly other: string };
  readonly drawing: string;
  readonly log: string;
  readonly facets: string;
  readonly events: string;
  readonly subjects: string;
  readonly places: string;
  /** What stands for no subject or place in a list of them. */
  readonly none: { readonly subject: string; readonly place: string };
};
