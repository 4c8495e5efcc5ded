import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberText } from "./number-text";

describe("a number as a workbook writes it", () => {
  test.each([
    ["3.3000000000000003", "3.3"],
    ["0.30000000000000004", "0.3"],
    ["0.1", "0.1"],
    ["1E-3", "0.001"],
    ["1.5e3", "1500"],
    ["1.0000000000000001E-2", "0.01"],
    ["-2.5E+2", "-250"],
    ["9.9999999999999995E-7", "0.000001"],
    ["999999999999999.9", "1000000000000000"],
    ["99999999999999999", "100000000000000000"],
    ["123456789012345", "123456789012345"],
    ["1234567890123456", "1234567890123460"],
    ["1234567890.12345678", "1234567890.12346"],
    ["0", "0"],
    ["-0", "0"],
    ["-0.00", "0"],
    ["0E+5", "0"],
    ["007.50", "7.5"],
    ["7.00", "7"],
    [".5", "0.5"],
    ["5.", "5"],
    ["+4", "4"],
    [" 42 ", "42"],
    ["1E+20", "100000000000000000000"],
    ["100", "100"],
  ])("%s is %s", (written, decimal) => {
    expect(numberText(written)?.decimal).toBe(decimal);
  });
  test.each(["", ".", "-", "abc", "1,5", "1 000", "1e", "NaN", "INF", "0x10", "1e401", "1E99999", "1.2.3"])(
    "%j is none",
    (written) => {
      expect(numberText(written)).toBeNull();
    },
  );
  test("tells where digits were lost that nobody computed", () => {
    expect(numberText("12345678901234567890")).toEqual({ decimal: "12345678901234600000", rounded: true });
    expect(numberText("3.3000000000000003")?.rounded).toBe(false);
  });
});

test("what a person can type in fifteen digits comes back from the float a spreadsheet keeps of it", () => {
  const typed = fc.tuple(
    fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }),
    fc.integer({ min: 0, max: 20 }),
  );
  fc.assert(
    fc.property(typed, ([digits, places]) => {
      const size = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
      const cut = size.length - places;
      const shown = `${size.slice(0, cut)}.${size.slice(cut)}`.replace(/\.?0*$/, "");
      const decimal = digits < 0n ? `-${shown}` : shown;
      // Seventeen digits, as Excel writes any double.
      expect(numberText(Number(decimal).toPrecision(17))?.decimal).toBe(decimal);
      expect(numberText(Number(decimal).toExponential(16))?.decimal).toBe(decimal);
    }),
  );
});

test("a million digits are read in no time", () => {
  const begun = performance.now();
  expect(numberText("1".repeat(1_000_000))?.decimal).toHaveLength(1_000_000);
  expect(numberText(`${"0".repeat(1_000_000)}x`)).toBeNull();
  expect(performance.now() - begun).toBeLessThan(2_000);
});
