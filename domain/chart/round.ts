/** Pixels to one decimal: half the bytes, and the same text from the server and from the browser. */
export const px = (value: number): number => {
  const rounded = Math.round(value * 10) / 10;
  return rounded === 0 ? 0 : rounded;
};

export const clamp = (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max);
