import { expect, test } from "vitest";
import { typedDecimal } from "./typed-decimal";

test.each([
  ["1 400,5", "fr", "1400.5"],
  ["1\u202f400", "fr", "1400"],
  ["0,", "fr", "0."],
  ["1,400", "en", "1400"],
  ["1,400,000.5", "en", "1400000.5"],
  ["0.5", "en", "0.5"],
  ["  ", "fr", null],
  ["", "en", null],
  ["about 12", "en", "about12"],
] as const)("%j in %s is %j", (typed, locale, decimal) => {
  expect(typedDecimal(typed, locale)).toBe(decimal);
});
