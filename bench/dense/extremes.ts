import type { RawPoint } from "./serve-raw";

export type Kept = {
  readonly points: number;
  readonly given: number;
  /** Lowest and highest of every stretch of every series, and how many of them are among what is given. */
  readonly extremes: number;
  readonly kept: number;
};

/** Counts whether the lowest and the highest of every stretch of time of every series are among the values given. */
export function extremesKept(
  points: readonly (RawPoint & { readonly thing: string })[],
  given: readonly { readonly series: string; readonly day: number; readonly value: number }[],
  stretches: number,
): Kept {
  const days = points.map(({ day }) => day);
  const [first, last] = [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
  const stretchOf = (day: number) => Math.floor(((day - first) * 2 * stretches) / ((last - first) * 2 + 1));
  const ends = new Map<string, { low: number; high: number }>();
  for (const { claimant, thing, day, value } of points) {
    const key = `${claimant} ${thing} ${stretchOf(day)}`;
    const end = ends.get(key);
    if (end) {
      end.low = Math.min(end.low, value);
      end.high = Math.max(end.high, value);
    } else ends.set(key, { low: value, high: value });
  }
  const there = new Set(given.map(({ series, day, value }) => `${series} ${stretchOf(day)} ${value}`));
  const all = [...ends].flatMap(([key, { low, high }]) => [`${key} ${low}`, `${key} ${high}`]);
  return {
    points: points.length,
    given: given.length,
    extremes: all.length,
    kept: all.filter((one) => there.has(one)).length,
  };
}
