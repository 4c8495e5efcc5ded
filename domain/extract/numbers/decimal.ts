import type { Decimal } from "@/domain/figure";

/** Sums on decimal strings: whole numbers throughout, so that nothing passes through a float. */

/** Drops what no value needs: leading zeros, zeros that end a fraction. */
export function plainDecimal(whole: string, fraction = ""): Decimal {
  const digits = whole.replace(/^0+(?=\d)/, "");
  const rest = fraction.replace(/(?<!0)0+$/, "");
  return rest === "" ? digits || "0" : `${digits || "0"}.${rest}`;
}

/** The value × 10^places; places may not be negative. */
export function shiftDecimal(value: Decimal, places: number): Decimal {
  const { sign, whole, fraction } = parts(value);
  const padded = fraction.padEnd(places, "0");
  return sign + plainDecimal(whole + padded.slice(0, places), padded.slice(places));
}

/** Below zero where `a` is less than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const difference = subtract(a, b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(parts(a).fraction.length, parts(b).fraction.length);
  return unscaled(scaled(a, places) + scaled(b, places), places);
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  const [inA, inB] = [parts(a).fraction.length, parts(b).fraction.length];
  return unscaled(scaled(a, inA) * scaled(b, inB), inA + inB);
}

/** a ÷ b to so many places, half rounded up; `b` may not be zero. */
export function divideDecimals(a: bigint, b: bigint, places: number): Decimal {
  const tenfold = a * 10n ** BigInt(places + 1);
  return unscaled((tenfold / b + 5n) / 10n, places);
}

function subtract(a: Decimal, b: Decimal): bigint {
  const places = Math.max(parts(a).fraction.length, parts(b).fraction.length);
  return scaled(a, places) - scaled(b, places);
}

function parts(value: Decimal) {
  const sign = value.startsWith("-") ? "-" : "";
  const [whole = "0", fraction = ""] = value.slice(sign.length).split(".");
  return { sign, whole, fraction };
}

function scaled(value: Decimal, places: number): bigint {
  const { sign, whole, fraction } = parts(value);
  const size = BigInt(whole + fraction.padEnd(places, "0"));
  return sign === "" ? size : -size;
}

function unscaled(value: bigint, places: number): Decimal {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, "0");
  const cut = digits.length - places;
  return (value < 0n ? "-" : "") + plainDecimal(digits.slice(0, cut), digits.slice(cut));
}
