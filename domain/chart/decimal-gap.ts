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

/** The larger over the smaller to two digits ("1.6", "12"); null where that means nothing. */
export function decimalRatio(a: Decimal, b: Decimal): Decimal | null {
  const [low, high] = [Number(a), Number(b)].sort((m, n) => m - n);
  if (low === undefined || high === undefined || low <= 0) return null;
  const ratio = high / low;
  if (ratio >= 1e6) return null;
  return ratio >= 10 ? String(Math.round(ratio)) : String(Number(ratio.toFixed(ratio < 1.1 ? 2 : 1)));
}

const placesOf = (decimal: Decimal) => decimal.split(".")[1]?.length ?? 0;

function scaled(decimal: Decimal, places: number): bigint {
  const [whole = "0", fraction = ""] = decimal.replace("+", "").split(".");
  return BigInt(whole + fraction.padEnd(places, "0"));
}
