import { describe, expect, test } from "vitest";
import { timeScale, timeTicks } from "./scale-time";
import { DAY_MS, dayToMs } from "./time";

const domain = (from: string, to: string) => ({ from: dayToMs(from), to: dayToMs(to) });

test("the scale goes there and back", () => {
  const scale = timeScale(domain("2024-08-01", "2025-03-01"), 40, 340);
  expect(scale(dayToMs("2024-08-01"))).toBe(40);
  expect(scale(dayToMs("2025-03-01"))).toBe(340);
  expect(scale.invert(scale(dayToMs("2024-11-11")))).toBeCloseTo(dayToMs("2024-11-11"), 3);
});

describe("ticks", () => {
  const texts = (from: string, to: string, width = 300) =>
    timeTicks(domain(from, to), 0, width, 20, "en", 12).map(({ text, year }) =>
      year ? `${text} ${year}` : text,
    );

  test("months, the year said once", () => {
    expect(texts("2024-08-20", "2025-02-20")).toEqual(["Sept 2024", "Oct", "Nov", "Dec", "Jan 2025", "Feb"]);
  });

  test("fewer where there is less room", () => {
    expect(texts("2024-07-20", "2025-02-20", 140)).toEqual(["Oct 2024", "Jan 2025"]);
  });

  test("days for a fortnight, years for decades", () => {
    expect(texts("2025-01-01", "2025-01-15")).toEqual(["2 Jan 2025", "9 Jan"]);
    expect(texts("1990-06-01", "2030-06-01")).toEqual(["2000", "2010", "2020", "2030"]);
  });

  test("from three to nine in every window a phone may show, none overlapping the next", () => {
    for (let days = 21; days < 40_000; days = Math.ceil(days * 1.4)) {
      const from = dayToMs("1950-03-17");
      const ticks = timeTicks({ from, to: from + days * DAY_MS }, 40, 330, 20, "fr", 12);
      expect(ticks.length, `${days} days`).toBeGreaterThanOrEqual(2);
      expect(ticks.length, `${days} days`).toBeLessThanOrEqual(10);
      for (const [i, tick] of ticks.slice(1).entries())
        expect(tick.tickX - (ticks[i]?.tickX ?? 0)).toBeGreaterThan(26);
    }
  });
});
