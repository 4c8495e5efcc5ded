import { describe, expect, test } from "vitest";
import type { Figure } from "../figure";
import { textEn, textFr } from "./chart-text-words.fixture";
import { claimMark } from "./claim-mark";
import { decimalGap, decimalRatio } from "./decimal-gap";
import { agents, day, figure, metrics, month } from "./figures.fixture";
import { bracketOf, rivalPairs } from "./rivals";

const said = (value: string, change: Partial<Figure> = {}) =>
  figure({
    metric: metrics.territory,
    period: day("2025-01-10"),
    value,
    claimant: agents.ukraine,
    ...change,
  });
const pairs = (figures: Figure[], stock = true) =>
  rivalPairs(
    figures.flatMap((f) => claimMark(f) ?? []),
    stock,
  );

describe("rivals", () => {
  test("are two claimants on one thing at one time", () => {
    const [pair] = pairs([said("800"), said("500", { claimant: agents.russianMod })]);
    expect([pair?.high.figure.value, pair?.low.figure.value]).toEqual(["800", "500"]);
  });

  test("are not one claimant twice, nor a figure nobody is named for, nor claims that agree", () => {
    expect(pairs([said("800"), said("500")])).toEqual([]);
    expect(pairs([said("800"), said("500", { claimant: null })])).toEqual([]);
    expect(pairs([said("800"), said("800", { claimant: agents.russianMod })])).toEqual([]);
  });

  test("are not figures about different subjects", () => {
    expect(
      pairs([
        said("130", { subject: agents.kyiv }),
        said("126", { subject: agents.moscow, claimant: agents.moscow }),
      ]),
    ).toEqual([]);
  });

  test("a stock may be compared within a longer period, a count may not", () => {
    const both = [said("800"), said("500", { claimant: agents.russianMod, period: month("2025-01") })];
    expect(pairs(both, true)).toHaveLength(1);
    expect(pairs(both, false)).toEqual([]);
  });
});

describe("the bracket", () => {
  const [pair] = pairs([said("800"), said("500", { claimant: agents.russianMod })]);
  const spots = { high: { x: 100, y: 40, r: 5 }, low: { x: 104, y: 90, r: 5 } };
  const frame = { locale: "en" as const, words: textEn, font: 12, right: 400, isFree: () => true };

  test("says gap and ratio beside the two", () => {
    if (!pair) throw new Error("no pair");
    expect(bracketOf(pair, spots, frame)).toMatchObject({
      x: 116,
      y1: 40,
      y2: 90,
      text: { text: "300\u00a0km² apart, ×1.6" },
    });
    expect(bracketOf(pair, spots, { ...frame, locale: "fr", words: textFr })?.words).toBe(
      "300\u00a0km² d’écart, ×1,6",
    );
  });

  test("keeps its words for the key where there is no room", () => {
    if (!pair) throw new Error("no pair");
    expect(bracketOf(pair, spots, { ...frame, right: 150 })).toMatchObject({
      text: null,
      words: "300\u00a0km² apart, ×1.6",
    });
    expect(bracketOf(pair, spots, { ...frame, isFree: () => false })?.text).toBeNull();
  });
});

test("the gap is exact, the ratio rounded", () => {
  expect(decimalGap("0.3", "0.1")).toBe("0.2");
  expect(decimalGap("1400", "1400.50")).toBe("0.5");
  expect(decimalGap("-5", "10")).toBe("15");
  expect(decimalGap("900719925474099313", "900719925474099312")).toBe("1");
  expect(decimalRatio("500", "1400")).toBe("2.8");
  expect(decimalRatio("126", "130")).toBe("1.03");
  expect(decimalRatio("2", "62")).toBe("31");
  expect(decimalRatio("0", "62")).toBeNull();
});
