import type { Decimal } from "@/domain/figure";

/** The change between two values in per cent of the first, rounded half away from zero; null from zero or below. */
export function changePercent(from: Decimal, to: Decimal, places: number): Decimal | null {
  const common = Math.max(placesOf(from), placesOf(to));
  const whole = scaled(from, common);
  if (whole <= 0n) return null;
  const tenfold = (scaled(to, common) - whole) * 100n * 10n ** BigInt(places + 1);
  const quotient = tenfold / whole;
  return unscaled((quotient + (quotient < 0n ? -5n : 5n)) / 10n, places);
}

/** Number of digits after the point. */
export const placesOf = (decimal: Decimal) => decimal.split(".")[1]?.length ?? 0;

const scaled = (decimal: Decimal, places: number) => {
  const [whole = "", fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.padEnd(places, "0"));
};

const unscaled = (value: bigint, places: number): Decimal => {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, "0");
  const sign = value < 0n ? "-" : "";
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
};
