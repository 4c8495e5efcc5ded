import type { ClaimMark } from "./claim-mark";
import type { Panel, PlacedPoint } from "./panel";

/**
 * Where claimants or definitions stand in panels of their own, left and right still walk through time across all of
 * them, and up and down leave a panel for the claim nearest in time in the next. Expects `marks` in time order.
 */
export function walkAcross(panels: readonly Panel[], marks: readonly ClaimMark[]): readonly Panel[] {
  if (panels.length < 2) return panels;
  const rank = new Map(marks.map(({ figure }, index) => [figure.id, index]));
  const rankOf = ({ id }: PlacedPoint) => rank.get(id) ?? 0;
  const inTime = panels.flatMap(({ points }) => points).sort((a, b) => rankOf(a) - rankOf(b));
  const place = new Map(inTime.map(({ id }, index) => [id, index]));
  return panels.map((panel, number) => ({
    ...panel,
    points: panel.points.map((point) => {
      const at = place.get(point.id) ?? 0;
      return {
        ...point,
        prev: inTime[at - 1]?.id ?? null,
        next: inTime[at + 1]?.id ?? null,
        up: point.up ?? nearest(panels[number - 1]?.points ?? [], rankOf(point), rankOf),
        down: point.down ?? nearest(panels[number + 1]?.points ?? [], rankOf(point), rankOf),
      };
    }),
  }));
}

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
