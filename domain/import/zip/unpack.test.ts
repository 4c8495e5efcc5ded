import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { Refused } from "../table-refusal";
import { readDirectory } from "./read-directory";
import { unpack } from "./unpack";

const entryOf = (bytes: Uint8Array) => readDirectory(zipSync({ Part: bytes })).get("part")!;

test("a bomb is let go at the first piece over the limit, and no piece is large", () => {
  const entry = entryOf(new Uint8Array(4_000_000));
  const allowance = { left: 1_000_000, most: 1_000_000 };
  let [taken, largest] = [0, 0];
  const take = () => {
    for (const piece of unpack(entry, allowance)) {
      taken += piece.length;
      largest = Math.max(largest, piece.length);
    }
  };
  expect(take).toThrow(Refused);
  expect(taken).toBeLessThanOrEqual(1_000_000);
  expect(largest).toBeLessThanOrEqual(1_032 * 8_192);
});

test("what was packed comes out, in pieces, and is counted", () => {
  const words = strToU8("Les cigognes sont revenues. ".repeat(10_000));
  const allowance = { left: 1_000_000, most: 1_000_000 };
  const pieces = [...unpack(entryOf(words), allowance)];
  expect(Buffer.concat(pieces).equals(words)).toBe(true);
  expect(allowance.left).toBe(1_000_000 - words.length);
  expect([...unpack(entryOf(new Uint8Array(0)), allowance)].flatMap((piece) => [...piece])).toEqual([]);
});
