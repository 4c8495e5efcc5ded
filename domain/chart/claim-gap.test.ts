import { describe, expect, test } from "vitest";
import type { Figure } from "../figure";
import { textEn, textFr } from "./chart-text-words.fixture";
import { claimedBounds, claimGap } from "./claim-gap";
import { compareDecimals, decimalRatio, fitsTimes } from "./decimal-gap";
import { day, figure, metrics } from "./figures.fixture";
import { gapText } from "./gap-text";

type Said = Partial<Pick<Figure, "value" | "low" | "high" | "comparator" | "hearsay">>;
const said = (wish: Said) => figure({ metric: metrics.territory, period: day("2025-01-10"), ...wish });
const text = (a: Said, b: Said, locale: "en" | "fr" = "en") => {
  const gap = claimGap(said(a), said(b));
  return gap && gapText(gap, locale, { en: textEn, fr: textFr }[locale]).replaceAll(/[\u00a0\u202f]/g, " ");
};

describe("the gap between two claims", () => {
  test.each<[string, Said, Said, string]>([
    ["two plain values are exactly apart", { value: "800" }, { value: "500" }, "300 km² apart, ×1.6"],
    ["the order does not matter", { value: "500" }, { value: "800" }, "300 km² apart, ×1.6"],
    ["decimals keep every digit", { value: "0.3" }, { value: "0.1" }, "0.2 km² apart, ×3"],
    ["“about” stays about", { value: "500", comparator: "~" }, { value: "150" }, "about 350 km² apart, ×3.3"],
    [
      "“at least” above leaves open how much more",
      { value: "800", comparator: ">=" },
      { value: "500" },
      "at least 300 km² apart, ×1.6 or more",
    ],
    [
      "“at most” below leaves open how much more",
      { value: "800" },
      { value: "500", comparator: "<=" },
      "at least 300 km² apart, ×1.6 or more",
    ],
    [
      "a ratio that is only a least one is rounded down",
      { value: "1000", comparator: ">" },
      { value: "600" },
      "at least 400 km² apart, ×1.6 or more",
    ],
    [
      "a range has a nearest and a furthest end",
      { low: "800", high: "900", comparator: "range" },
      { value: "500" },
      "300 to 400 km² apart, ×1.6 to ×1.8",
    ],
    [
      "two ranges are apart by their nearest and their furthest ends",
      { low: "800", high: "900", comparator: "range" },
      { low: "400", high: "600", comparator: "range" },
      "200 to 500 km² apart, ×1.3 to ×2.3",
    ],
    [
      "“about” stays about beside a range, too",
      { low: "800", high: "900", comparator: "range" },
      { value: "500", comparator: "~" },
      "about 300 to 400 km² apart, ×1.6 to ×1.8",
    ],
    [
      "hearsay is said",
      { value: "800", hearsay: true },
      { value: "500" },
      "300 km² apart, ×1.6, going by hearsay",
    ],
    ["nought has no ratio", { value: "800" }, { value: "0" }, "800 km² apart"],
  ])("%s", (_, a, b, words) => {
    expect(text(a, b)).toBe(words);
  });

  test.each<[string, Said, Said]>([
    ["“at least 500” and 800", { value: "500", comparator: ">=" }, { value: "800" }],
    ["“at most 800” and 500", { value: "800", comparator: "<=" }, { value: "500" }],
    [
      "“at least 800” and “at least 500”",
      { value: "800", comparator: ">=" },
      { value: "500", comparator: ">=" },
    ],
    ["a range and a value within", { low: "400", high: "900", comparator: "range" }, { value: "500" }],
    ["the same value twice", { value: "500" }, { value: "500.0" }],
    ["dozens and 500", { value: null }, { value: "500" }],
  ])("is none between %s: both may be true", (_, a, b) => {
    expect(text(a, b)).toBeNull();
  });

  test("is said in French as well", () => {
    expect(text({ value: "1400", comparator: ">" }, { value: "500" }, "fr")).toBe(
      "au moins 900 km² d’écart, ×2,8 ou plus",
    );
  });

  test("says how small a part the lower is of the upper, and never a larger one", () => {
    const part = (a: Said, b: Said) => claimGap(said(a), said(b))?.partsOf;
    expect(part({ value: "500" }, { value: "150" })).toBe(3);
    expect(part({ value: "300" }, { value: "100" }), "a third is not less than a third").toBe(2);
    expect(part({ value: "300" }, { value: "200" })).toBeNull();
    expect(part({ value: "1000" }, { value: "300", comparator: "<=" })).toBe(3);
    expect(part({ value: "500" }, { value: "0" })).toBeNull();
  });
});

test("a bound leaves its side open", () => {
  expect(claimedBounds(said({ value: "5", comparator: ">=" }))).toEqual({ low: "5", high: null });
  expect(claimedBounds(said({ value: "5", comparator: "<" }))).toEqual({ low: null, high: "5" });
  expect(claimedBounds(said({ value: "5", low: "4", high: "7" }))).toEqual({ low: "4", high: "7" });
  expect(claimedBounds(said({ low: "4" }))).toEqual({ low: "4", high: null });
  expect(claimedBounds(said({}))).toBeNull();
});

test("decimals are compared digit by digit, and ratios rounded the way their end asks for", () => {
  expect(compareDecimals("900719925474099313", "900719925474099312")).toBe(1);
  expect(compareDecimals("-1.50", "-1.5")).toBe(0);
  expect(fitsTimes("33.3", 3, "99.9")).toBe(false);
  expect(fitsTimes("33.2999", 3, "99.9")).toBe(true);
  expect(decimalRatio("600", "1000", "least")).toBe("1.6");
  expect(decimalRatio("600", "1000", "most")).toBe("1.7");
  expect(decimalRatio("500", "800", "most"), "1.6 is 1.6").toBe("1.6");
});
