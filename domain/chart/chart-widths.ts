import type { Chart, ChartInput, ChartVariant } from "./chart";
import { drawPlanned } from "./draw-chart";
import { planChart } from "./plan-chart";

/** The server does not know how wide a reader's column is: it draws for each of these and CSS shows one. */
export const chartWidths: Readonly<Record<ChartVariant, readonly number[]>> = {
  card: [340, 620],
  page: [340, 700, 1080],
};

export function drawAtWidths(input: Omit<ChartInput, "width">): Chart[] {
  const plan = planChart(input);
  return chartWidths[input.variant].map((width) => drawPlanned(plan, { ...input, width }));
}
