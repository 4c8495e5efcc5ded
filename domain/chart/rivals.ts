import type { Locale } from "../vocabulary";
import type { ChartTextWords } from "./chart-text-words";
import { claimGap } from "./claim-gap";
import type { ClaimMark } from "./claim-mark";
import { sameThing } from "./comparable";
import { gapText } from "./gap-text";
import type { Bracket } from "./panel";
import { px } from "./round";
import { textWidth } from "./text-width";

export type RivalPair = { readonly low: ClaimMark; readonly high: ClaimMark };

/** Beyond so many a chart would be all brackets; the widest are kept. */
const MOST = 6;

/** Pairs of named claimants who speak of the same thing at the same time and do not agree, the widest gap first. */
export function rivalPairs(marks: readonly ClaimMark[], stock: boolean): RivalPair[] {
  const exact = marks.filter(
    (m) => m.current && m.figure.claimant && m.figure.value !== null && !m.dateUnknown,
  );
  const sorted = [...exact].sort((a, b) => a.when.from - b.when.from);
  const pairs: RivalPair[] = [];
  for (const [index, a] of sorted.entries()) {
    for (let ahead = index + 1; ahead < sorted.length; ahead++) {
      const b = sorted[ahead];
      if (!b || b.when.from >= a.when.to) break;
      if (areRivals(a, b, stock)) pairs.push(a.level < b.level ? { low: a, high: b } : { low: b, high: a });
    }
  }
  return pairs.sort((p, q) => q.high.level - q.low.level - (p.high.level - p.low.level)).slice(0, MOST);
}

/** A stock may be compared at any shared moment; a count only over the very same period. */
export function areRivals(a: ClaimMark, b: ClaimMark, stock: boolean): boolean {
  if (a.figure.claimant?.slug === b.figure.claimant?.slug) return false;
  const samePeriod = a.when.from === b.when.from && a.when.to === b.when.to;
  if (!(stock || samePeriod) || !sameThing(a.figure, b.figure)) return false;
  return claimGap(a.figure, b.figure) !== null; // "at least 500" does not gainsay 800
}

type Spot = { readonly x: number; readonly y: number; readonly r: number };
type Box = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };

/** A thin bracket beside the two dots, with the gap in words where there is room for them. */
export function bracketOf(
  { low, high }: RivalPair,
  spots: { readonly low: Spot; readonly high: Spot },
  frame: {
    readonly locale: Locale;
    readonly words: ChartTextWords;
    readonly font: number;
    readonly right: number;
    readonly isFree: (box: Box) => boolean;
  },
): Bracket | null {
  const gap = claimGap(low.figure, high.figure);
  if (gap === null) return null;
  const words = gapText(gap, frame.locale, frame.words);
  const [y1, y2] = [spots.high.y, spots.low.y];
  if (y2 - y1 < 8) return null;
  const x = Math.max(spots.low.x, spots.high.x) + spots.low.r + 7;
  const middle = (y1 + y2) / 2;
  const box = {
    x1: x + 5,
    y1: middle - frame.font * 0.7,
    x2: x + 5 + textWidth(words, frame.font),
    y2: middle + frame.font * 0.7,
  };
  const fits = box.x2 <= frame.right && frame.isFree(box);
  return {
    ids: [low.figure.id, high.figure.id],
    x: px(x),
    y1: px(y1),
    y2: px(y2),
    text: fits ? { x: px(box.x1), y: px(middle + frame.font * 0.35), anchor: "start", text: words } : null,
    words,
  };
}
