import { expect, test } from "vitest";
import { textWidth } from "../chart/text-width";
import { wrapped } from "./wrapped";

test("words go into lines that hold them, and are all there", () => {
  const words = "the quick brown stork jumps over the lazy heron";
  const lines = wrapped(words, 100, 12);
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join("")).toBe(words);
});

test("an address that is wider than a line is parted where it has its parts, any other word stays whole", () => {
  const address =
    "https://storks.example/fr/metrics/nests?place=alsace&from=2024-01-01&hide=claimant%3Aherons%2Csubject%3A";
  const lines = wrapped(`See ${address}.`, 150, 12);
  expect(lines.join("")).toBe(`See ${address}.`);
  for (const line of lines) expect(textWidth(line.trimEnd(), 12, false), line).toBeLessThanOrEqual(150);
  const long = "w".repeat(100);
  expect(wrapped(`a ${long} b`, 150, 12)).toEqual(["a ", `${long} `, "b"]);
});
