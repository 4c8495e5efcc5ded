import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateOrder, orderOf, readDate, seeOrders } from "./read-date";

/** Any UTF-16 unit: control characters and halves of characters too. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

/** What a cell names: "2024-08-17 day", "2024-08-01..2024-08-31 month". */
function told(text: string, order: DateOrder | null = null): string {
  const read = readDate(text, order);
  if (read === null || read === "unclear") return String(read);
  return `${read.start}${read.end === read.start ? "" : `..${read.end}`} ${read.precision}`;
}

describe("a date", () => {
  test.each([
    ["2024-08-17", "2024-08-17 day"],
    ["2024/8/7", "2024-08-07 day"],
    ["20240817", "2024-08-17 day"],
    ["2024-08-17T23:30:00Z", "2024-08-17 day"],
    ["2024-08-17T23:30:00.000+03:00", "2024-08-17 day"],
    ["2024-08-17 08:30", "2024-08-17 day"],
    ["17/8/2024", "2024-08-17 day"],
    ["17.08.2024", "2024-08-17 day"],
    ["17-8-2024", "2024-08-17 day"],
    ["8/17/2024", "2024-08-17 day"],
    ["8/17/2024 3:05 PM", "2024-08-17 day"],
    ["5/5/2024", "2024-05-05 day"],
    ["17 Aug 2024", "2024-08-17 day"],
    ["17-Aug-2024", "2024-08-17 day"],
    ["17 août 2024", "2024-08-17 day"],
    ["1er août 2024", "2024-08-01 day"],
    ["August 17, 2024", "2024-08-17 day"],
    ["Aug 17th 2024", "2024-08-17 day"],
    ["Sat, 17 Aug 2024", "2024-08-17 day"],
    ["samedi 17 août 2024", "2024-08-17 day"],
    ["1 déc. 2024", "2024-12-01 day"],
    ["2024-08", "2024-08-01..2024-08-31 month"],
    ["08/2024", "2024-08-01..2024-08-31 month"],
    ["août 2024", "2024-08-01..2024-08-31 month"],
    ["Feb 2024", "2024-02-01..2024-02-29 month"],
    ["été 2024", "2024-06-01..2024-08-31 season"],
    ["2024", "2024-01-01..2024-12-31 year"],
    ["7/8/2024", "unclear"],
    ["7/8/24", "unclear"],
    ["17/8/24", "unclear"],
    ["30/2/2024", "null"],
    ["2024-13-01", "null"],
    ["2023-02-29", "null"],
    ["0000-00-00", "null"],
    ["31/31/2024", "null"],
    ["17/8-2024", "null"],
    ["early August", "null"],
    ["2024-08-17 to 2024-08-20", "2024-08-17..2024-08-20 day"],
    ["2024-08-17/2024-08-20", "2024-08-17..2024-08-20 day"],
    ["17/8/2024 – 20/8/2024", "2024-08-17..2024-08-20 day"],
    ["du 17 août 2024 au 1er septembre 2024", "2024-08-17..2024-09-01 day"],
    ["2024-08 - 2024-10", "2024-08-01..2024-10-31 month"],
    ["7/8/2024 – 20/8/2024", "unclear"],
    ["2024-08-17 to", "null"],
    ["2024 – 2024-08-20", "null"],
    ["45321", "null"],
    ["1234567", "null"],
  ])("%j", (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  test("in the order of its column", () => {
    expect(told("7/8/2024", "DMY")).toBe("2024-08-07 day");
    expect(told("7/8/2024", "MDY")).toBe("2024-07-08 day");
    expect(told("7/8/24", "DMY")).toBe("2024-08-07 day");
    expect(told("24-08-17", "YMD")).toBe("2024-08-17 day");
    expect(told("8/17/2024", "DMY")).toBe("null");
    expect(told("2024-08-17", "MDY")).toBe("2024-08-17 day");
  });
});

describe("the order of a column", () => {
  test.each<[string[], DateOrder | null]>([
    [["7/8/2024", "17/09/2024", "17/9/2024"], "DMY"],
    [["7/8/2024", "8/17/2024"], "MDY"],
    [["7/8/2024", "5/5/2024", "2024-08-17"], null],
    [["17/8/2024", "8/17/2024"], null],
  ])("of %j is %j", (texts, expected) => {
    expect(orderOf(seeOrders(texts))).toBe(expected);
  });
});

describe("any day", () => {
  const day = fc
    .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test("printed in an order and read in it is that day", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("/", ".", "-"), fc.boolean(), (iso, mark, pad) => {
        const [y = "", m = "", d = ""] = iso.split("-").map((part) => (pad ? part : part.replace(/^0/, "")));
        expect(told([d, m, y].join(mark), "DMY")).toBe(`${iso} day`);
        expect(told([m, d, y].join(mark), "MDY")).toBe(`${iso} day`);
        expect(told([y, m, d].join(mark), "YMD")).toBe(`${iso} day`);
      }),
    );
  });

  test("no text makes it throw", () => {
    fc.assert(fc.property(fc.string({ unit: anyUnit }), (text) => void readDate(text, null)));
  });
});
