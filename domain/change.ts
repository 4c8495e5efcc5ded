import type { Outcome } from "./change-query";
import type { Anchor, AttributionLink, DateClaim, FigureWithMentions } from "./figure";
import type { ChangeKind } from "./vocabulary";

/** One figure as one publish changed it: what readers were shown before and after, and why. */
export type Change = {
  /** The revision of the collection at which readers were first shown it so, and when that was. */
  readonly revision: number;
  readonly at: Date;
  readonly kind: ChangeKind;
  /** The editor's words; null for what is published for the first time. */
  readonly reason: string | null;
  /** Null where readers had not been shown the figure before. */
  readonly before: FigureWithMentions | null;
  readonly after: FigureWithMentions;
};

/** Every state of a figure that readers were shown, the newest first. */
export type FigureHistory = {
  readonly changes: readonly Change[];
  /** Whether there were earlier ones still. */
  readonly more: boolean;
};

/** All changes of one kind made by one publish: how many, and the first few of them. */
export type ChangeGroup = {
  readonly kind: ChangeKind;
  readonly count: number;
  readonly changes: readonly Change[];
};

/** One publish, as readers are told of it. Groups come in the order of `changeOrder`. */
export type Publish = {
  readonly revision: number;
  readonly at: Date;
  readonly groups: readonly ChangeGroup[];
};

/** Our own errors first: what a reader relied on matters more than what is new. */
export const changeOrder = [
  "correction",
  "retraction",
  "revision",
  "first",
] as const satisfies readonly ChangeKind[];

/** What a change of a kind makes of a figure: a publish by itself is a comparison of what was just before it with what it made. */
export const outcomeOf: Readonly<Record<ChangeKind, Outcome>> = {
  correction: "changed",
  revision: "changed",
  retraction: "retracted",
  first: "added",
};

/** What may differ between two states of a figure, in the order it is told. */
export const changedFields = [
  "value",
  "cue",
  "period",
  "claimant",
  "modality",
  "subject",
  "place",
  "metric",
  "reported",
  "sentence",
  "mentions",
  "note",
  "rank",
  "supersedes",
] as const;
export type ChangedField = (typeof changedFields)[number];

/** What differs, of what readers are shown, between two states of a figure. Where its text stands in a file does not count. */
export const fieldsChanged = (before: FigureWithMentions, after: FigureWithMentions): ChangedField[] =>
  changedFields.filter((field) => JSON.stringify(told[field](before)) !== JSON.stringify(told[field](after)));

const told: Readonly<Record<ChangedField, (figure: FigureWithMentions) => unknown>> = {
  value: ({ value, low, high, comparator, unit, statistic, per }) => [
    ...[value, low, high, comparator],
    ...[unit.slug, statistic, per],
  ],
  cue: ({ cue }) => cue,
  period: ({ period }) => toldDate(period),
  claimant: ({ attribution }) => attribution.map(toldLink),
  modality: ({ modality, hearsay }) => [modality, hearsay],
  subject: ({ subject }) => subject?.slug,
  place: ({ place }) => place?.slug,
  metric: ({ metric }) => metric.slug,
  reported: ({ reportedOn }) => toldDate(reportedOn),
  sentence: ({ anchor }) => toldAnchor(anchor),
  mentions: ({ mentions }) =>
    mentions
      .slice(1)
      .map((mention) => [
        toldAnchor(mention),
        mention.comparator,
        mention.cue,
        mention.attribution.map(toldLink),
      ]),
  note: ({ note }) => note && [note.fr, note.en],
  rank: ({ rank }) => rank,
  supersedes: ({ supersedes }) => supersedes,
};

const toldDate = ({ start, end, precision, basis, reasoning }: DateClaim) => [
  ...[start, end ?? start, precision, basis],
  ...[reasoning?.fr, reasoning?.en],
];
const toldLink = ({ role, agent, asPrinted }: AttributionLink) => [role, agent.slug, asPrinted];
const toldAnchor = ({ sourceSlug, sentence, numberStart, numberEnd }: Anchor) => [
  sourceSlug,
  sentence,
  numberStart,
  numberEnd,
];

/** What became of a figure between two moments: what readers saw at each, and every step in between, the newest first. */
export type ComparedFigure = {
  readonly outcome: Outcome;
  /** Null where readers were shown nothing of it at the earlier moment. */
  readonly before: FigureWithMentions | null;
  readonly after: FigureWithMentions;
  readonly steps: readonly Change[];
};
