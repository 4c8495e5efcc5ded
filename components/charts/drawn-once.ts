import type { Chart } from "@/domain/chart/chart";
import { drawAtWidths } from "@/domain/chart/chart-widths";

type Input = Parameters<typeof drawAtWidths>[0];

/** Charts by the very figures they show: where those are remembered, so is their drawing. */
const known = new WeakMap<Input["figures"], Map<string, readonly Chart[]>>();

/** `drawAtWidths`, once for the same figures, events, words and settings. */
export function drawnOnce(input: Input): readonly Chart[] {
  const { figures, words, metric, population, ...settings } = input;
  const before = known.get(figures) ?? new Map<string, readonly Chart[]>();
  known.set(figures, before);
  const key = JSON.stringify({ ...settings, metric: metric.slug, population });
  const charts = before.get(key) ?? drawAtWidths(input);
  before.set(key, charts);
  return charts;
}
