import { describe, expect, test } from "vitest";
import { type FigureQuery, readFigureQuery, writeFigureQuery } from "./figure-query";

const read = (address: string) => readFigureQuery(new URLSearchParams(address), ["after"]);

describe("the filters in an address", () => {
  test("come back as they were written", () => {
    const query: FigureQuery = {
      metric: "territory-held",
      claimant: "unattributed",
      via: "example-gazette",
      from: "2024-08-06",
      comparator: ">=",
      q: "zone de sécurité & « 500 »",
      sort: "value",
    };
    expect(read(writeFigureQuery(query))).toEqual({ query, unknown: [], malformed: [] });
  });

  test("leave out what is the default and what a form left empty", () => {
    expect(writeFigureQuery({ sort: "-period" })).toBe("");
    expect(read("metric=&q=&from=").query).toEqual({});
  });

  test("name what they do not know, and leave a page's own cursor alone", () => {
    expect(read("after=abc&colour=red").unknown).toEqual(["colour"]);
  });

  test.each([
    ["from=2025-02-30", "from"],
    ["metric=%27%3B+drop+table+figures", "metric"],
    ["modality=shouted", "modality"],
    ["as_of=-1", "as_of"],
    ["metric=a&metric=b", "metric"],
    ["q=a%00b", "q"],
    [`q=${"x".repeat(201)}`, "q"],
  ])("name a value that cannot be read: %s", (address, name) => {
    const { query, malformed } = read(address);
    expect(malformed.map((one) => one.name)).toEqual([name]);
    expect(query).toEqual({});
  });

  test("name the end of a window that ends before it begins", () => {
    const { query, malformed } = read("from=2025-02-01&to=2025-01-01");
    expect(malformed).toEqual([{ name: "to", value: "2025-01-01" }]);
    expect(query).toEqual({ from: "2025-02-01" });
  });

  test("are not fooled by names every object has", () => {
    expect(read("constructor=x&__proto__=y").unknown).toEqual(["constructor", "__proto__"]);
  });
});
