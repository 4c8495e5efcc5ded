import { describe, expect, test } from "vitest";
import { readCompareQuery, writeCompareQuery } from "./compare-query";

const read = (address: string) => readCompareQuery(new URLSearchParams(address));

describe("two claimants in an address", () => {
  test("come back as they were written", () => {
    const compare = { a: "ukraine", b: "russia", by: "gap" } as const;
    expect(read(new URLSearchParams(writeCompareQuery(compare)).toString())).toEqual({
      compare,
      malformed: [],
    });
  });

  test("leave out what is the default and what a form left empty", () => {
    expect(writeCompareQuery({ a: null, b: null, by: "ratio" })).toEqual({});
    expect(read("a=&b=&by=").compare).toEqual({ a: null, b: null, by: "ratio" });
  });

  test("one alone is the first, and the same twice is one", () => {
    expect(read("b=russia").compare).toMatchObject({ a: "russia", b: null });
    expect(read("a=russia&b=russia").compare).toMatchObject({ a: "russia", b: null });
  });

  test.each(["a=%27", "b=A+B", "by=size", "a=x&a=y"])("name what cannot be read: %s", (address) => {
    const { malformed } = read(address);
    expect(malformed.map(({ name }) => name)).toEqual([address.split("=")[0]]);
  });
});
