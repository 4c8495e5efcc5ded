import type { Figure } from "../figure";
import { formatQuantity, type QuantityWords } from "../format";
import type { Rivalry } from "../rivals";
import type { Locale } from "../vocabulary";
import { claimedBounds, claimGap } from "./claim-gap";
import { claimMark, reachOf } from "./claim-mark";
import { claimantMark } from "./claimant-mark";
import type { ClaimantMark } from "./panel";
import { clamp, px } from "./round";

/** The values one scale shows: pairs about one metric in one unit share it, so that their lengths can be compared. */
export type RivalScale = { readonly min: number; readonly max: number };

/** One claim of a pair on its own line. Places are per cent of the drawing's width, whatever that is. */
export type PlacedRival = {
  readonly figure: Figure;
  readonly at: number;
  readonly hasDot: boolean;
  readonly hollow: boolean;
  readonly arrow: "left" | "right" | null;
  readonly whisker: { readonly from: number; readonly to: number } | null;
  readonly mark: ClaimantMark;
  /** The value beside the mark, on the side where there is more room. */
  readonly value: string;
  readonly side: "left" | "right";
};

export type RivalDrawing = {
  readonly claims: readonly [PlacedRival, PlacedRival];
  /** From the one to the other where they face each other; null where both may be true. */
  readonly bracket: { readonly from: number; readonly to: number; readonly open: boolean } | null;
  /** Where nought is. */
  readonly zero: number;
};

/** Half a mark fits beside the ends. */
const edge = 3;

export const scaleName = ({ earlier: { metric, unit } }: Rivalry) => `${metric.slug} ${unit.slug}`;

/** A scale for each metric and unit, nought included, wide enough for every pair about it. */
export function scalesOf(rivals: readonly Rivalry[]): Map<string, RivalScale> {
  const scales = new Map<string, RivalScale>();
  for (const rivalry of rivals) {
    const { min, max } = scales.get(scaleName(rivalry)) ?? { min: 0, max: 0 };
    const reach = [rivalry.earlier, rivalry.later].flatMap((figure) => {
      const mark = claimMark(figure);
      return mark ? reachOf(mark) : [];
    });
    scales.set(scaleName(rivalry), { min: Math.min(min, ...reach), max: Math.max(max, ...reach) });
  }
  return scales;
}

/** Two claims on one scale, the larger above. Null where one of them has no place on it. */
export function drawRivals(
  { earlier, later }: Rivalry,
  scale: RivalScale,
  { locale, words }: { locale: Locale; words: QuantityWords },
): RivalDrawing | null {
  const gap = claimGap(earlier, later);
  const [upper, lower] = gap === null ? [earlier, later] : [gap.upper, gap.lower];
  const span = scale.max - scale.min || 1;
  const at = (value: number) => px(edge + clamp((value - scale.min) / span, 0, 1) * (100 - 2 * edge));
  const [first, second] = [upper, lower].map((figure) => placed(figure, at, locale, words));
  if (!first || !second) return null;
  const [from, to] = [claimedBounds(lower)?.high ?? null, claimedBounds(upper)?.low ?? null];
  const facing = gap !== null && from !== null && to !== null;
  return {
    claims: [first, second],
    bracket: facing ? { from: at(Number(from)), to: at(Number(to)), open: gap.most === null } : null,
    zero: at(0),
  };
}

function placed(
  figure: Figure,
  at: (value: number) => number,
  locale: Locale,
  words: QuantityWords,
): PlacedRival | null {
  const mark = claimMark(figure);
  if (mark === null) return null;
  const { level, hasDot, whisker, arrow } = mark;
  return {
    figure,
    at: at(level),
    hasDot,
    hollow: figure.comparator === "~",
    arrow: arrow && (arrow === "up" ? "right" : "left"),
    whisker: whisker && { from: at(whisker.low), to: at(whisker.high) },
    mark: claimantMark(figure.claimant),
    value: formatQuantity(figure, locale, words, { bound: "symbols" }) ?? "",
    side: at(level) > 50 ? "left" : "right",
  };
}
