import { describe, expect, test } from "vitest";
import { isFromOurPages } from "./same-site";

const hosts = ["verbatim.example", "localhost:3000"];
const from = (secFetchSite: string | null, origin: string | null, method = "POST") =>
  isFromOurPages({ method, secFetchSite, origin, hosts });

describe("a request that may change something", () => {
  test.each([
    ["same-origin", "https://verbatim.example"],
    ["same-origin", null],
    [null, "https://verbatim.example"],
    [null, "http://localhost:3000"],
  ])("is one from our own pages: Sec-Fetch-Site %s, Origin %s", (site, origin) => {
    expect(from(site, origin)).toBe(true);
  });

  test.each([
    [null, null],
    ["cross-site", "https://elsewhere.example"],
    ["cross-site", "https://verbatim.example"],
    ["same-site", "https://blog.verbatim.example"],
    ["none", "https://verbatim.example"],
    ["none", null],
    ["same-origin", "https://elsewhere.example"],
    ["same-origin", "null"],
    [null, "null"],
    [null, ""],
    [null, "file://"],
    [null, "file://verbatim.example"],
    [null, "https://verbatim.example.elsewhere.example"],
    [null, "https://verbatim.example:8443"],
    [null, "http://localhost"],
    [null, "verbatim.example"],
  ])("is no other: Sec-Fetch-Site %s, Origin %s", (site, origin) => {
    expect(from(site, origin)).toBe(false);
  });

  test.each(["PUT", "PATCH", "DELETE", "post"])("is asked the same by %s", (method) => {
    expect(from("cross-site", null, method)).toBe(false);
  });

  test.each(["GET", "HEAD", "OPTIONS"])("is none that only reads: %s", (method) => {
    expect(from("cross-site", "https://elsewhere.example", method)).toBe(true);
  });
});
