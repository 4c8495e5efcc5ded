import { describe, expect, test } from "vitest";
import { readExportRequest, writeExportRequest } from "./export-request";
import type { TableFormat } from "./formats";
import { readPlainRequest } from "./plain-request";

const read = (format: TableFormat, address: string) =>
  readExportRequest(format, new URLSearchParams(address), () => true);
const refusedNames = (format: TableFormat, address: string) => {
  const result = read(format, address);
  return result.ok ? [] : result.refusal.map(({ name }) => name);
};

describe("the address of a download", () => {
  test("is read with the filters of the page, whose columns it may carry", () => {
    const result = read("csv", "metric=storks&from=2031-01-01&columns=value&sort=-value&excel=1&lang=fr");
    expect(result).toMatchObject({
      ok: true,
      value: {
        query: { metric: "storks", from: "2031-01-01", sort: "-value" },
        excel: true,
        raw: false,
        lang: "fr",
        limit: null,
      },
    });
  });
  test.each<[TableFormat, string, string[]]>([
    ["csv", "metrc=x", ["metrc"]],
    ["csv", "metric=X%20Y&from=2031", ["metric", "from"]],
    ["csv", "metric=a&metric=b", ["metric"]],
    ["csv", "lang=de", ["lang"]],
    ["csv", "raw=yes", ["raw"]],
    ["csv", "raw=1&raw=1", ["raw"]],
    ["csv", "limit=5", ["limit"]],
    ["tsv", "excel=1", ["excel"]],
    ["json", "limit=0", ["limit"]],
    ["json", "limit=10001", ["limit"]],
    ["json", "limit=1e3", ["limit"]],
    ["json", "limit=5&after=!!", ["after"]],
    ["json", "after=WyIiLCIwMDAwMDAwMSJd", ["after"]],
    ["parquet", "raw=1", ["raw"]],
    ["csv", "from=2031-02-01&to=2031-01-01", ["to"]],
  ])("in %s refuses %s by name", (format, address, names) => {
    expect(refusedNames(format, address)).toEqual(names);
  });
  test("is one spelling for one request, and another for another order of rows", () => {
    const spelled = (address: string) => {
      const result = read("csv", address);
      return result.ok ? writeExportRequest(result.value) : "";
    };
    expect(spelled("to=2031-01-01&metric=a&raw=0&lang=en")).toBe(spelled("metric=a&to=2031-01-01&q="));
    expect(spelled("sort=-period")).not.toBe(spelled(""));
  });
});

test("an address without filters refuses what it does not know, what it cannot read and what is said twice", () => {
  const names = (address: string) => {
    const result = readPlainRequest(new URLSearchParams(address), ["as_of"]);
    return result.ok ? result.value : result.refusal.map(({ name }) => name);
  };
  expect(names("as_of=3")).toEqual({ as_of: "3" });
  expect(names("as_of=0")).toEqual(["as_of"]);
  expect(names("as_of=1&as_of=1")).toEqual(["as_of"]);
  expect(names("lang=fr")).toEqual(["lang"]);
});
