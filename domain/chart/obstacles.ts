import { ARROW_LENGTH } from "./label-wishes";
import type { Box, Obstacles } from "./labels";
import type { Bracket, Hold, PlacedEvent, PlacedPoint, SupersedeArrow } from "./panel";
import { textWidth } from "./text-width";

/** What a label must not cover (marks, brackets) and had better not cross (lines). */
export function obstaclesOf(
  drawn: {
    readonly points: readonly PlacedPoint[];
    readonly holds: readonly Hold[];
    readonly brackets: readonly Bracket[];
    readonly arrows: readonly SupersedeArrow[];
    readonly events: readonly PlacedEvent[];
  },
  font: number,
): Obstacles {
  return {
    dots: drawn.points,
    hard: [
      ...drawn.points.flatMap(markBoxes),
      ...drawn.brackets.flatMap((bracket) => bracketBoxes(bracket, font)),
      ...drawn.arrows.flatMap(arrowBoxes),
    ],
    soft: [
      ...drawn.points.flatMap(({ x, y, stem }) =>
        stem ? [lineBox(x, Math.min(y, stem.y0), x, Math.max(y, stem.y0))] : [],
      ),
      ...drawn.holds.flatMap(holdBoxes),
    ],
    faint: drawn.events.map((event) => lineBox(event.x, event.y1, event.x, event.y2)),
  };
}

const lineBox = (x1: number, y1: number, x2: number, y2: number, pad = 2): Box => ({
  x1: Math.min(x1, x2) - pad,
  y1: Math.min(y1, y2) - pad,
  x2: Math.max(x1, x2) + pad,
  y2: Math.max(y1, y2) + pad,
});

/** The boxes of one mark: its dot, and what sticks out of it. */
export function markBoxes(point: PlacedPoint): Box[] {
  const { x, y, r, arrow, whisker, extent, corrected } = point;
  const boxes = [{ x1: x - r - 2, y1: y - r - 2, x2: x + r + 2, y2: y + r + 2 }];
  const reach = r + ARROW_LENGTH;
  if (arrow === "up") boxes.push(lineBox(x, y - reach, x, y, 3));
  if (arrow === "down") boxes.push(lineBox(x, y, x, y + reach, 3));
  if (whisker) boxes.push(lineBox(x, whisker.y1, x, whisker.y2, 4));
  if (extent) boxes.push(lineBox(extent.x1, y, extent.x2, y, 3));
  if (corrected) boxes.push({ x1: x + r, y1: y - r - 9, x2: x + r + 9, y2: y - r + 2 });
  return boxes;
}

export function holdBoxes({ x1, x2, dashedTo, y, riserTo }: Hold): Box[] {
  const end = dashedTo ?? x2;
  return [lineBox(x1, y, end, y), ...(riserTo === null ? [] : [lineBox(end, y, end, riserTo)])];
}

/** A slanting line as a chain of small boxes: the one box around it would bar far more than it covers. */
function arrowBoxes({ x1, y1, x2, y2 }: SupersedeArrow): Box[] {
  const pieces = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 8));
  const at = (piece: number): [number, number] => [
    x1 + ((x2 - x1) * piece) / pieces,
    y1 + ((y2 - y1) * piece) / pieces,
  ];
  return Array.from({ length: pieces }, (_, piece) => lineBox(...at(piece), ...at(piece + 1)));
}

export function bracketBoxes({ x, y1, y2, text }: Bracket, font: number): Box[] {
  const stroke = lineBox(x - 5, y1, x, y2);
  if (!text) return [stroke];
  return [
    stroke,
    { x1: text.x - 2, y1: text.y - font, x2: text.x + textWidth(text.text, font), y2: text.y + 4 },
  ];
}
