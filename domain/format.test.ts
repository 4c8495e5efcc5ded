import { describe, expect, test } from "vitest";
import { textEn, textFr } from "./chart/chart-text-words.fixture";
import { agents, day, figure, metrics, month, seedCharts, units, unknownDate } from "./chart/figures.fixture";
import { attributionText, claimText, headlineText } from "./claim-text";
import type { DateClaim } from "./figure";
import { fill, fillPlural, formatDecimal, formatQuantity, withUnit } from "./format";
import { formatDate, formatDay } from "./format-date";

describe("numbers", () => {
  test.each([
    ["0", "0", "0"],
    ["999", "999", "999"],
    ["1400", "1\u202f400", "1,400"],
    ["50000", "50\u202f000", "50,000"],
    ["1234567.890", "1\u202f234\u202f567,890", "1,234,567.890"],
    ["0.5", "0,5", "0.5"],
    ["-12.25", "\u221212,25", "\u221212.25"],
    [
      "900719925474099312345.1",
      "900\u202f719\u202f925\u202f474\u202f099\u202f312\u202f345,1",
      "900,719,925,474,099,312,345.1",
    ],
  ])("%s keeps every digit", (value, fr, en) => {
    expect(formatDecimal(value, "fr")).toBe(fr);
    expect(formatDecimal(value, "en")).toBe(en);
  });

  test.each(["", "1e5", "NaN", "1,5", " 1", "."])("%j is not a decimal", (value) => {
    expect(() => formatDecimal(value, "fr")).toThrow(RangeError);
  });

  test("units stand after the space their language wants", () => {
    expect(withUnit("20", units.percent, "fr")).toBe("20\u202f%");
    expect(withUnit("20", units.percent, "en")).toBe("20%");
    expect(withUnit("500", units.km2, "fr")).toBe("500\u00a0km²");
    expect(withUnit("6,000", units.drone, "en")).toBe("6,000\u00a0drones");
  });
});

describe("quantities", () => {
  const about = figure({ metric: metrics.share, period: day("2025-01-06"), value: "20", comparator: "~" });
  const least = figure({
    metric: metrics.troops,
    period: day("2024-11-10"),
    value: "50000",
    comparator: ">=",
  });

  test("say their bound in words or in symbols", () => {
    expect(formatQuantity(about, "fr", textFr)).toBe("environ 20\u202f%");
    expect(formatQuantity(least, "en", textEn)).toBe("at least 50,000\u00a0soldiers");
    expect(formatQuantity(least, "fr", textFr, { bound: "symbols" })).toBe("≥\u00a050\u202f000\u00a0soldats");
    expect(
      formatQuantity({ ...least, comparator: "<" }, "en", textEn, { bound: "symbols", unit: false }),
    ).toBe("<\u00a050,000");
  });

  test("say what they are counted per", () => {
    const daily = figure({
      metric: metrics.losses,
      period: month("2024-10"),
      value: "1500",
      per: "day",
      statistic: "average",
    });
    expect(formatQuantity(daily, "fr", textFr)).toBe("1\u202f500\u00a0soldats par jour");
    expect(formatQuantity(daily, "en", textEn, { statistic: true })).toBe(
      "1,500\u00a0soldiers per day on average",
    );
  });

  test("give a range where only a range is stated, a bound where only a bound is, nothing where nothing is", () => {
    const none = figure({ metric: metrics.villages, period: day("2024-09-01") });
    expect(formatQuantity({ ...none, low: "30", high: "40", comparator: "range" }, "en", textEn)).toBe(
      "30 to 40\u00a0villages",
    );
    expect(formatQuantity({ ...none, low: "24" }, "en", textEn)).toBe("at least 24\u00a0villages");
    expect(formatQuantity({ ...none, high: "24" }, "en", textEn)).toBe("at most 24\u00a0villages");
    expect(formatQuantity(none, "en", textEn)).toBeNull();
  });
});

