import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contextOf } from "../lexicon.fixture";
import type { ReadingLanguage } from "../proposal";
import { dayOfCounter, timeOfTweet } from "./counted-day";
import { guessPeriod } from "./guess-period";
import { englishPeriods } from "./sentences-en.fixture";
import { frenchPeriods } from "./sentences-fr.fixture";

/** Any UTF-16 units at all, halves of characters included; fast-check's own "binary" takes seconds to set up. */
const anyText = (maxLength: number) =>
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength });

function periodOf(language: ReadingLanguage, text: string, number: string, reportedOn?: string | null) {
  const start = new RegExp(`(?<![\\d,])${number}(?![\\d,]*\\d)`).exec(text)!.index;
  const sentence = { start: 0, end: text.length };
  return guessPeriod(text, sentence, { start, end: start + number.length }, contextOf(language, reportedOn));
}

function spell(guess: ReturnType<typeof guessPeriod>): string | null {
  if (!guess?.value.words) return null;
  const { start, end, precision } = guess.value;
  return `${start} ${end} ${precision}`;
}

describe("the days a number is about", () => {
  test.each(frenchPeriods)("%s (%s)", (sentence, number, period) => {
    expect(spell(periodOf("fr", sentence, number))).toBe(period);
  });
  test.each(englishPeriods)("%s (%s)", (sentence, number, period) => {
    expect(spell(periodOf("en", sentence, number))).toBe(period);
  });
});

test("where no words date it, it is the day of the report, hardly sure", () => {
  expect(periodOf("fr", "Le village compte 400 habitants.", "400")).toMatchObject({
    value: { start: "2025-02-13", end: "2025-02-13", words: null, how: "day of the report" },
    sure: 0.3,
  });
});

describe("where the day of the report is unknown", () => {
  test.each([
    ["fr", "Le 13 février 2025, 400 cas.", "400", "2025-02-13 2025-02-13 day"],
    ["fr", "En août 2024, 400 cas.", "400", "2024-08-01 2024-08-31 month"],
    ["fr", "Jour 991 : 400 cas.", "400", "2024-11-10 2024-11-10 day"],
    ["en", "In 2024 there were 400 cases.", "400", "2024-01-01 2024-12-31 year"],
  ] as const)("only a whole date says anything: %s %s", (language, sentence, number, period) => {
    expect(spell(periodOf(language, sentence, number, null))).toBe(period);
  });
  test.each([
    ["fr", "Hier, 400 cas."],
    ["fr", "Le 13 février, 400 cas."],
    ["fr", "Depuis le 6 août 2024, 400 cas."],
    ["en", "Last August there were 400 cases."],
  ] as const)("a date that leans on it says nothing: %s %s", (language, sentence) => {
    expect(periodOf(language, sentence, "400", null)).toBeNull();
  });
});

test("a weekday printed with a date tells the year, even a few days after an undated report", () => {
  expect(spell(periodOf("fr", "Jeudi 13 février, 400 cas.", "400", "2025-02-01"))).toBe(
    "2025-02-13 2025-02-13 day",
  );
});

test("no day that is none: 30 February, 2025-13-40", () => {
  expect(spell(periodOf("fr", "Le 30 février 2025, 400 cas.", "400"))).toBeNull();
  expect(spell(periodOf("en", "On 2025-13-40 there were 400 cases.", "400"))).toBeNull();
});

test("the words it was read from are those of the text, at their place", () => {
  const text = "Avant. L’été dernier, 210 incendies.";
  const number = { start: text.indexOf("210"), end: text.indexOf("210") + 3 };
  const { words } = guessPeriod(text, { start: 7, end: text.length }, number, contextOf("fr"))!.value;
  expect(text.slice(words!.start, words!.end)).toBe(words!.words);
  expect(words!.words).toBe("L’été dernier");
});

test("a post's id holds the moment it was sent", () => {
  expect(timeOfTweet("1855647886186328361")).toBe("2024-11-10");
  expect(timeOfTweet("20".padStart(10, "0"))).toBe("2010-11-04");
  expect(() => timeOfTweet("nytimes")).toThrow(RangeError);
});

test("a counter's first day is its number one", () => {
  const counter = { words: ["jour"], dayOne: "2022-02-24" };
  expect(dayOfCounter(counter, 1)).toBe("2022-02-24");
  expect(dayOfCounter(counter, 991)).toBe("2024-11-10");
});

describe("any text at all", () => {
  const piece = fc.constantFrom(
    ..."depuis le 6 août 2024 lundi dernier fin mi- début jour 991 , ; 400 500 past 24 hours since May 31st by ago été l’ nuit de à 99999 0".split(
      " ",
    ),
  );
  const anything = fc.oneof(
    anyText(200),
    fc.array(piece, { maxLength: 40 }).map((words) => words.join(" ")),
  );
  test.each(["fr", "en"] as const)("yields days in order or nothing, and never throws: %s", (language) => {
    fc.assert(
      fc.property(anything, fc.nat(200), (text, at) => {
        const start = Math.min(at, text.length);
        const number = { start, end: Math.min(start + 3, text.length) };
        const guess = guessPeriod(text, { start: 0, end: text.length }, number, contextOf(language));
        expect(guess!.value.start <= guess!.value.end).toBe(true);
        expect(guess!.value.start).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      { numRuns: 80 },
    );
  });
});
