import type { Decimal } from "../figure";

/** Adds decimals of any size exactly: what a file sums to is held against its own total to the last digit. */
export function exactSum(decimals: Iterable<Decimal>): Decimal {
  let [sum, places] = [0n, 0];
  for (const decimal of decimals) {
    const [whole = "0", fraction = ""] = decimal.split(".");
    if (fraction.length > places) {
      sum *= 10n ** BigInt(fraction.length - places);
      places = fraction.length;
    }
    sum += BigInt(whole + fraction.padEnd(places, "0"));
  }
  return written(sum, places);
}

function written(sum: bigint, places: number): Decimal {
  if (places === 0) return sum.toString();
  const sign = sum < 0n ? "-" : "";
  const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  return `${sign}${digits.slice(0, -places)}${fraction === "" ? "" : `.${fraction}`}`;
}
