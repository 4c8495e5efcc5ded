import type { MarkShape } from "./panel";
import { px } from "./round";

type Corner = readonly [number, number];

/** Corners of the shapes around (0, 0), scaled so that all look equally large beside a circle of radius 1. */
const corners: Readonly<Record<Exclude<MarkShape, "circle" | "ring">, readonly Corner[]>> = {
  diamond: [
    [0, -1.3],
    [1.3, 0],
    [0, 1.3],
    [-1.3, 0],
  ],
  "triangle-up": [
    [0, -1.3],
    [1.25, 0.95],
    [-1.25, 0.95],
  ],
  square: [
    [-0.95, -0.95],
    [0.95, -0.95],
    [0.95, 0.95],
    [-0.95, 0.95],
  ],
  "triangle-down": [
    [0, 1.3],
    [-1.25, -0.95],
    [1.25, -0.95],
  ],
  plus: crossOf(0),
  star: starOf(5),
  cross: crossOf(Math.PI / 4),
};

function crossOf(turn: number): Corner[] {
  const [arm, thin] = [1.25, 0.45];
  const quarter: Corner[] = [
    [thin, -arm],
    [thin, -thin],
    [arm, -thin],
  ];
  return [0, 1, 2, 3].flatMap((n) => quarter.map((corner) => turned(corner, turn + (n * Math.PI) / 2)));
}

function starOf(points: number): Corner[] {
  return Array.from({ length: points * 2 }, (_, n) => {
    const radius = n % 2 === 0 ? 1.45 : 0.64;
    return turned([0, -radius], (n * Math.PI) / points);
  });
}

function turned([x, y]: Corner, angle: number): Corner {
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}

/** The outline of a mark as an SVG path. The ring's hole is drawn by its stroke, see `chart-ring` in chart.css. */
export function markPath(shape: MarkShape, x: number, y: number, r: number): string {
  if (shape === "circle" || shape === "ring") {
    const d = px(2 * r);
    return `M${px(x - r)},${px(y)}a${px(r)},${px(r)} 0 1 1 ${d},0a${px(r)},${px(r)} 0 1 1 ${-d},0z`;
  }
  return `M${cornersAt(shape, x, y, r).join("L")}z`;
}

/** The same as the corners of a polygon; null for what is round. */
export const markPoints = (shape: MarkShape, x: number, y: number, r: number): string | null =>
  shape === "circle" || shape === "ring" ? null : cornersAt(shape, x, y, r).join(" ");

const cornersAt = (shape: keyof typeof corners, x: number, y: number, r: number): string[] =>
  corners[shape].map(([dx, dy]) => `${px(x + dx * r)},${px(y + dy * r)}`);
