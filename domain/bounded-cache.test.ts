import { expect, test } from "vitest";
import { boundedCache } from "./bounded-cache";

test("keeps what was asked for last, and no more than it may", () => {
  const cache = boundedCache<number>(2);
  cache.set("stork", 1);
  cache.set("crane", 2);
  expect(cache.get("stork")).toBe(1);
  cache.set("heron", 3);
  expect(cache.get("crane")).toBeUndefined();
  expect([cache.get("stork"), cache.get("heron")]).toEqual([1, 3]);
});

test("forgets what it is told to, and takes a new value for a key", () => {
  const cache = boundedCache<number>(2);
  cache.set("stork", 1);
  cache.set("stork", 2);
  expect(cache.get("stork")).toBe(2);
  cache.delete("stork");
  expect(cache.get("stork")).toBeUndefined();
});
