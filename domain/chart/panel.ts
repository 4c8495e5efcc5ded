/** One panel of a chart, placed: pixels and words, nothing left to compute. */

export type Rect = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
export type TimeWindow = { readonly from: number; readonly to: number };
export type Anchoring = "start" | "middle" | "end";

export type Panel = {
  /** The area of the marks; axes, events and silence track lie around it. */
  readonly plot: Rect;
  /** Heading of the panel, null where there is only one. */
  readonly title: PlacedText | null;
  readonly x: TimeAxis;
  readonly y: ValueAxis;
  /** In time order. */
  readonly points: readonly PlacedPoint[];
  readonly holds: readonly Hold[];
  readonly brackets: readonly Bracket[];
  readonly arrows: readonly SupersedeArrow[];
  readonly labels: readonly PlacedLabel[];
  readonly events: readonly PlacedEvent[];
  readonly silence: SilenceTrack;
};

export type PlacedText = {
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchoring;
  readonly text: string;
};

export type TimeAxis = {
  readonly domain: TimeWindow;
  readonly ticks: readonly TimeTick[];
  /** Where the labels of the ticks stand. */
  readonly labelY: number;
};
/** `year` is a second line, said on the first tick and at each new year. */
export type TimeTick = PlacedText & { readonly tickX: number; readonly year: string | null };

export type ValueAxis = {
  readonly domain: { readonly min: number; readonly max: number; readonly log?: true };
  readonly ticks: readonly ValueTick[];
  readonly startsAtZero: boolean;
  /** Unit (and "per day", "average") said once above the axis. */
  readonly unitNote: PlacedText;
  /** Where zero lies, null when it is off the axis. */
  readonly zeroY: number | null;
};
export type ValueTick = {
  readonly value: number;
  readonly y: number;
  readonly text: string;
  readonly labelX: number;
  readonly labelled: boolean;
};

export type MarkShape =
  | "circle"
  | "diamond"
  | "triangle-up"
  | "square"
  | "triangle-down"
  | "plus"
  | "star"
  | "cross"
  | "ring";

/** How a claimant is drawn everywhere. `colour` is the name of a CSS custom property. */
export type ClaimantMark = {
  readonly mark: number | null;
  readonly shape: MarkShape;
  readonly colour: `--mark-${string}`;
};

export type PlacedPoint = ClaimantMark & {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Radius of the mark. */
  readonly r: number;
  /** The area that answers to a finger; moved off the mark where two are close, so that both keep 24 px. */
  readonly hit: { readonly x: number; readonly y: number; readonly r: number };
  readonly claimant: string | null;
  /** The claim in one line, for `aria-label`. */
  readonly label: string;
  /** "About": the mark is hollow. */
  readonly hollow: boolean;
  /** Replaced by newer information. */
  readonly ghost: boolean;
  readonly retracted: boolean;
  readonly corrected: boolean;
  readonly denied: boolean;
  /** "At least" points up, "at most" down. */
  readonly arrow: "up" | "down" | null;
  readonly whisker: { readonly y1: number; readonly y2: number } | null;
  /** False where only a range is stated: the whisker stands alone. */
  readonly hasDot: boolean;
  /** A period wider than a day. */
  readonly extent: { readonly x1: number; readonly x2: number } | null;
  /** Lollipop down to zero, for flows and events. */
  readonly stem: { readonly y0: number } | null;
  /** A flow over a period: its area is filled down to zero. */
  readonly bar: boolean;
  /** The period is unknown and the mark stands at the day of the report. */
  readonly dateUnknown: boolean;
  readonly prev: string | null;
  readonly next: string | null;
  readonly up: string | null;
  readonly down: string | null;
};

/** A stock stands until the claimant's next report: solid, then dashed, then nothing. */
export type Hold = {
  readonly figureId: string;
  readonly claimant: string;
  readonly colour: ClaimantMark["colour"];
  readonly y: number;
  readonly x1: number;
  /** End of the solid part. */
  readonly x2: number;
  /** End of the dashed part, null without one. */
  readonly dashedTo: number | null;
  /** Level of the next report, where the hold reaches it. */
  readonly riserTo: number | null;
  /** The hold ends unanswered, in an open tick. */
  readonly openEnd: boolean;
};

/** Two claimants on the same thing at the same time. */
export type Bracket = {
  readonly ids: readonly [string, string];
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
  /** Gap and ratio; null where there was no room. */
  readonly text: PlacedText | null;
  /** "gap 300 km², ×1.6": for the key and the table. */
  readonly words: string;
};

export type SupersedeArrow = {
  readonly from: string;
  readonly to: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
};

export type PlacedLabel = {
  readonly figureId: string;
  readonly colour: ClaimantMark["colour"];
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchoring;
  /** The claimant's name, on one line or two; none where only the value is said. `y` is the baseline of the first line. */
  readonly name: readonly string[];
  readonly value: string;
};

export type PlacedEvent = {
  readonly slug: string;
  readonly number: number;
  readonly x: number;
  /** The stretch an imprecise date covers. */
  readonly extent: { readonly x1: number; readonly x2: number } | null;
  readonly y1: number;
  readonly y2: number;
  /** Name, or number where names did not fit. */
  readonly label: PlacedText;
};

/** Who reported when, one row per claimant. */
export type SilenceTrack = {
  readonly y: number;
  readonly rows: readonly SilenceRow[];
};
export type SilenceRow = ClaimantMark & {
  readonly claimant: string | null;
  readonly y: number;
  readonly glyphX: number;
  readonly ticks: readonly { readonly x: number; readonly ids: readonly string[] }[];
};
