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
  return new Map(
    spots.map((spot, index) => [
      spot.id,
      {
        prev: spots[index - 1]?.id ?? null,
        next: spots[index + 1]?.id ?? null,
        up: nearest(spots, index, (other) => other.y < spot.y || (other.y === spot.y && other.x < spot.x)),
        down: nearest(spots, index, (other) => other.y > spot.y || (other.y === spot.y && other.x > spot.x)),
      },
    ]),
  );
}

/** Looks outwards in time from the point, so that it stops at the first found on each side. */
function nearest(spots: readonly Spot[], index: number, isThatWay: (other: Spot) => boolean): string | null {
  const self = spots[index];
  if (!self) return null;
  const wanted = (other: Spot) => other.claimant !== self.claimant && isThatWay(other);
  const before = spots.slice(0, index).findLast(wanted);
  const after = spots.slice(index + 1).find(wanted);
  if (!before || !after) return (before ?? after)?.id ?? null;
  return self.x - before.x <= after.x - self.x ? before.id : after.id;
}
