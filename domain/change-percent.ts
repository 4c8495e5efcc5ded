import type { Decimal } from "./figure";

/**
 * The change from one value to another in per cent of the first, to one decimal: (to − from) / from × 100.
 * Whole-number arithmetic on scaled decimals, so nothing passes through a float. @throws RangeError where `from` is zero
 */
export function changePercent(from: Decimal, to: Decimal): Decimal {
  const scale = Math.max(decimals(from), decimals(to));
  const [a, b] = [scaled(from, scale), scaled(to, scale)];
  if (a === 0n) throw new RangeError("there is no change in per cent of zero");
  const tenths = divideRounding((b - a) * 1000n, a < 0n ? -a : a);
  const digits = (tenths < 0n ? -tenths : tenths).toString().padStart(2, "0");
  return `${tenths < 0n ? "-" : ""}${digits.slice(0, -1)}.${digits.slice(-1)}`;
}

const decimals = (value: Decimal) => value.split(".")[1]?.length ?? 0;
const scaled = (value: Decimal, scale: number) => {
  const [whole = "0", fraction = ""] = value.split(".");
  return BigInt(whole + fraction.padEnd(scale, "0"));
};

/** Rounds half away from zero, as newspapers do. */
function divideRounding(numerator: bigint, denominator: bigint): bigint {
  const half = denominator / 2n;
  return numerator < 0n ? -((-numerator + half) / denominator) : (numerator + half) / denominator;
}
