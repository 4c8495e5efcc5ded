import { expect, test } from "vitest";
import { day, figure, metrics } from "./chart/figures.fixture";
import { numberedSentences } from "./numbered-sentences";

const at = (id: string, sentenceStart: number) => {
  const plain = figure({ id, metric: metrics.territory, value: "5", period: day("2031-05-01") });
  return { ...plain, anchor: { ...plain.anchor, sentenceStart } };
};
const all = [at("a", 0), at("b", 90), at("c", 0), at("d", 200)];
const told = (most: number) =>
  numberedSentences(all, most).map(({ number, figures }) => [number, ...figures.map(({ id }) => id)]);

test("figures of one sentence share its number", () => {
  expect(told(9)).toEqual([
    [1, "a", "c"],
    [2, "b"],
    [3, "d"],
  ]);
});

test("no more sentences are numbered than there is room for, and each with all its figures", () => {
  expect(told(1)).toEqual([[1, "a", "c"]]);
});
