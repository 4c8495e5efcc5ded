import { BoundedCache } from "@/domain/bounded-cache";
import type { Chart } from "@/domain/chart/chart";
import { drawAtWidths } from "@/domain/chart/chart-widths";

type Input = Parameters<typeof drawAtWidths>[0];

/**
 * So many drawings of the same figures are remembered: both languages, and what was asked for of late. Each figure's own
 * page has one of its series, and figures stay for as long as nothing changes them.
 */
export const mostDrawings = 16;

/** Charts by the very figures they show: where those are remembered, so is their drawing. */
const known = new WeakMap<Input["figures"], BoundedCache<readonly Chart[]>>();

/** `drawAtWidths`, once for the same figures, events, words and settings. */
export function drawnOnce(input: Input): readonly Chart[] {
  const { figures, words, metric, population, ...settings } = input;
  const before = known.get(figures) ?? new BoundedCache<readonly Chart[]>(mostDrawings);
  known.set(figures, before);
  const key = JSON.stringify({ ...settings, metric: metric.slug, population });
  const charts = before.get(key) ?? drawAtWidths(input);
  before.set(key, charts);
  return charts;
}
