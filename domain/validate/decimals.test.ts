import { expect, test } from "vitest";
import { compareDecimals } from "./decimals";

test.each([
  ["1400", "1400.0", 0],
  ["0.5", "0.50", 0],
  ["-1", "1", -1],
  ["0.1", "0.09", 1],
  ["-0.5", "-0.25", -1],
  ["12345678901234567890", "12345678901234567891", -1],
])("%s against %s", (a, b, expected) => {
  expect(compareDecimals(a, b)).toBe(expected);
});
