import fc from "fast-check";
import { expect, test } from "vitest";
import { BoundedCache } from "./bounded-cache";

test("what was used last stays, what was not goes first", () => {
  const cache = new BoundedCache<number>(2);
  cache.set("a", 1, 1);
  cache.set("b", 2, 1);
  expect(cache.get("a")).toBe(1);
  cache.set("c", 3, 1);
  expect(["a", "b", "c"].map((key) => cache.get(key))).toEqual([1, undefined, 3]);
});

test("forgets what it is told to, and takes a new value for a key", () => {
  const cache = new BoundedCache<number>(2);
  cache.set("stork", 1);
  cache.set("stork", 2);
  expect(cache.get("stork")).toBe(2);
  cache.delete("stork");
  expect(cache.get("stork")).toBeUndefined();
  cache.set("crane", 3);
  cache.set("heron", 4);
  expect(cache.get("crane"), "what was forgotten weighs nothing").toBe(3);
});

test("the newest stays even where it alone weighs too much", () => {
  const cache = new BoundedCache<number>(2);
  cache.set("a", 1, 1);
  cache.set("b", 2, 5);
  expect([cache.get("a"), cache.get("b")]).toEqual([undefined, 2]);
  expect(cache.weight).toBe(5);
});

test("it never answers anything but what was put under the key, nor holds more than it may", () => {
  const sets = fc.array(
    fc.record({ key: fc.constantFrom("a", "b", "c", "d"), weight: fc.integer({ min: 1, max: 4 }) }),
  );
  fc.assert(
    fc.property(sets, (all) => {
      const cache = new BoundedCache<number>(6);
      const last = new Map<string, { value: number; weight: number }>();
      for (const [value, { key, weight }] of all.entries()) {
        cache.set(key, value, weight);
        last.set(key, { value, weight });
        let held = 0;
        for (const [name, put] of last) {
          const got = cache.get(name);
          if (got === undefined) continue;
          expect(got).toBe(put.value);
          held += put.weight;
        }
        expect(held).toBeLessThanOrEqual(6);
      }
    }),
  );
});
