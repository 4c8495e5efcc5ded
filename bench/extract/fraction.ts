/** "A fifth" may be read as 0.2 or as 20 percent: both are right. */
export const asFractionOrPercent = (value: string): string[] =>
  Math.abs(Number(value)) < 1 ? [value, String(Number(value) * 100)] : [value];