describe("dates", () => {
  const stretch = (
    start: string | null,
    end: string | null,
    precision: DateClaim["precision"],
  ): DateClaim => ({
    start,
    end,
    precision,
    basis: "stated",
    reasoning: null,
  });

  test("days, short and long", () => {
    expect(formatDay("2025-02-13", "fr")).toBe("13\u00a0févr. 2025");
    expect(formatDay("2025-02-13", "en")).toBe("13\u00a0Feb 2025");
    expect(formatDay("2025-02-13", "fr", "long")).toBe("13\u00a0février 2025");
    expect(formatDay("2025-02-13", "en", "long")).toBe("13\u00a0February 2025");
    expect(formatDay("2025-02-01", "fr", "long")).toBe("1er\u00a0février 2025");
  });

  test.each([
    [month("2024-08"), "août 2024", "August 2024"],
    [stretch("2024-08-01", null, "month"), "août 2024", "August 2024"],
    [stretch("2024-08-01", "2024-10-31", "month"), "août–octobre 2024", "August–October 2024"],
    [
      stretch("2024-12-01", "2025-01-31", "month"),
      "décembre 2024 – janvier 2025",
      "December 2024 – January 2025",
    ],
    [stretch("2024-06-21", "2024-09-21", "season"), "été 2024", "summer 2024"],
    [stretch("2024-12-01", "2025-02-28", "season"), "hiver 2024–2025", "winter 2024–2025"],
    [stretch("2025-03-01", "2025-05-31", "season"), "printemps 2025", "spring 2025"],
    [stretch("2024-01-01", "2024-12-31", "year"), "2024", "2024"],
    [stretch("2024-08-11", "2024-08-13", "day"), "11–13\u00a0août 2024", "11–13\u00a0Aug 2024"],
    [
      stretch("2024-08-30", "2024-09-02", "day"),
      "30\u00a0août – 2\u00a0sept. 2024",
      "30\u00a0Aug – 2\u00a0Sept 2024",
    ],
    [unknownDate, null, null],
  ])("%o at the precision it has", (date, fr, en) => {
    expect(formatDate(date, "fr")).toBe(fr);
    expect(formatDate(date, "en")).toBe(en);
  });
});

describe("claims", () => {
  const [august, bound, held] = seedCharts.territory;

  test("are said in one line with their claimant, or with its absence", () => {
    expect(claimText(held, "en", textEn)).toBe("13\u00a0Feb 2025: 500\u00a0km², claimed by Ukraine");
    expect(claimText(held, "fr", textFr)).toBe("13\u00a0févr. 2025 : 500\u00a0km², affirmé par l’Ukraine");
    expect(claimText(bound, "en", textEn)).toBe("13\u00a0Feb 2025: at most 500\u00a0km², unattributed");
    expect(claimText(august, "fr", textFr, "Koursk")).toBe(
      "août 2024 : 1\u202f400\u00a0km² (Koursk), affirmé par l’Ukraine",
    );
  });

  test("say hearsay, and a date that is not known", () => {
    expect(attributionText(seedCharts.losses[0], "en", textEn)).toBe("unattributed, hearsay");
    expect(claimText(seedCharts.announced[1], "en", textEn)).toBe(
      "date unknown: 4,000\u00a0drones, announced by Helsing",
    );
  });

  test("headline: never a number without its claimant", () => {
    expect(headlineText(held, "en", textEn)).toBe("Ukraine claims 500\u00a0km², 13\u00a0Feb 2025");
    expect(headlineText(held, "fr", textFr)).toBe("L’Ukraine affirme : 500\u00a0km², 13\u00a0févr. 2025");
    expect(headlineText(seedCharts.share[1], "en", textEn)).toBe("About 20%, unattributed, 13\u00a0Feb 2025");
    const denied = { ...held, claimant: agents.moscow, modality: "denied" as const };
    expect(headlineText(denied, "en", textEn)).toBe("Moscow denies 500\u00a0km², 13\u00a0Feb 2025");
  });
});

test("a hole nobody fills stays visible", () => {
  expect(fill("{a} and {b}", { a: 1 })).toBe("1 and {b}");
});

test("plurals follow the language", () => {
  const forms = { one: "{count} claim", other: "{count} claims" };
  expect(fillPlural(forms, 0, "fr")).toBe("0 claim");
  expect(fillPlural(forms, 0, "en")).toBe("0 claims");
  expect(fillPlural(forms, 1200, "en")).toBe("1,200 claims");
});
