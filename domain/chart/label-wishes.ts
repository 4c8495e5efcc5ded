import type { ClaimWords } from "../claim-text";
import { formatQuantity } from "../format";
import type { Locale } from "../vocabulary";
import type { ClaimMark } from "./claim-mark";
import type { LabelWish } from "./labels";
import type { PlacedPoint } from "./panel";

/** Up to so many points each says its own value. */
const FEW = 8;
/** A unit longer than this is said once, above the axis. */
const SHORT_UNIT = 4;
export const ARROW_LENGTH = 12;

type Frame = {
  readonly points: ReadonlyMap<string, PlacedPoint>;
  readonly locale: Locale;
  readonly words: ClaimWords & { readonly unattributedLabel: string };
  /** False where the panel is one claimant's and says so above. */
  readonly named: boolean;
  /** What a figure is about, where the chart holds several subjects or places. */
  readonly aboutOf: (mark: ClaimMark) => string | null;
};

/** Which labels would be good to have: the last of each claimant with its name, the extremes, and the rest of a few. */
export function labelWishes(marks: readonly ClaimMark[], frame: Frame): LabelWish[] {
  const current = marks.filter((mark) => mark.current && frame.points.has(mark.figure.id));
  const last = lastOfEach(current);
  const others = current.filter((mark) => !last.includes(mark));
  const isExtreme = extremesAmong(current);
  const few = frame.named ? FEW : 3;
  const told = current.length <= few ? others : others.filter(isExtreme);
  return [
    ...last.map((mark) => wishOf(mark, frame, frame.named)),
    ...told.slice(0, few).map((mark) => wishOf(mark, frame, false)),
  ].filter((wish) => wish !== null);
}

/** The newest mark of each claimant, the newest of all first. Expects time order. */
function lastOfEach(marks: readonly ClaimMark[]): ClaimMark[] {
  const seen = new Set<string | null>();
  return marks.toReversed().filter(({ figure }) => {
    const slug = figure.claimant?.slug ?? null;
    return !seen.has(slug) && seen.add(slug);
  });
}

/** Tells the lowest and the highest apart from the rest, all that tie with them included. */
function extremesAmong(marks: readonly ClaimMark[]): (mark: ClaimMark) => boolean {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { level } of marks) {
    low = Math.min(low, level);
    high = Math.max(high, level);
  }
  return ({ level }) => level === low || level === high;
}

function wishOf(mark: ClaimMark, frame: Frame, named: boolean): LabelWish | null {
  const point = frame.points.get(mark.figure.id);
  const value = valueText(mark, frame);
  if (!point || value === null) return null;
  const name = mark.figure.claimant?.name[frame.locale] ?? frame.words.unattributedLabel;
  return {
    figureId: point.id,
    colour: point.colour,
    x: point.x,
    y: point.y,
    r: point.r,
    up: Math.max(
      point.r + (point.arrow === "up" ? ARROW_LENGTH : 0),
      point.whisker ? point.y - point.whisker.y1 : 0,
    ),
    down: Math.max(
      point.r + (point.arrow === "down" ? ARROW_LENGTH : 0),
      point.whisker ? point.whisker.y2 - point.y : 0,
    ),
    name: named ? [name] : [],
    value,
  };
}

function valueText(mark: ClaimMark, { locale, words, aboutOf, named }: Frame): string | null {
  const unit =
    named && (mark.figure.unit.symbol[locale] || mark.figure.unit.name[locale]).length <= SHORT_UNIT;
  const text = formatQuantity(mark.figure, locale, words, { unit, per: false });
  const about = aboutOf(mark);
  return text !== null && about !== null ? `${text} (${about})` : text;
}
