import type { Decimal, Figure } from "../figure";
import { compareDecimals, decimalGap, decimalRatio, fitsTimes } from "./decimal-gap";

type Bounded = Pick<Figure, "value" | "low" | "high" | "comparator">;

/** The values a claim leaves possible, from the lowest to the highest; null where it sets no such end. */
export type ClaimedBounds = { readonly low: Decimal | null; readonly high: Decimal | null };

/** Null for a claim without any number. "At least 800" has no highest value, "600 to 900" has both ends. */
export function claimedBounds({ value, low, high, comparator }: Bounded): ClaimedBounds | null {
  if (value === null) return low === null && high === null ? null : { low, high };
  const [open, shut] = [comparator === ">" || comparator === ">=", comparator === "<" || comparator === "<="];
  return { low: shut ? low : (low ?? value), high: open ? high : (high ?? value) };
}

export type ClaimGap<F = Figure> = {
  readonly lower: F;
  readonly upper: F;
  /** What lies between them, however each is meant. */
  readonly least: Decimal;
  /** The furthest they can be apart; null where a bound leaves it open. The same as `least` between two plain values. */
  readonly most: Decimal | null;
  /** True where a value is only "about". */
  readonly about: boolean;
  /** True where a text passes a value on without vouching for it. */
  readonly hearsay: boolean;
  /** The larger over the smaller, rounded; null where that means nothing. */
  readonly leastRatio: Decimal | null;
  readonly mostRatio: Decimal | null;
  /** The lower is less than one of so many parts of the upper; null where it is half or more. */
  readonly partsOf: PartsOf | null;
};

/** The parts a reader sees at once: halves, thirds, quarters, fifths, tenths, hundredths. */
export const parts = [2, 3, 4, 5, 10, 100] as const;
export type PartsOf = (typeof parts)[number];

/** How far two claims are apart; null where both may be true, or one has no number. The units must be the same. */
export function claimGap<F extends Bounded & Pick<Figure, "hearsay">>(a: F, b: F): ClaimGap<F> | null {
  const [first, second] = [claimedBounds(a), claimedBounds(b)];
  if (first === null || second === null) return null;
  if (isBelow(first, second)) return gapOf(a, first, b, second);
  if (isBelow(second, first)) return gapOf(b, second, a, first);
  return null;
}

type Facing = { readonly high: Decimal };
const isBelow = (a: ClaimedBounds, b: ClaimedBounds): a is ClaimedBounds & Facing =>
  a.high !== null && b.low !== null && compareDecimals(a.high, b.low) < 0;

function gapOf<F extends Bounded & Pick<Figure, "hearsay">>(
  lower: F,
  below: ClaimedBounds & Facing,
  upper: F,
  above: ClaimedBounds,
): ClaimGap<F> {
  const [near, far] = [above.low ?? below.high, above.high]; // `isBelow` saw that there is a lowest
  const bounded = below.low !== null && far !== null;
  const plain = below.low === below.high && above.low === far;
  return {
    lower,
    upper,
    least: decimalGap(near, below.high),
    most: bounded ? decimalGap(far, below.low) : null,
    about: lower.comparator === "~" || upper.comparator === "~",
    hearsay: lower.hearsay || upper.hearsay,
    leastRatio: decimalRatio(below.high, near, plain ? "whole" : "least"),
    mostRatio: bounded ? decimalRatio(below.low, far, plain ? "whole" : "most") : null,
    partsOf:
      compareDecimals(below.high, "0") > 0
        ? (parts.findLast((part) => fitsTimes(below.high, part, near)) ?? null)
        : null,
  };
}
