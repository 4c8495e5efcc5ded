import type { Dot } from "./dodge";
import { HIT_RADIUS } from "./sizes";

type Area = { x: number; y: number; readonly r: number };

/** With more dots than this, areas overlap whatever one does. */
const MOST = 60;

/**
 * A round area of 24 px for a finger on each dot. Where two dots are close, the areas are pushed apart as far as each
 * can move and still cover its own dot.
 */
export function hitAreas(dots: readonly Dot[]): Map<string, Area> {
  const areas = new Map<string, Area>(dots.map((dot) => [dot.id, { x: dot.x, y: dot.y, r: HIT_RADIUS }]));
  if (dots.length > MOST) return areas;
  for (let round = 0; round < 12; round++)
    for (const [index, a] of dots.entries()) for (const b of dots.slice(index + 1)) push(a, b, areas);
  return areas;
}

function push(a: Dot, b: Dot, areas: Map<string, Area>): void {
  const [p, q] = [areas.get(a.id), areas.get(b.id)];
  if (!p || !q) return;
  const [dx, dy] = [q.x - p.x, q.y - p.y];
  const distance = Math.hypot(dx, dy);
  const lacking = 2 * HIT_RADIUS - distance;
  if (lacking <= 0 || distance === 0) return;
  const [ux, uy] = [dx / distance, dy / distance];
  moveWithin(p, a, -ux * (lacking / 2), -uy * (lacking / 2));
  moveWithin(q, b, ux * (lacking / 2), uy * (lacking / 2));
}

function moveWithin(area: Area, dot: Dot, dx: number, dy: number): void {
  const leash = Math.max(0, HIT_RADIUS - dot.r);
  const [x, y] = [area.x + dx - dot.x, area.y + dy - dot.y];
  const length = Math.hypot(x, y);
  const kept = length > leash ? leash / length : 1;
  area.x = dot.x + x * kept;
  area.y = dot.y + y * kept;
}
