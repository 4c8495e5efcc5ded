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
  const placed = dots.map((dot) => ({ dot, area: { x: dot.x, y: dot.y, r: HIT_RADIUS } }));
  const areas = new Map<string, Area>(placed.map(({ dot, area }) => [dot.id, area]));
  if (dots.length > MOST) return areas;
  const close = pairsWithin(placed);
  for (let round = 0, moved = true; round < 12 && moved; round++) {
    moved = false;
    for (const [a, b] of close) moved = push(a, b) || moved;
  }
  return areas;
}

type Placed = { readonly dot: Dot; readonly area: Area };

/** Those whose areas may ever meet: none goes farther from its dot than it may be moved. */
function pairsWithin(placed: readonly Placed[]): (readonly [Placed, Placed])[] {
  const pairs: (readonly [Placed, Placed])[] = [];
  for (const [index, a] of placed.entries())
    for (let other = index + 1; other < placed.length; other++) {
      const b = placed[other]!; // within the list
      const reach = 2 * HIT_RADIUS + leashOf(a.dot) + leashOf(b.dot);
      if (Math.abs(a.dot.x - b.dot.x) < reach && Math.abs(a.dot.y - b.dot.y) < reach) pairs.push([a, b]);
    }
  return pairs;
}

const leashOf = ({ r }: Dot) => Math.max(0, HIT_RADIUS - r);

/** Pushes two areas apart, each by half of what is lacking. @returns whether anything was */
function push({ dot: a, area: p }: Placed, { dot: b, area: q }: Placed): boolean {
  const [dx, dy] = [q.x - p.x, q.y - p.y];
  const distance = Math.hypot(dx, dy);
  const lacking = 2 * HIT_RADIUS - distance;
  if (lacking <= 0 || distance === 0) return false;
  const [ux, uy] = [dx / distance, dy / distance];
  moveWithin(p, a, -ux * (lacking / 2), -uy * (lacking / 2));
  moveWithin(q, b, ux * (lacking / 2), uy * (lacking / 2));
  return true;
}

function moveWithin(area: Area, dot: Dot, dx: number, dy: number): void {
  const leash = leashOf(dot);
  const [x, y] = [area.x + dx - dot.x, area.y + dy - dot.y];
  const length = Math.hypot(x, y);
  const kept = length > leash ? leash / length : 1;
  area.x = dot.x + x * kept;
  area.y = dot.y + y * kept;
}
