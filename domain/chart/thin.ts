import { groupBy } from "./group-by";

type Spot = { readonly id: string; readonly x: number; readonly level: number; readonly series: string };

/** Width of a bucket: below two pixels the eye sees only where a series begins and ends. */
const BUCKET = 2;

/**
 * Keeps, per claimant and per two pixels, the lowest and the highest point, so that every extreme is drawn and still
 * leads to its sentence. A series with a point per pixel or fewer is left whole. Returns the ids to draw.
 */
export function thin(spots: readonly Spot[], width: number): Set<string> {
  const kept = new Set<string>();
  for (const series of groupBy(spots, (spot) => spot.series).values()) {
    if (series.length <= width) for (const spot of series) kept.add(spot.id);
    else for (const id of extremes(series)) kept.add(id);
  }
  return kept;
}

function extremes(series: readonly Spot[]): string[] {
  const buckets = groupBy(series, (spot) => Math.floor(spot.x / BUCKET));
  return [...buckets.values()].flatMap((bucket) => {
    let [low, high] = [bucket[0], bucket[0]];
    for (const spot of bucket) {
      if (low && spot.level < low.level) low = spot;
      if (high && spot.level > high.level) high = spot;
    }
    return [low, high].flatMap((spot) => (spot ? [spot.id] : []));
  });
}
