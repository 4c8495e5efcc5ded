import { BoundedCache } from "@/domain/bounded-cache";
import type { Chart, ChartInput } from "@/domain/chart/chart";
import { drawAtWidths } from "@/domain/chart/chart-widths";
import { drawChart } from "@/domain/chart/draw-chart";

type Input = Omit<ChartInput, "width">;

/**
 * So many drawings of the same figures are remembered: both languages, and what was asked for of late. Each figure's own
 * page has one of its series, and figures stay for as long as nothing changes them.
 */
export const mostDrawings = 16;

/** Charts by the very figures they show: where those are remembered, so is their drawing. */
const known = new WeakMap<Input["figures"], BoundedCache<readonly Chart[]>>();

/** `drawAtWidths`, once for the same figures, events, words and settings. */
export const drawnOnce = (input: Input): readonly Chart[] => once(input, () => drawAtWidths(input));

/** The same at one width. */
export const drawnOnceAt = (input: ChartInput): Chart => once(input, () => [drawChart(input)])[0]!; // just drawn

function once(input: Input, draw: () => readonly Chart[]): readonly Chart[] {
  const { figures, words, metric, population, ...settings } = input;
  const before = known.get(figures) ?? new BoundedCache<readonly Chart[]>(mostDrawings);
  known.set(figures, before);
  const key = JSON.stringify({ ...settings, metric: metric.slug, population });
  const charts = before.get(key) ?? draw();
  before.set(key, charts);
  return charts;
}
