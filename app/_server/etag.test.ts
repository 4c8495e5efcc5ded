import { expect, test } from "vitest";
import { bareEtag, encodedEtag, knownEtag } from "./etag";

const at = new Date("2025-02-13T10:00:00Z");
const since = (ifModifiedSince: string | null) => ({ ifNoneMatch: null, ifModifiedSince });
const match = (ifNoneMatch: string) => ({ ifNoneMatch, ifModifiedSince: at.toUTCString() });

test("each encoding of an answer has a tag of its own", () => {
  expect(encodedEtag('"stork"', "identity")).toBe('"stork"');
  expect(encodedEtag('"stork"', "gzip")).toBe('"stork.gzip"');
  for (const tag of ['"stork"', ' W/"stork"', '"stork.br"', 'W/"stork.gzip"'])
    expect(bareEtag(tag)).toBe('"stork"');
});

test("whoever has an answer has it in any encoding, under the tag they name", () => {
  expect(knownEtag(match('"heron", W/"stork.gzip"'), '"stork"', at)).toBe('"stork.gzip"');
  expect(knownEtag(match("*"), '"stork"', at)).toBe('"stork"');
  expect(knownEtag(match('"heron"'), '"stork"', at)).toBeNull(); // the tag has the last word, not the clock
  expect(knownEtag(match("stork"), '"stork"', at)).toBeNull();
});

test("a day alone tells it too, where it is one", () => {
  expect(knownEtag(since("Thu, 13 Feb 2025 10:00:00 GMT"), '"stork"', at)).toBe('"stork"');
  for (const day of ["Thu, 13 Feb 2025 09:59:59 GMT", "yesterday", null])
    expect(knownEtag(since(day), '"stork"', at)).toBeNull();
  expect(knownEtag(since("Thu, 13 Feb 2025 10:00:00 GMT"), '"stork"', null)).toBeNull();
});
