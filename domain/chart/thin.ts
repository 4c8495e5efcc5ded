import { groupBy } from "./group-by";

export type Spot = {
  readonly id: string;
  readonly x: number;
  /** The lowest and the highest value the mark reaches, its stated range included. */
  readonly low: number;
  readonly high: number;
  readonly series: string;
};

export type ThinBy = {
  /** Width of the plot in pixels. */
  readonly width: number;
  /** Width of a bucket: below two pixels the eye sees only where a series begins and ends. */
  readonly bucket: number;
  /** So many marks a series has at most, those at its ends and those of `always` aside. */
  readonly share: number;
  /** Ids that are drawn whatever lies near them. */
  readonly always: ReadonlySet<string>;
};

/**
 * Keeps of each series the first and the last point and in each bucket the one that reaches lowest and the one that
 * reaches highest, so that every extreme is drawn and still leads to its sentence. A series with a point per pixel or
 * fewer is left whole where that is no more than its share; buckets are as wide as the share has them. Expects spots in
 * time order; returns the ids to draw.
 */
export function thin(spots: readonly Spot[], by: ThinBy): Set<string> {
  const kept = new Set<string>();
  const bucket = Math.max(by.bucket, (2 * by.width) / Math.max(by.share, 2));
  for (const series of groupBy(spots, (spot) => spot.series).values()) {
    const whole = series.length <= Math.min(by.width, by.share);
    for (const spot of series) if (whole || by.always.has(spot.id)) kept.add(spot.id);
    if (!whole) for (const id of outline(series, bucket)) kept.add(id);
  }
  return kept;
}

function outline(series: readonly Spot[], bucket: number): string[] {
  const extremes = [...groupBy(series, (spot) => Math.floor(spot.x / bucket)).values()].flatMap((near) => {
    const low = near.reduce((least, spot) => (spot.low < least.low ? spot : least));
    const high = near.reduce((most, spot) => (spot.high > most.high ? spot : most));
    return [low, high];
  });
  return [series[0], series.at(-1), ...extremes].flatMap((spot) => (spot ? [spot.id] : []));
}
