import { nat, property, string, assert as thatFor } from "fast-check";
import { expect, test } from "vitest";
import { normaliseText } from "./normalise-text";

const cases: readonly [why: string, raw: string, expected: string][] = [
  ["line ends", "a\r\nb\rc\u2028d\u000be", "a\nb\nc\nd\ne"],
  ["soft hyphens", "ter\u00adri\u00adtoire", "territoire"],
  ["zero-width characters", "5\u200b00\u2060 km\ufeff²", "500 km²"],
  ["control characters", "a\u0000b\u0001c\u007fd\u009fe", "abcde"],
  ["direction marks", "\u202e500\u202c", "500"],
  ["NFC", "de\u0301truit", "détruit"],
  ["blank lines", "a\n\n\n\nb\n \n\t\nc", "a\n\nb\n\nc"],
  ["trailing spaces", "a \t\u00a0\nb  ", "a\nb"],
  [
    "spaces inside stay as printed",
    "1\u202f500\u00a0km²,\u2009«\u00a0près de\u00a0»",
    "1\u202f500\u00a0km²,\u2009«\u00a0près de\u00a0»",
  ],
  ["leading spaces and tabs stay", "  a\tb", "  a\tb"],
  ["half a character", "a\ud800b", "a\ufffdb"],
  ["a whole one", "a😀b", "a😀b"],
];

test.each(cases)("%s", (_, raw, expected) => {
  expect(normaliseText(raw)).toBe(expected);
});

test("normalising twice changes nothing", () => {
  const unit = string({ unit: nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 3 });
  const rough = string({ unit: "grapheme" });
  thatFor(
    property(unit, rough, (odd, text) => {
      const once = normaliseText(`${text}\u0301${odd}\n \n\r\n${odd}\u00ad\u0301 ${text}`);
      expect(normaliseText(once)).toBe(once);
    }),
  );
});

test("marks heaped on one letter are cut, not sorted for minutes", () => {
  expect(normaliseText(`a${"\u0315\u0316".repeat(200_000)}b`).length).toBeLessThan(40);
});

test("marks that NFC writes as two are cut once and for all", () => {
  const once = normaliseText(`a${"\u0344".repeat(40)}b`);
  expect(normaliseText(once)).toBe(once);
});
