import type { Figure } from "../figure";
import type { TimeWindow } from "./panel";
import { isLongerThanADay, middleOf, stretchOf } from "./time";

/**
 * A figure as something to draw, before any pixel: when, at which level, and with which signs. Decimals become floats
 * here and here only, to find a pixel; what readers are told is always the decimal string.
 */
export type ClaimMark = {
  readonly figure: Figure;
  readonly when: TimeWindow;
  /** When it was reported. */
  readonly said: TimeWindow | null;
  /** Where its dot stands in time. */
  readonly at: number;
  readonly wide: boolean;
  readonly dateUnknown: boolean;
  /** Height of the dot; between the bounds where only a range is stated. */
  readonly level: number;
  readonly hasDot: boolean;
  readonly whisker: { readonly low: number; readonly high: number } | null;
  readonly arrow: "up" | "down" | null;
  /** Speaks for now: neither replaced, nor withdrawn, nor a denial. */
  readonly current: boolean;
  readonly ghost: boolean;
  readonly retracted: boolean;
  readonly denied: boolean;
};

/** What was made of a figure before: a chart that is explored is drawn of the same figures at every step. */
const known = new WeakMap<Figure, ClaimMark | null>();

/** Null for what cannot be placed: no number, or no date at all. */
export function claimMark(figure: Figure): ClaimMark | null {
  const before = known.get(figure);
  if (before !== undefined) return before;
  const mark = markOf(figure);
  known.set(figure, mark);
  return mark;
}

function markOf(figure: Figure): ClaimMark | null {
  const period = stretchOf(figure.period);
  const said = stretchOf(figure.reportedOn);
  const when = period ?? said;
  const height = heightOf(figure);
  if (when === null || height === null) return null;
  const ghost = figure.supersededBy !== null || figure.rank === "deprecated";
  const retracted = figure.status === "retracted";
  const denied = figure.modality === "denied";
  return {
    figure,
    when,
    said,
    at: middleOf(when),
    wide: isLongerThanADay(when),
    dateUnknown: period === null,
    ...height,
    ghost,
    retracted,
    denied,
    current: !ghost && !retracted && !denied,
  };
}

type Height = Pick<ClaimMark, "level" | "hasDot" | "whisker" | "arrow">;

function heightOf({ value, low, high, comparator }: Figure): Height | null {
  const [v, l, h] = [toNumber(value), toNumber(low), toNumber(high)];
  const whisker = l !== null && h !== null && l !== h ? { low: l, high: h } : null;
  if (v !== null) return { level: v, hasDot: true, whisker, arrow: arrowOf(comparator) };
  if (whisker) return { level: (whisker.low + whisker.high) / 2, hasDot: false, whisker, arrow: null };
  const only = l ?? h;
  if (only === null) return null;
  return { level: only, hasDot: true, whisker: null, arrow: l === h ? null : l === null ? "down" : "up" };
}

function arrowOf(comparator: Figure["comparator"]): ClaimMark["arrow"] {
  if (comparator === ">" || comparator === ">=") return "up";
  if (comparator === "<" || comparator === "<=") return "down";
  return null;
}

function toNumber(decimal: string | null): number | null {
  const number = decimal === null ? Number.NaN : Number(decimal);
  return Number.isFinite(number) ? number : null;
}

/** The values a mark reaches, for the axis. */
export const reachOf = (mark: ClaimMark): number[] => [
  mark.level,
  ...(mark.whisker ? [mark.whisker.low, mark.whisker.high] : []),
];

/** In time order; of the same moment, the one reported first comes first, and what nobody is named for before a name. */
export function inTimeOrder(marks: readonly ClaimMark[]): ClaimMark[] {
  const reported = (mark: ClaimMark) => mark.figure.reportedOn.start ?? "";
  const named = (mark: ClaimMark) => Number(mark.figure.claimant !== null);
  return [...marks].sort(
    (a, b) =>
      a.at - b.at ||
      compare(reported(a), reported(b)) ||
      named(a) - named(b) ||
      a.level - b.level ||
      compare(a.figure.id, b.figure.id),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
