import { describe, expect, test } from "vitest";
import { readChangeQuery, readMoments, writeChangeQuery } from "./change-query";

const read = (query: string) => readChangeQuery(new URLSearchParams(query), ["after"]);

describe("the address of the changes", () => {
  test("is read and written back the same", () => {
    for (const query of [
      "",
      "metric=territory-held&claimant=ukraine",
      "from=2024-08-01&to=2024-09-01&as_of=7&kind=correction",
      "kind=retraction&since=0&until=12&outcome=added",
    ]) {
      const { query: found, unknown, malformed } = read(query);
      expect(writeChangeQuery(found)).toBe(query);
      expect([unknown, malformed]).toEqual([[], []]);
    }
  });

  test("names what it does not know and what cannot be read, and leaves both out", () => {
    expect(read("q=drones&sort=value&x=1&after=abc&kind=")).toEqual({
      query: {},
      unknown: ["x", "q", "sort"],
      malformed: [],
    });
    expect(read("kind=error&since=-1&until=1&until=2&metric=A&outcome=gone")).toEqual({
      query: {},
      unknown: [],
      malformed: [
        { name: "metric", value: "A" },
        { name: "kind", value: "error" },
        { name: "since", value: "-1" },
        { name: "until", value: "1, 2" },
        { name: "outcome", value: "gone" },
      ],
    });
  });

  test("asks for two moments only where the later is the later and both have been", () => {
    expect(readMoments({}, 9)).toBeNull();
    expect(readMoments({ since: "3" }, 9)).toEqual({ since: 3, until: 9 });
    expect(readMoments({ since: "3", as_of: "5" }, 9)).toEqual({ since: 3, until: 5 });
    expect(readMoments({ since: "3", until: "3", as_of: "5" }, 9)).toEqual({ since: 3, until: 3 });
    expect(readMoments({ until: "3" }, 9)).toBe("unreadable");
    expect(readMoments({ since: "4", until: "3" }, 9)).toBe("unreadable");
    expect(readMoments({ since: "4", until: "10" }, 9)).toBe("unreadable");
  });
});
