import { expect, test } from "vitest";
import { readDigits, readEnds } from "./printed-number";

test.each([
  ["500", "fr", "500"],
  ["1 400", "fr", "1400"],
  ["1\u00a0500", "fr", "1500"],
  ["50\u202f000", "fr", "50000"],
  ["1.400", "fr", "1400"],
  ["1’400", "fr", "1400"],
  ["0,5", "fr", "0.5"],
  ["1 400,25", "fr", "1400.25"],
  ["1,400", "en", "1400"],
  ["1,400.25", "en", "1400.25"],
  ["0.5", "en", "0.5"],
  ["−3", "en", "-3"],
  ["007", "fr", "7"],
  ["12345", "fr", "12345"],
  // What machine translation prints: no number may come of it.
  ["10 00", "fr", null],
  ["3,5 000", "fr", null],
  ["1 400.000", "fr", null],
  ["un cinquième", "fr", null],
  ["500 à 600", "fr", null],
  ["", "fr", null],
] as const)("%s in %s reads as %s", (printed, lang, expected) => {
  expect(readDigits(printed, lang)).toBe(expected);
});

test.each([
  ["entre 500 et 600", "500", "600"],
  ["500–600", "500", "600"],
  ["500..600", "500", "600"],
  ["[500, 600]", "500", "600"],
  ["1 500 à 2 000", "1500", "2000"],
])("%s ends at %s and %s", (printed, low, high) => {
  expect(readEnds(printed, "fr")).toEqual([low, high]);
});

test.each(["500", "500, 600, 700", "dozens"])("%s has not two ends", (printed) => {
  expect(readEnds(printed, "fr")).toBeNull();
});
