import type { ChartVariant } from "./chart";

/** The measures of a chart of some width. Text keeps its size; the plot takes what is left. */
export type Sizes = {
  readonly font: number;
  readonly lineHeight: number;
  readonly plotHeight: number;
  readonly columns: number;
  readonly eventRows: number;
  readonly silenceRow: number;
};

export const COLUMN_GAP = 28;
export const ROW_GAP = 22;
/** Half of the 24 px a finger needs. */
export const HIT_RADIUS = 12;

export function sizesOf(width: number, variant: ChartVariant, panels: number): Sizes {
  const wide = width >= 600;
  const columns = Math.min(panels, width >= 900 ? 3 : width >= 560 ? 2 : 1);
  const alone = variant === "card" ? (wide ? 220 : 180) : width >= 900 ? 420 : wide ? 340 : 250;
  return {
    font: wide && variant === "page" ? 13 : 12,
    lineHeight: wide && variant === "page" ? 16 : 15,
    plotHeight: panels === 1 ? alone : variant === "card" ? 96 : wide ? 170 : 120,
    columns,
    eventRows: variant === "card" ? 2 : 3,
    silenceRow: 11,
  };
}

/** As wide as it takes for its letters to be read where a network shows the picture at half its size. */
export const lowWidth = 620;

/** A drawing that is enlarged to fill a picture twice as wide as high. */
export const lowSizes = (panels: number): Sizes => ({
  ...sizesOf(lowWidth, "card", panels),
  font: 13,
  lineHeight: 16,
  plotHeight: panels === 1 ? 112 : panels <= 3 ? 84 : 40,
  columns: Math.min(panels, 3),
});

/** Marks shrink as they multiply. */
export const markRadius = (points: number): number => (points <= 40 ? 5.5 : points <= 120 ? 4 : 2.5);
