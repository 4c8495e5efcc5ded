import type { Anchoring, PlacedLabel } from "./panel";
import { px } from "./round";
import { textWidth } from "./text-width";

export type Box = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };

/** A label that would be good to have; the most wanted first. */
export type LabelWish = {
  readonly figureId: string;
  readonly colour: PlacedLabel["colour"];
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** How far what belongs to the mark (an arrow, a whisker) reaches above and below its middle. */
  readonly up: number;
  readonly down: number;
  /** Lines of the claimant's name; none to say the value alone. */
  readonly name: readonly string[];
  readonly value: string;
};

export type Obstacles = {
  /** Never overlapped: marks, whiskers, brackets, text. */
  readonly hard: readonly Box[];
  /** Better not crossed: lines and stems of the data. */
  readonly soft: readonly Box[];
  /** Crossed with little harm: hairlines of events. */
  readonly faint: readonly Box[];
  /** Middles of the marks: a label nearer to another mark than to its own would be read as the other's. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
};

type Room = { readonly bounds: Box; readonly font: number; readonly lineHeight: number };

/**
 * Puts labels beside their points: each tries the places around it and takes the best that is inside the bounds and
 * free; one that fits nowhere loses its name to save its value, then is left out. Never clipped, never overlapping.
 */
export function placeLabels(wishes: readonly LabelWish[], obstacles: Obstacles, room: Room): PlacedLabel[] {
  const taken = [...obstacles.hard];
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const best =
      bestSpot(foldings(wish), taken, obstacles, room) ??
      bestSpot([{ wish: { ...wish, name: [] }, cost: 0 }], taken, obstacles, room);
    if (!best) continue;
    taken.push(best.box);
    placed.push(best.label);
  }
  return placed;
}

type Folding = { readonly wish: LabelWish; readonly cost: number };

/** A long name may also stand on two lines, which is a little worse to read. */
function foldings(wish: LabelWish): Folding[] {
  const folded = wish.name.flatMap(fold);
  const plain = { wish, cost: 0 };
  return folded.length > wish.name.length ? [plain, { wish: { ...wish, name: folded }, cost: 12 }] : [plain];
}

/** Breaks a long name in two at the space nearest its middle. */
function fold(name: string): string[] {
  if (name.length < 16) return [name];
  const spaces = [...name.matchAll(/ /g)].map((match) => match.index);
  const middle = name.length / 2;
  const at = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return at === undefined ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

type Spot = { readonly label: PlacedLabel; readonly box: Box; readonly cost: number };

function bestSpot(
  foldings: readonly Folding[],
  hard: readonly Box[],
  { soft, faint, dots }: Obstacles,
  room: Room,
): Spot | null {
  let best: Spot | null = null;
  for (const folding of foldings)
    for (const spot of spotsAround(folding.wish, room)) {
      const plain = spot.cost + folding.cost;
      if (best && plain >= best.cost) continue;
      if (!within(spot.box, room.bounds) || hard.some((box) => overlap(spot.box, box))) continue;
      const crossed = (boxes: readonly Box[]) => boxes.filter((box) => overlap(spot.box, box)).length;
      const unclear = isAmbiguous(folding.wish, spot.box, dots) ? 40 : 0;
      const cost = plain + 30 * crossed(soft) + 8 * crossed(faint) + unclear;
      if (!best || cost < best.cost) best = { ...spot, cost };
    }
  return best;
}

function isAmbiguous(own: LabelWish, box: Box, dots: Obstacles["dots"]): boolean {
  const reach = distance(box, own) + 4;
  return dots.some((dot) => (dot.x !== own.x || dot.y !== own.y) && distance(box, dot) < reach);
}

const distance = (box: Box, { x, y }: { readonly x: number; readonly y: number }): number =>
  Math.hypot(Math.max(box.x1 - x, 0, x - box.x2), Math.max(box.y1 - y, 0, y - box.y2));

/** The places around a point in order of preference: beside it, above, below, then further off. */
function spotsAround(wish: LabelWish, { font, lineHeight }: Room): Spot[] {
  const lines = wish.name.length + 1;
  const width = Math.max(
    textWidth(wish.value, font, lines === 1),
    ...wish.name.map((line) => textWidth(line, font, true)),
  );
  const height = font + (lines - 1) * lineHeight;
  const away = wish.r + 5;
  const { x, y } = wish;
  const [above, below] = [y - wish.up - 4 - height, y + wish.down + 5];
  const spots: (readonly [Anchoring, number, number, number])[] = [
    ["start", x + away, y - height / 2, 0],
    ["middle", x, above, 1],
    ["end", x - away, y - height / 2, 2],
    ["start", x - wish.r, above, 3],
    ["end", x + wish.r, above, 4],
    ["middle", x, below, 5],
    ["start", x + 5, above, 4.2],
    ["end", x - 5, above, 4.4],
    ["start", x + 5, below, 5.2],
    ["end", x - 5, below, 5.4],
    ["start", x - wish.r, below, 6],
    ["end", x + wish.r, below, 7],
    ["start", x + away, y - height - 2, 8],
    ["start", x + away, y + 2, 9],
    ["end", x - away, y - height - 2, 10],
    ["end", x - away, y + 2, 11],
    ["start", x + away + 12, y - height / 2, 13],
    ["middle", x, above - 10, 14],
    ["end", x - away - 12, y - height / 2, 15],
    ["middle", x, below + 10, 16],
    ["start", x + away, y - height - 14, 18],
    ["end", x - away, y - height - 14, 19],
  ];
  return spots.map(([anchor, ax, top, cost]) => {
    const x1 = anchor === "start" ? ax : anchor === "end" ? ax - width : ax - width / 2;
    return {
      box: { x1: x1 - 2, y1: top - 1, x2: x1 + width + 2, y2: top + height + 1 },
      cost,
      label: {
        figureId: wish.figureId,
        colour: wish.colour,
        x: px(ax),
        y: px(top + font * 0.82),
        anchor,
        name: wish.name,
        value: wish.value,
      },
    };
  });
}

export const overlap = (a: Box, b: Box): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

const within = (box: Box, bounds: Box): boolean =>
  box.x1 >= bounds.x1 && box.x2 <= bounds.x2 && box.y1 >= bounds.y1 && box.y2 <= bounds.y2;
