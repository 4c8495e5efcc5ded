import type { Figure } from "../figure";
import type { RefusalReason } from "./chart";

type Defined = Pick<Figure, "unit" | "statistic" | "per"> & {
  readonly metric: Pick<Figure["metric"], "slug">;
};

/** Whether two figures may share an axis: a cumulative total beside a daily count would be read as one story. */
export function comparable(
  a: Defined,
  b: Defined,
): { readonly ok: true } | { readonly ok: false; readonly reason: RefusalReason } {
  const reason = firstDifference(a, b);
  return reason === null ? { ok: true } : { ok: false, reason };
}

function firstDifference(a: Defined, b: Defined): RefusalReason | null {
  if (a.metric.slug !== b.metric.slug) return "metric";
  if (a.unit.slug !== b.unit.slug) return "unit";
  if (a.per !== b.per) return "per";
  if (a.statistic !== b.statistic) return "statistic";
  return null;
}

/** Figures apart by definition, the largest group first, then the one with the newest claim. */
export function groupsByDefinition<T extends Defined>(figures: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const figure of figures) {
    const group = groups.find(([first]) => first && comparable(first, figure).ok);
    if (group) group.push(figure);
    else groups.push([figure]);
  }
  return groups.sort((a, b) => b.length - a.length);
}

/** Whether two figures speak of the very same thing, so that a gap between them means something. */
export function sameThing(a: Figure, b: Figure): boolean {
  return comparable(a, b).ok && a.subject?.slug === b.subject?.slug && a.place?.slug === b.place?.slug;
}

type Keys = { readonly claimant: string; readonly series: string };
const known = new WeakMap<Figure, Keys>();

/** Asked for again and again of the same figures. */
function keysOf(figure: Figure): Keys {
  const before = known.get(figure);
  if (before) return before;
  const { claimant, metric, unit, statistic, per, subject, place } = figure;
  const own = [claimant?.slug, metric.slug, unit.slug, statistic, per].join(" ");
  const keys = { claimant: own, series: [own, subject?.slug, place?.slug].join(" ") };
  known.set(figure, keys);
  return keys;
}

/** The same for one claimant and one definition. */
export const claimantKey = (figure: Figure): string => keysOf(figure).claimant;

/** The same for one claimant speaking of the very same thing: a series. */
export const seriesKey = (figure: Figure): string => keysOf(figure).series;
