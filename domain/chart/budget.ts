import type { Figure } from "../figure";
import type { ChartInput, ChartVariant } from "./chart";
import { claimantKey, seriesKey } from "./comparable";
import { groupBy } from "./group-by";
import type { ThinBy } from "./thin";

/** Of more claimants than this so many are drawn: a reader compares no forty plots, and no card has room for them. */
export const mostPanels: Readonly<Record<ChartVariant, number>> = { page: 12, card: 6 };

/** What marks are drawn for: a page carries each of its widths and every link in them, the explorer draws one by hand. */
export type Room = ChartVariant | "explorer";

export const roomOf = ({ variant, explored }: Pick<ChartInput, "variant" | "explored">): Room =>
  explored ? "explorer" : variant;

/** So many marks are drawn where there is room for the widest drawing, of all panels together; in no drawing fewer than `least`. */
const budgets: Readonly<
  Record<Room, { readonly width: number; readonly marks: number; readonly least: number }>
> = {
  explorer: { width: 1080, marks: 2000, least: 600 },
  page: { width: 1080, marks: 480, least: 200 },
  card: { width: 620, marks: 200, least: 140 },
};

/** The lowest and the highest marks of all panels together share these, less of them in a narrow drawing. */
export function mostMarks(room: Room, width = budgets[room].width): number {
  const most = budgets[room];
  return Math.max(most.least, Math.round(most.marks * Math.min(1, width / most.width)));
}

/** Where each series would get fewer marks than this, the things a claimant speaks of share them. */
export const finest = 40;

/** The pixels that share a lowest and a highest mark in a dense series: a card shows the shape, a page the figures. */
const bucketOf = (room: Room): number => (room === "card" ? 8 : 2);

export type Shares = Pick<ThinBy, "share" | "bucket"> & {
  /** What a mark competes with for its place: the same claimant's, on the same thing unless these are too many. */
  readonly seriesOf: (figure: Figure) => string;
};

/** How the marks of a drawing are shared among the series in it. */
export function sharesOf(figures: readonly Figure[], room: Room, width: number): Shares {
  const budget = mostMarks(room, width);
  const sizes = countBy(figures, seriesKey);
  const fine = sizes.length * finest <= budget;
  return {
    seriesOf: fine ? seriesKey : claimantKey,
    share: shareOf(fine ? sizes : countBy(figures, claimantKey), budget),
    bucket: bucketOf(room),
  };
}

/** So many marks has a series at most, that all together are `budget`: what small ones leave is for the large ones. */
export function shareOf(sizes: readonly number[], budget: number): number {
  let left = budget;
  for (const [at, size] of [...sizes].sort((a, b) => a - b).entries()) {
    const share = left / (sizes.length - at);
    if (size > share) return share;
    left -= size;
  }
  return Number.POSITIVE_INFINITY;
}

const countBy = (figures: readonly Figure[], key: (figure: Figure) => string): number[] =>
  [...groupBy(figures, key).values()].map(({ length }) => length);
