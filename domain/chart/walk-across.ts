import type { ClaimMark } from "./claim-mark";
import type { Neighbours } from "./neighbours";
import type { Panel, PlacedPoint } from "./panel";

/**
 * Where claimants or definitions stand in panels of their own, left and right still walk through time across all of
 * them, and up and down leave a panel for the claim nearest in time in the next. Expects `marks` in time order; the
 * panels are given back with their points so linked.
 */
export function walkAcross(panels: readonly Panel[], marks: readonly ClaimMark[]): readonly Panel[] {
  if (panels.length < 2) return panels;
  const rank = new Map(marks.map(({ figure }, index) => [figure.id, index]));
  const rankOf = ({ id }: PlacedPoint) => rank.get(id) ?? 0;
  const drawn = new Map(panels.flatMap(({ points }) => points.map((point) => [point.id, point] as const)));
  const inTime = marks.flatMap(({ figure }) => drawn.get(figure.id) ?? []);
  const place = new Map(inTime.map(({ id }, index) => [id, index]));
  for (const [number, panel] of panels.entries())
    for (const point of panel.points) {
      const at = place.get(point.id) ?? 0;
      // Written into the points, which are fresh: copies of thousands of them cost more than all else of a chart.
      const links: Linked = point;
      links.prev = inTime[at - 1]?.id ?? null;
      links.next = inTime[at + 1]?.id ?? null;
      links.up ??= nearest(panels[number - 1]?.points ?? [], rankOf(point), rankOf);
      links.down ??= nearest(panels[number + 1]?.points ?? [], rankOf(point), rankOf);
    }
  return panels;
}

type Linked = { -readonly [Way in keyof Neighbours]: Neighbours[Way] };

/** The point whose place in time is nearest, by halves: points are in time order. */
function nearest(
  points: readonly PlacedPoint[],
  rank: number,
  rankOf: (point: PlacedPoint) => number,
): string | null {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rankOf(points[middle]!) < rank) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [points[low - 1], points[low]];
  if (!before || !after) return (before ?? after)?.id ?? null;
  return rank - rankOf(before) <= rankOf(after) - rank ? before.id : after.id;
}
