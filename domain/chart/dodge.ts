import { clamp } from "./round";

export type Dot = { readonly id: string; readonly x: number; readonly y: number; readonly r: number };

/** Beyond so many dots on one spot, moving them aside would misplace them more than it would show them. */
const LARGEST_CLUSTER = 6;
/** In a chart of so many dots a reader looks for the shape of the whole: they stay where they belong. */
const MOST_DOTS = 60;

/** Moves dots that lie on one another aside by a few pixels, evenly about their middle. Returns the new x by id. */
export function dodge(
  dots: readonly Dot[],
  bounds: { readonly x1: number; readonly x2: number },
): Map<string, number> {
  const placed = new Map(dots.map((dot) => [dot.id, dot.x]));
  if (dots.length > MOST_DOTS) return placed;
  for (const cluster of clustersOf(dots)) {
    if (cluster.length < 2 || cluster.length > LARGEST_CLUSTER) continue;
    const step = 2 * (cluster[0]?.r ?? 5) + 1;
    const half = ((cluster.length - 1) * step) / 2;
    const mean = cluster.reduce((sum, dot) => sum + dot.x, 0) / cluster.length;
    const middle = clamp(mean, bounds.x1 + half + 6, Math.max(bounds.x1 + half + 6, bounds.x2 - half - 6));
    cluster.forEach((dot, index) => {
      placed.set(dot.id, middle - half + index * step);
    });
  }
  return placed;
}

/** Dots that touch, directly or through others. Sorted by x, so that only near ones are compared. */
function clustersOf(dots: readonly Dot[]): Dot[][] {
  const sorted = [...dots].sort((a, b) => a.x - b.x);
  const clusters: Dot[][] = [];
  const home = new Map<Dot, Dot[]>();
  sorted.forEach((dot, index) => {
    let cluster: Dot[] | undefined;
    for (let back = index - 1; back >= 0; back--) {
      const other = sorted[back];
      if (!other || dot.x - other.x > dot.r + other.r) break;
      if (!touch(dot, other)) continue;
      const theirs = home.get(other);
      if (!cluster) cluster = theirs;
      else if (theirs && theirs !== cluster) cluster = merge(cluster, theirs, home);
    }
    const mine = cluster ?? [];
    mine.push(dot);
    home.set(dot, mine);
    if (!cluster) clusters.push(mine);
  });
  return clusters;
}

const touch = (a: Dot, b: Dot) => Math.abs(a.x - b.x) < a.r + b.r && Math.abs(a.y - b.y) < a.r + b.r;

function merge(into: Dot[], from: Dot[], home: Map<Dot, Dot[]>): Dot[] {
  for (const dot of from) home.set(dot, into);
  into.push(...from.splice(0));
  return into;
}
