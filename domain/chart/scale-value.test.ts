import { describe, expect, test } from "vitest";
import { niceTicks, tickText, valueDomain, valueScale } from "./scale-value";

describe("the domain", () => {
  test("sparse values start at zero", () => {
    expect(valueDomain([500, 1400], "unless-costly").min).toBe(0);
    expect(valueDomain([1390, 1400], "unless-costly").min).toBe(0);
  });

  test("many values in a narrow band far from zero may leave it out, lollipops never", () => {
    const band = Array.from({ length: 30 }, (_, i) => 1000 + i);
    expect(valueDomain(band, "unless-costly").min).toBeGreaterThan(900);
    expect(valueDomain(band, "always").min).toBe(0);
  });

  test.each([[[5, 5, 5]], [[0]], [[-3, 4]], [[-9, -2]], [[1e15]], [[0.002, 0.001]], [[]]])(
    "%j has room and ticks",
    (values) => {
      const domain = valueDomain(values, "unless-costly");
      expect(domain.max).toBeGreaterThan(domain.min);
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(domain.min);
        expect(value).toBeLessThanOrEqual(domain.max);
      }
      const ticks = niceTicks(domain, false);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks).toContain(0);
    },
  );

  test("a share does not pass a hundred", () => {
    expect(valueDomain([20, 97], "always", { ceiling: 100, headroom: 0.2 }).max).toBe(100);
  });
});

describe("ticks", () => {
  test.each([
    [1600, [0, 500, 1000, 1500]],
    [570, [0, 200, 400]],
    [100, [0, 25, 50, 75, 100]],
    [23, [0, 5, 10, 15, 20]],
  ])("up to %d", (max, ticks) => {
    expect(niceTicks({ min: 0, max }, true)).toEqual(ticks);
  });

  test("whole numbers stay whole", () => {
    expect(niceTicks({ min: 0, max: 2.3 }, true)).toEqual([0, 1, 2]);
    expect(niceTicks({ min: 0, max: 1.14 }, true)).toEqual([0, 1]);
  });

  test("are said in the reader's language, the huge ones shortened", () => {
    expect(tickText(1500, 1500, "fr")).toBe("1\u202f500");
    expect(tickText(-2.5, 3, "fr")).toBe("\u22122,5");
    expect(tickText(20_000_000, 20_000_000, "en")).toBe("20M");
    expect(tickText(1e21, 1e21, "en")).not.toContain("e");
  });
});

test("the scale goes there and back", () => {
  const scale = valueScale({ min: 0, max: 200 }, 10, 210);
  expect(scale(0)).toBe(210);
  expect(scale(200)).toBe(10);
  expect(scale.invert(60)).toBe(150);
});
