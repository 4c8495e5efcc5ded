import { describe, expect, test } from "vitest";
import { readRowPlace, writeRowPlace } from "./row-place";

describe("where a page of rows begins", () => {
  test("is read as it was written", () => {
    const place = { version: 2, row: 1700 };
    expect(readRowPlace(new URLSearchParams(writeRowPlace(place)))).toEqual(place);
  });

  test.each([
    "",
    "row=7",
    "version=1",
    "version=1&row=0",
    "version=x&row=7",
    "version=1&row=9999999999",
    "version=1.5&row=7",
  ])("is the beginning for %j", (address) => {
    expect(readRowPlace(new URLSearchParams(address))).toBeNull();
  });
});
