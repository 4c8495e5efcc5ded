import type { Chart, ChartInput, ChartVariant } from "./chart";
import { drawChart } from "./draw-chart";

/** The server does not know how wide a reader's column is: it draws for each of these and CSS shows one. */
export const chartWidths: Readonly<Record<ChartVariant, readonly number[]>> = {
  card: [340, 620],
  page: [340, 700, 1080],
};

export const drawAtWidths = (input: Omit<ChartInput, "width">): Chart[] =>
  chartWidths[input.variant].map((width) => drawChart({ ...input, width }));
