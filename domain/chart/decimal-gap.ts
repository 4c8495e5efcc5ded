import type { Decimal } from "../figure";

/** The distance between two decimals, exactly: worked out on whole numbers, as a decimal string. */
export function decimalGap(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(placesOf(a), placesOf(b));
  const difference = scaled(a, places) - scaled(b, places);
  const digits = String(difference < 0n ? -difference : difference).padStart(places + 1, "0");
  if (places === 0) return digits;
  const fraction = digits.slice(-places).replace(/0+$/, "");
  return fraction === "" ? digits.slice(0, -places) : `${digits.slice(0, -places)}.${fraction}`;
}

/**
 * The larger over the smaller to two digits ("1.6", "12"); null where that means nothing.
 * @param end of a ratio that is only bounded: the least is rounded down and the most up, so that neither says too much
 */
export function decimalRatio(
  a: Decimal,
  b: Decimal,
  end: "least" | "most" | "whole" = "whole",
): Decimal | null {
  const [low, high] = [Number(a), Number(b)].sort((m, n) => m - n);
  if (low === undefined || high === undefined || low <= 0) return null;
  const ratio = high / low;
  if (ratio >= 1e6) return null;
  const scale = ratio >= 10 ? 1 : ratio < 1.1 ? 100 : 10;
  const places = Number((ratio * scale).toPrecision(12)); // 1.6 × 10 is not to become 16.000000000000004
  const round = { least: Math.floor, most: Math.ceil, whole: Math.round }[end];
  return String(round(places) / scale);
}

/** Below, at or above nought as the first is less than, equal to or more than the second, exactly. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const places = Math.max(placesOf(a), placesOf(b));
  const difference = scaled(a, places) - scaled(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whether `times` the one is less than the other, exactly. */
export function fitsTimes(a: Decimal, times: number, b: Decimal): boolean {
  const places = Math.max(placesOf(a), placesOf(b));
  return scaled(a, places) * BigInt(times) < scaled(b, places);
}

const placesOf = (decimal: Decimal) => decimal.split(".")[1]?.length ?? 0;

function scaled(decimal: Decimal, places: number): bigint {
  const [whole = "0", fraction = ""] = decimal.replace("+", "").split(".");
  return BigInt(whole + fraction.padEnd(places, "0"));
}
