/**
 * Digits a spreadsheet computes with ("Number precision: 15 digits", Excel specifications and limits). Files hold up to
 * 17, which tell the binary number apart, not the one typed: 3.3 is saved as 3.3000000000000003.
 */
const exactDigits = 15;
/** Digits that tell any binary number apart; more were never computed. */
const binaryDigits = 17;
/** Beyond what a binary number can reach. */
const farthestExponent = 400;

/** As we write a number ourselves; most are. */
const plain = /^-?(?:[1-9]\d*|0(?=\.))(?:\.\d*[1-9])?$/;

export type NumberText = {
  readonly decimal: string;
  /** Whether digits were dropped that no rounding of a spreadsheet's own can have put there. */
  readonly rounded: boolean;
};

/**
 * A number as a workbook writes it, as a plain decimal of at most fifteen significant digits; never through a float.
 * Null where it is none.
 */
export function numberText(written: string): NumberText | null {
  if (written.length <= exactDigits && plain.test(written)) return { decimal: written, rounded: false };
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(written.trim());
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole + fraction === "" || Math.abs(Number(exponent)) > farthestExponent) return null;
  const digits = (whole + fraction).replace(/^0+/, "");
  if (digits === "") return { decimal: "0", rounded: false };
  // The value is 0.DIGITS times ten to the power of `point`.
  const point = whole.length + Number(exponent) - (whole.length + fraction.length - digits.length);
  const significant = digits.replace(/0+$/, "");
  const short = roundDigits(significant);
  const placed = place(short.digits, point + (short.carried ? 1 : 0));
  return { decimal: sign === "-" ? `-${placed}` : placed, rounded: significant.length > binaryDigits };
}

/** The first fifteen digits, the last one rounded; `carried` where 999… became 1. */
function roundDigits(digits: string): { readonly digits: string; readonly carried: boolean } {
  if (digits.length <= exactDigits) return { digits, carried: false };
  const kept = digits.slice(0, exactDigits);
  const up = digits[exactDigits]! >= "5";
  const rounded = up ? String(BigInt(kept) + 1n) : kept;
  return { digits: rounded.replace(/0+$/, ""), carried: rounded.length > exactDigits };
}

function place(digits: string, point: number): string {
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + "0".repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}
