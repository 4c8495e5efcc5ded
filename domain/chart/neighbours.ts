/** Where the arrow keys lead from a point. */
export type Neighbours = {
  readonly prev: string | null;
  readonly next: string | null;
  readonly up: string | null;
  readonly down: string | null;
};

type Spot = { readonly id: string; readonly x: number; readonly y: number; readonly claimant: string | null };

/**
 * Left and right walk through time; up and down go to the nearest claim, in time, of another claimant above or below.
 * Expects the points in time order.
 */
export function neighboursOf(spots: readonly Spot[]): Map<string, Neighbours> {
  const alone = spots.every(({ claimant }) => claimant === spots[0]?.claimant);
  return new Map(
    spots.map((spot, index) => [
      spot.id,
      {
        prev: spots[index - 1]?.id ?? null,
        next: spots[index + 1]?.id ?? null,
        up: alone ? null : nearest(spots, index, above),
        down: alone ? null : nearest(spots, index, below),
      },
    ]),
  );
}

const above = (other: Spot, spot: Spot) => other.y < spot.y || (other.y === spot.y && other.x < spot.x);
const below = (other: Spot, spot: Spot) => other.y > spot.y || (other.y === spot.y && other.x > spot.x);

/** In a dense chart the next of another claimant lies close by, or the arrow would leap across years. */
const FARTHEST = 200;

/** Looks outwards in time from the point and stops at the first found on each side. */
function nearest(
  spots: readonly Spot[],
  index: number,
  isThatWay: (other: Spot, self: Spot) => boolean,
): string | null {
  const self = spots[index];
  if (!self) return null;
  const first = (step: 1 | -1): Spot | null => {
    for (let away = 1; away <= FARTHEST; away++) {
      const other = spots[index + step * away];
      if (!other) return null;
      if (other.claimant !== self.claimant && isThatWay(other, self)) return other;
    }
    return null;
  };
  const [before, after] = [first(-1), first(1)];
  if (!before || !after) return (before ?? after)?.id ?? null;
  return self.x - before.x <= after.x - self.x ? before.id : after.id;
}
