import type { ClaimMark } from "./claim-mark";
import type { PlacedPoint, SupersedeArrow } from "./panel";
import { px } from "./round";

/** A hair arrow from each replaced claim to the one that replaced it, where both are in view. */
export function supersedeArrows(
  marks: readonly ClaimMark[],
  points: ReadonlyMap<string, PlacedPoint>,
): SupersedeArrow[] {
  return marks.flatMap(({ figure }) => {
    const from = points.get(figure.id);
    const to = figure.supersededBy === null ? undefined : points.get(figure.supersededBy);
    const arrow = from && to ? between(from, to) : null;
    return arrow ? [arrow] : [];
  });
}

/** Stops short of both marks; nothing where they nearly touch. */
function between(from: PlacedPoint, to: PlacedPoint): SupersedeArrow | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const gaps = from.r + to.r + 6;
  if (length < gaps + 4) return null;
  const [ux, uy] = [dx / length, dy / length];
  return {
    from: from.id,
    to: to.id,
    x1: px(from.x + ux * (from.r + 2)),
    y1: px(from.y + uy * (from.r + 2)),
    x2: px(to.x - ux * (to.r + 4)),
    y2: px(to.y - uy * (to.r + 4)),
  };
}
