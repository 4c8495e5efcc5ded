import { describe, expect, test } from "vitest";
import { auditHref, readAuditQuery } from "./audit-query";
import { csvRow } from "./csv-row";

const read = (search: string) => readAuditQuery(new URLSearchParams(search));

describe("the address of the audit", () => {
  test("is read as it was written", () => {
    const query = {
      editor: "ana",
      verb: "retract_figure",
      entity: "figure:abcd1234",
      from: "2031-05-01",
      to: "2031-05-31",
    };
    const href = auditHref("/admin/audit", query, 120);
    expect(read(href.split("?")[1]!)).toEqual({ query, after: 120, ignored: [] });
    expect(auditHref("/admin/audit", {})).toBe("/admin/audit");
  });

  test("filters by no empty box, and says what it did not use", () => {
    expect(read("verb=&from=&to=")).toEqual({ query: {}, after: null, ignored: [] });
    expect(read("from=2031-02-30&verb=a b&colour=red&after=x&editor=a&editor=b")).toEqual({
      query: {},
      after: null,
      ignored: ["from", "verb", "colour", "after", "editor"],
    });
    expect(read("__proto__=1&constructor=2").ignored).toEqual(["__proto__", "constructor"]);
  });
});

describe("a line of CSV", () => {
  test("tells nothing from an empty text, and quotes what would break the row", () => {
    expect(csvRow([null, "", "a", 'b "c", d', "e\nf"])).toBe(',"",a,"b ""c"", d","e\nf"\r\n');
  });

  test.each(["=1+1", "+1", "-1", "@now", "\tx"])("runs nothing in a spreadsheet: %j", (cell) => {
    expect(csvRow([cell])).toBe(`'${cell}\r\n`);
  });
});
