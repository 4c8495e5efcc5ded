import { expect, test } from "vitest";
import { day, month, unknownDate } from "./figures.fixture";
import { DAY_MS, dayToMs, msToDay, stretchOf } from "./time";
import { timeWindow } from "./time-window";

const stretch = (date: string) => ({ from: dayToMs(date), to: dayToMs(date) + DAY_MS });
const daysOf = (window: { from: number; to: number } | null) =>
  window ? (window.to - window.from) / DAY_MS : 0;

test("a lone claim has some months around it", () => {
  const window = timeWindow([stretch("2024-11-10")], [], null);
  expect(daysOf(window)).toBeGreaterThan(120);
  expect(daysOf(window)).toBeLessThan(200);
});

test("every claim is inside, with room", () => {
  const window = timeWindow([stretch("2024-08-06"), stretch("2025-02-13")], [], null);
  expect(window?.from).toBeLessThan(dayToMs("2024-08-05"));
  expect(window?.to).toBeGreaterThan(dayToMs("2025-02-18"));
  expect(daysOf(window)).toBeLessThan(260);
});

test("a report long after what it reports does not stretch the axis", () => {
  const near = timeWindow([stretch("2024-08-06")], [stretch("2024-09-06")], null);
  const far = timeWindow([stretch("2024-08-06")], [stretch("2031-09-06")], null);
  expect(near?.to).toBeGreaterThan(dayToMs("2024-09-06"));
  expect(daysOf(far)).toBeLessThan(200);
});

test("a stock keeps room to be seen held and doubted", () => {
  const claims = [stretch("2024-08-06"), stretch("2025-02-13")];
  expect(daysOf(timeWindow(claims, [], 60))).toBeGreaterThan(daysOf(timeWindow(claims, [], null)));
});

test("nothing has no window", () => {
  expect(timeWindow([], [], 60)).toBeNull();
});

test("a date covers its last day, and as much as its precision says", () => {
  expect(stretchOf(day("2025-02-13"))).toEqual({ from: dayToMs("2025-02-13"), to: dayToMs("2025-02-14") });
  expect(stretchOf({ ...month("2024-02"), end: null })?.to).toBe(dayToMs("2024-03-01"));
  expect(stretchOf({ ...month("2024-02"), precision: "year", start: "2024-01-01", end: null })?.to).toBe(
    dayToMs("2025-01-01"),
  );
  expect(stretchOf(unknownDate)).toBeNull();
  expect(msToDay(dayToMs("2024-02-29"))).toBe("2024-02-29");
});
