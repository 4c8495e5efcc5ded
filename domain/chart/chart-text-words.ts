import type { ClaimWords } from "../claim-text";
import type { Plural } from "../format";
import type { Statistic } from "../vocabulary";
import type { RefusalReason } from "./chart";
import type { GapWords } from "./gap-text";

/** The words `drawChart` puts on a chart: templates with `{holes}`, plain data, so that the browser can draw too. */
export type ChartTextWords = ClaimWords &
  GapWords & {
    /** Label of a figure without claimant, on the chart itself. */
    readonly unattributedLabel: string;
    /** Said after a claim in its `aria-label`. */
    readonly superseded: string;
    readonly retracted: string;
    readonly corrected: string;
    /** Of a mark placed at the day of the report: `{date}`. */
    readonly placedAtReport: string;
    /** Note above the axis for what is not a plain value ("on average", "in total"); "" says nothing. */
    readonly statisticNote: Readonly<Record<Statistic, string>>;
    /** Note above the axis: `{unit}` "per day". */
    readonly perNote: Readonly<Record<"day" | "week" | "month", string>>;
    /** Why two definitions are drawn apart. */
    readonly refusal: Readonly<Record<RefusalReason, string>>;
    /** The parts of the summary, which are strung together with commas. */
    readonly claimsCount: Plural;
    readonly claimantsCount: Plural;
    readonly unattributedCount: Plural;
    /** `{from}`, `{to}`. */
    readonly datesFromTo: string;
    /** `{min}`, `{max}`: each with its own bound; `{max}` with the unit. */
    readonly valuesFromTo: string;
  };
