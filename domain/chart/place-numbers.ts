import type { Box } from "./labels";
import { overlap } from "./labels";
import { holdBoxes, markBoxes } from "./obstacles";
import type { Anchoring, Panel, PlacedLabel, PlacedPoint } from "./panel";
import { px } from "./round";
import { textWidth } from "./text-width";

export type PlacedNumber = {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchoring;
};

type Around = Pick<Panel, "points" | "labels" | "holds">;
type Spot = { readonly dx: -1 | 0 | 1; readonly dy: -1 | 0 | 1; readonly anchor: Anchoring };

/** Of the largest letters that labels are set in. */
const labelFont = 13;

/** Where a number may stand about its mark, the best first: above beside it, below beside it, straight above and below. */
const spots: readonly Spot[] = [
  { dx: -1, dy: -1, anchor: "end" },
  { dx: 1, dy: -1, anchor: "start" },
  { dx: -1, dy: 1, anchor: "end" },
  { dx: 1, dy: 1, anchor: "start" },
  { dx: 0, dy: 1, anchor: "middle" },
  { dx: 0, dy: -1, anchor: "middle" },
];

/**
 * Puts small numbers at points, each where it covers no word, mark or number; the least bad place where all are taken,
 * for without its number a point would lose its sentence on paper.
 */
export function placeNumbers(
  { points, labels, holds }: Around,
  textOf: (id: string) => string | undefined,
  font: number,
): PlacedNumber[] {
  const dots = points.map(({ id, x, y, r }) => ({ id, x1: x - r, y1: y - r, x2: x + r, y2: y + r }));
  const taken: Box[] = labels.map(labelBox);
  const lines = [...holds.flatMap(holdBoxes), ...points.flatMap(markBoxes)];
  return points.flatMap((point) => {
    const text = textOf(point.id);
    if (text === undefined) return [];
    const others = [...taken, ...dots.filter(({ id }) => id !== point.id)];
    const covered = (boxes: readonly Box[], box: Box) => boxes.filter((one) => overlap(one, box)).length;
    const cost = (box: Box) => covered(others, box) * 100 + covered(lines, box);
    const [best] = spots
      .map((spot) => numberAt(point, spot, text, font))
      .map((one) => ({ ...one, cost: cost(one.box) }))
      .sort((a, b) => a.cost - b.cost); // a sort keeps the order of equals
    taken.push(best!.box); // there is a spot
    return [best!.number];
  });
}

function numberAt({ id, x, y, r }: PlacedPoint, { dx, dy, anchor }: Spot, text: string, font: number) {
  const height = font * 0.75;
  const beside = dx === 0 ? 3 : 0;
  const at = { x: x + dx * (r + 2), y: dy < 0 ? y - r - beside : y + r + height + beside };
  const number: PlacedNumber = { id, text, anchor, x: px(at.x), y: px(at.y) };
  return { number, box: boxOf(at.x, at.y, anchor, textWidth(text, font, true), height, 0) };
}

function labelBox({ x, y, anchor, name, value }: PlacedLabel): Box {
  const width = Math.max(...[...name, value].map((line) => textWidth(line, labelFont, true)));
  return boxOf(x, y, anchor, width, labelFont * 0.8, name.length * labelFont * 1.25 + 2);
}

/** The box of text whose first baseline is at `y`. */
function boxOf(x: number, y: number, anchor: Anchoring, width: number, up: number, down: number): Box {
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { x1: left, y1: y - up, x2: left + width, y2: y + down };
}
