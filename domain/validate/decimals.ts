import type { Decimal } from "../figure";

/** Below zero where `a` is less than `b`, zero where they are the same number, however written. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const places = placesOf([a, b]);
  const difference = scaled(a, places) - scaled(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whether both are the same number, or both absent: an empty box is not zero. */
export const sameDecimal = (a: Decimal | null, b: Decimal | null): boolean =>
  a === null || b === null ? a === b : compareDecimals(a, b) === 0;

export const exceeds = (a: Decimal | null, b: Decimal | null): boolean =>
  a !== null && b !== null && compareDecimals(a, b) > 0;

/** Whether a value is more than `times` the median of others, or less than that part of it; exactly. */
export function farFromMedian(value: Decimal, others: readonly Decimal[], times: bigint): boolean {
  const places = placesOf([value, ...others]);
  const twice = twiceMedian(others.map((one) => scaled(one, places)));
  const doubled = 2n * scaled(value, places);
  if (twice <= 0n) return false; // "five times" means nothing of zero or less
  return doubled > times * twice || times * doubled < twice;
}

function twiceMedian(values: bigint[]): bigint {
  const sorted = values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0n;
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0n;
  return low + high;
}

const placesOf = (decimals: readonly Decimal[]) =>
  Math.max(...decimals.map((one) => one.split(".")[1]?.length ?? 0));

const scaled = (decimal: Decimal, places: number) => {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.padEnd(places, "0"));
};
