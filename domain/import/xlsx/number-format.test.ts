import { describe, expect, test } from "vitest";
import { builtInFormat, customFormat } from "./number-format";

describe("a format code", () => {
  test.each([
    ["yyyy-mm-dd", "date"],
    ["yyyy\\-mm\\-dd", "date"],
    ["[$-40C]d mmmm yyyy;@", "date"],
    ["dd/mm/yyyy hh:mm", "date"],
    ["mmm", "date"],
    ["[Red]d/m/yy", "date"],
    ["[$-F800]dddd, mmmm dd, yyyy", "date"],
    ["h:mm AM/PM", "time"],
    ["mm:ss.0", "time"],
    ["[h]:mm:ss", "elapsed"],
    ["[mm]:ss", "elapsed"],
    ["0.0%", "percent"],
    ["0 %", "percent"],
    ["General", null],
    ["Standard", null],
    ["0.00E+00", null],
    ['# ##0 "days"', null],
    ['"dd"0', null],
    ["0\\d", null],
    ["[Red]0.00", null],
    ["[$€-40C]# ##0", null],
    ["0_d", null],
    ["*d0", null],
    ["0;yyyy", null],
    ["@", null],
    ["", null],
  ] as const)("%s shows %s", (code, shown) => {
    expect(customFormat(code)).toBe(shown);
  });
});

test.each([
  [0, null],
  [1, null],
  [9, "percent"],
  [10, "percent"],
  [13, null],
  [14, "date"],
  [17, "date"],
  [18, "time"],
  [21, "time"],
  [22, "date"],
  [23, null],
  [31, "date"],
  [44, null],
  [45, "time"],
  [46, "elapsed"],
  [47, "time"],
  [48, null],
  [49, null],
  [57, "date"],
  [164, null],
] as const)("built-in format %i shows %s", (id, shown) => {
  expect(builtInFormat(id)).toBe(shown);
});
