import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DecimalMark, markOf, readInColumn, readUnder, seeMarks } from "./decimal-mark";
import { readValue } from "./read-value";

/** Any UTF-16 unit: control characters and halves of characters too. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

/** A reading as one short line: comparator, value, low..high, the cue and the number's own characters. */
function told(text: string, mark: DecimalMark | null = null): string {
  const read = readValue(text, mark);
  if (read === null || read === "unclear") return String(read);
  const { value, low, high, comparator, cue, start, end } = read;
  const bounds = low === null && high === null ? "" : ` ${low}..${high}`;
  return `${comparator} ${value ?? "none"}${bounds}${cue === null ? "" : ` (${cue})`} [${text.slice(start, end)}]`;
}

describe("a cell with a value", () => {
  test.each([
    ["500", "= 500 [500]"],
    ["0", "= 0 [0]"],
    ["007", "= 7 [007]"],
    ["-12", "= -12 [-12]"],
    ["−12", "= -12 [−12]"],
    ["+12", "= 12 [12]"],
    ["12 %", "= 12 [12]"],
    ["12.5%", "= 12.5 [12.5]"],
    ["1 234", "= 1234 [1 234]"],
    ["1\u00a0234\u00a0567", "= 1234567 [1\u00a0234\u00a0567]"],
    ["1\u202f234", "= 1234 [1\u202f234]"],
    ["1'234.50", "= 1234.5 [1'234.50]"],
    ["1’234", "= 1234 [1’234]"],
    ["1.234.567", "= 1234567 [1.234.567]"],
    ["1,234,567", "= 1234567 [1,234,567]"],
    ["1.234,5", "= 1234.5 [1.234,5]"],
    ["0,125", "= 0.125 [0,125]"],
    ["0.125", "= 0.125 [0.125]"],
    [",5", "= 0.5 [,5]"],
    ["1,234", "unclear"],
    ["1.234", "unclear"],
  ])("%j is read", (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  test.each([
    ["500-600", "range none 500..600 [500-600]"],
    ["500–600", "range none 500..600 [500–600]"],
    ["500 – 600", "range none 500..600 [500 – 600]"],
    ["500..600", "range none 500..600 [500..600]"],
    ["500 to 600", "range none 500..600 [500 to 600]"],
    ["500 à 600", "range none 500..600 [500 à 600]"],
    ["de 500 à 600", "range none 500..600 (de) [500 à 600]"],
    ["entre 500 et 600", "range none 500..600 (entre) [500 et 600]"],
    ["between 1 500 and 2 000", "range none 1500..2000 (between) [1 500 and 2 000]"],
    ["[500;600]", "range none 500..600 [500;600]"],
    ["[500, 600]", "range none 500..600 [500, 600]"],
    ["10 % - 15 %", "range none 10..15 [10 % - 15]"],
    ["environ 500-600", "range none 500..600 (environ) [500-600]"],
    ["600-500", "range none 600..500 [600-500]"],
    ["-5 à -2", "unreadable"],
    ["500 (400-600)", "= 500 400..600 [500]"],
    ["~500 [400; 600]", "~ 500 400..600 (~) [500]"],
    ["500 (entre 400 et 600)", "= 500 400..600 [500]"],
  ])("%j is a range", (text, expected) => {
    if (expected === "unreadable") expect(told(text)).toBe("null");
    else expect(told(text)).toBe(expected);
  });

  test.each([
    [">500", "> 500 (>) [500]"],
    ["≥ 500", ">= 500 (≥) [500]"],
    [">=500", ">= 500 (>=) [500]"],
    ["500+", ">= 500 (+) [500]"],
    ["<500", "< 500 (<) [500]"],
    ["≤500", "<= 500 (≤) [500]"],
    ["up to 500", "<= 500 (up to) [500]"],
    ["jusqu’à 500", "<= 500 (jusqu’à) [500]"],
    ["At least 500", ">= 500 (At least) [500]"],
    ["au moins 500", ">= 500 (au moins) [500]"],
    ["500 au moins", ">= 500 (au moins) [500]"],
    ["500 or more", ">= 500 (or more) [500]"],
    ["more than 500", "> 500 (more than) [500]"],
    ["over 500", "> 500 (over) [500]"],
    ["less than 500", "< 500 (less than) [500]"],
    ["fewer than 500", "< 500 (fewer than) [500]"],
    ["under 500", "< 500 (under) [500]"],
    ["plus de 500", "> 500 (plus de) [500]"],
    ["moins de 500", "< 500 (moins de) [500]"],
    ["~500", "~ 500 (~) [500]"],
    ["~ 1 500", "~ 1500 (~) [1 500]"],
    ["≈500", "~ 500 (≈) [500]"],
    ["c. 500", "~ 500 (c.) [500]"],
    ["ca. 500", "~ 500 (ca.) [500]"],
    ["about 500", "~ 500 (about) [500]"],
    ["environ 500", "~ 500 (environ) [500]"],
    ["près de 500", "~ 500 (près de) [500]"],
    ["~-5", "~ -5 (~) [-5]"],
  ])("%j is bounded", (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  test.each([
    "dozens",
    "des dizaines",
    "500 km²",
    "$500",
    "500 (600)",
    "(500)",
    "500/600",
    "10 00",
    "1,23,456",
    "1 2 3 4",
    "12 mars 2024",
    "500 ± 50",
    "3,5 XNUMX",
    "1e5",
    "not 500",
    "0,5,5",
    "plus de moins de 500",
    "5".repeat(300),
  ])("%j is no number", (text) => {
    expect(told(text)).toBe("null");
  });

  test("reads an open number by the mark of its column", () => {
    expect(told("1,234", ".")).toBe("= 1234 [1,234]");
    expect(told("1,234", ",")).toBe("= 1.234 [1,234]");
    expect(told("1.234-1.500", ",")).toBe("range none 1234..1500 [1.234-1.500]");
    expect(told("1,5", ".")).toBe("null");
  });
});

describe("the decimal mark of a column", () => {
  test.each<[string[], DecimalMark | null]>([
    [["1,234", "5"], null],
    [["1,234", "1,5"], ","],
    [["1,234", "1,234,567"], "."],
    [["1.234", "1 234,5"], ","],
    [["0.125", "1.234"], "."],
    [["1.5", "1,5"], null],
    [["12", "1 000"], null],
  ])("of %j is %j", (printed, expected) => {
    expect(markOf(seeMarks(printed))).toBe(expected);
  });

  test("what shows neither or both leaves open cells open, and reads the others by themselves", () => {
    expect(readInColumn("1,234", null)).toBe("unclear");
    expect(readInColumn("1.5", null)).toBe("1.5");
    expect(readInColumn("1,5", null)).toBe("1.5");
  });
});

describe("printed and read again", () => {
  const gaps = ["", " ", "\u00a0", "\u202f", "\u2009", "'", "’"];
  const number = fc.record({
    negative: fc.boolean(),
    whole: fc.bigInt({ min: 0n, max: 10n ** 15n }),
    fraction: fc.stringMatching(/^\d{0,6}$/),
    mark: fc.constantFrom<DecimalMark>(".", ","),
    gap: fc.constantFrom(...gaps, "other"),
  });

  test("a number under its mark is what it was, whatever groups it", () => {
    fc.assert(
      fc.property(number, ({ negative, whole, fraction, mark, gap }) => {
        const between = gap === "other" ? (mark === "." ? "," : ".") : gap;
        const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, between);
        const printed = (negative ? "-" : "") + grouped + (fraction === "" ? "" : mark + fraction);
        const rest = fraction.replace(/0+$/, "");
        const plain = rest === "" ? String(whole) : `${whole}.${rest}`;
        expect(readUnder(mark, printed)).toBe(negative && plain !== "0" ? `-${plain}` : plain);
      }),
    );
  });

  test("no text makes it throw, and what it reads stands in the cell", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: anyUnit }), fc.string()), (text) => {
        const read = readValue(text, null);
        if (read === null || read === "unclear") return;
        expect(text.slice(read.start, read.end)).toMatch(/\d/);
      }),
    );
  });
});
