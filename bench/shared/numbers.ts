/** The value that so large a share of the values does not pass: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!; // callers have measured something
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** With three digits that say something. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
