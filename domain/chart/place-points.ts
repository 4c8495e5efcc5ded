import type { ClaimMark } from "./claim-mark";
import { claimantMark } from "./claimant-mark";
import { dodge } from "./dodge";
import { hitAreas } from "./hit-areas";
import { type Neighbours, neighboursOf } from "./neighbours";
import type { PlacedPoint, Rect } from "./panel";
import { clamp, px } from "./round";
import type { TimeScale } from "./scale-time";
import type { ValueScale } from "./scale-value";

type Frame = {
  readonly x: TimeScale;
  readonly y: ValueScale;
  readonly plot: Rect;
  readonly r: number;
  /** Flows and events stand on zero. */
  readonly grounded: boolean;
  /** Flows fill the period they span. */
  readonly fills: boolean;
  readonly labelOf: (mark: ClaimMark) => string;
};

/** The marks of a panel at their pixels, in time order. */
export function placePoints(marks: readonly ClaimMark[], frame: Frame): PlacedPoint[] {
  const { plot, r } = frame;
  const raw = marks.map((mark) => ({ id: mark.figure.id, x: frame.x(mark.at), y: frame.y(mark.level), r }));
  // Lollipops at one date would share a stem whatever their heights: they stand side by side.
  const feet = frame.grounded ? raw.map((dot) => ({ ...dot, y: 0 })) : raw;
  const dodged = dodge(feet, { x1: plot.x, x2: plot.x + plot.width });
  const dots = raw.map((dot) => ({ ...dot, x: dodged.get(dot.id) ?? dot.x }));
  const areas = hitAreas(dots);
  const neighbours = neighboursOf(
    dots.map((dot, i) => ({ ...dot, claimant: marks[i]?.figure.claimant?.slug ?? null })),
  );
  return marks.flatMap((mark, index) => {
    const [dot, area] = [dots[index], areas.get(mark.figure.id)];
    const walk = neighbours.get(mark.figure.id);
    if (!dot || !area || !walk) return [];
    return [pointOf(mark, dot.x, frame, { x: px(area.x), y: px(area.y), r: area.r }, walk)];
  });
}

/** One literal with every name: spread together of parts, thousands of them take ten times as long. */
function pointOf(
  mark: ClaimMark,
  x: number,
  frame: Frame,
  hit: PlacedPoint["hit"],
  walk: Neighbours,
): PlacedPoint {
  const { figure, whisker } = mark;
  const extent = mark.wide && !mark.dateUnknown ? extentOf(mark, frame) : null;
  const bar = frame.fills && extent !== null && mark.hasDot;
  const { mark: number, shape, colour } = claimantMark(figure.claimant);
  return {
    mark: number,
    shape,
    colour,
    id: figure.id,
    x: px(x),
    y: px(frame.y(mark.level)),
    r: frame.r,
    hit,
    claimant: figure.claimant?.slug ?? null,
    label: frame.labelOf(mark),
    hollow: figure.comparator === "~",
    ghost: mark.ghost,
    retracted: mark.retracted,
    corrected: figure.change === "correction",
    denied: mark.denied,
    arrow: mark.arrow,
    whisker: whisker && { y1: px(frame.y(whisker.high)), y2: px(frame.y(whisker.low)) },
    hasDot: mark.hasDot,
    extent,
    stem: frame.grounded && mark.hasDot && !bar ? { y0: groundOf(frame) } : null,
    bar,
    dateUnknown: mark.dateUnknown,
    prev: walk.prev,
    next: walk.next,
    up: walk.up,
    down: walk.down,
  };
}

const groundOf = ({ y, plot }: Frame) => px(clamp(y(0), plot.y, plot.y + plot.height));

function extentOf({ when }: ClaimMark, { x, plot }: Frame): { x1: number; x2: number } {
  const inside = (ms: number) => px(clamp(x(ms), plot.x, plot.x + plot.width));
  return { x1: inside(when.from), x2: inside(when.to) };
}
