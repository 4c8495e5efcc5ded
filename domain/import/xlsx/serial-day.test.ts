import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoDay, serialDay } from "./serial-day";

describe("in the calendar of 1900, a serial", () => {
  test.each([
    ["1", "1900-01-01"],
    ["59", "1900-02-28"],
    ["61", "1900-03-01"],
    ["45296", "2024-01-05"],
    ["45351", "2024-02-29"],
    ["2958465", "9999-12-31"],
    ["45296.5", "2024-01-05T12:00:00"],
    ["45296.604166666664", "2024-01-05T14:30:00"],
    ["45296.999999999", "2024-01-06"],
  ])("%s is %s", (serial, date) => {
    expect(serialDay(serial, 1900, "date")).toEqual({ date });
  });
  test.each(["60", "60.5", "0", "-1", "2958466", `1${"0".repeat(300)}`])("%s is no day", (serial) => {
    expect(serialDay(serial, 1900, "date")).toBeNull();
  });
  test("below one is a time", () => {
    expect(serialDay("0.604166666666667", 1900, "time")).toBe("14:30:00");
    expect(serialDay("0.5", 1900, "date")).toBe("12:00:00");
    expect(serialDay("0", 1900, "time")).toBe("00:00:00");
    expect(serialDay("45296.5", 1900, "time")).toEqual({ date: "2024-01-05T12:00:00" });
  });
  test("may count hours on", () => {
    expect(serialDay("1.104166666666667", 1900, "elapsed")).toBe("26:30:00");
  });
});

test.each([
  ["0", "1904-01-01"],
  ["1", "1904-01-02"],
  ["43834", "2024-01-05"],
  ["60", "1904-03-01"],
])("in the calendar of 1904, %s is %s", (serial, date) => {
  expect(serialDay(serial, 1904, "date")).toEqual({ date });
});

test("every second of every day since March 1900 comes back", () => {
  const second = fc.integer({ min: 0, max: (2_958_465 - 61) * 86_400 });
  fc.assert(
    fc.property(second, (seconds) => {
      const date = new Date(Date.UTC(1900, 2, 1) + seconds * 1000).toISOString().slice(0, 19);
      const serial = (61 + seconds / 86_400).toPrecision(15);
      expect(serialDay(serial, 1900, "date")).toEqual({ date: date.replace("T00:00:00", "") });
    }),
  );
});

test.each([
  ["2024-01-05", { date: "2024-01-05" }],
  ["2024-01-05T00:00:00.000Z", { date: "2024-01-05" }],
  ["2024-01-05T14:30", { date: "2024-01-05T14:30:00" }],
  ["2024-02-30", null],
  ["05/01/2024", null],
  ["", null],
] as const)("a day written out, %j", (written, day) => {
  expect(isoDay(written)).toEqual(day);
});
