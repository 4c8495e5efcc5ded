import { expect, test } from "vitest";
import { sentenceSteps, stepFrom } from "./sentence-steps";

const text = "Rain fell. The office said: 40 boats left; none sank. It was cold.";
const span = (words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const sentences = [
  span("Rain fell."),
  span("The office said: 40 boats left; none sank."),
  span("It was cold."),
];
const number = span("40");
const steps = sentenceSteps(text, number, sentences);
const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

test("from the clause to the neighbours, each holding the one before", () => {
  expect(steps.map(words)).toEqual([
    "40 boats left;",
    "The office said: 40 boats left; none sank.",
    "The office said: 40 boats left; none sank. It was cold.",
    text,
  ]);
});

test("every step holds the number", () => {
  for (const step of steps) {
    expect(step.start).toBeLessThanOrEqual(number.start);
    expect(step.end).toBeGreaterThanOrEqual(number.end);
  }
});

test("a lone sentence without clauses has one step", () => {
  const lone = { start: 0, end: 10 };
  expect(sentenceSteps("Rain 4 mm.", { start: 5, end: 6 }, [lone])).toEqual([lone]);
});

test("a number in no sentence has none", () => {
  expect(sentenceSteps(text, { start: 500, end: 502 }, sentences)).toEqual([]);
});

test("stepping stops at both ends, and finds its way from a stretch that is no step", () => {
  expect(stepFrom(steps, steps[1]!, 1)).toEqual(steps[2]);
  expect(stepFrom(steps, steps[1]!, -1)).toEqual(steps[0]);
  expect(stepFrom(steps, steps[0]!, -1)).toEqual(steps[0]);
  expect(stepFrom(steps, steps.at(-1)!, 1)).toEqual(steps.at(-1));
  const odd = { start: number.start - 3, end: number.end };
  expect(words(stepFrom(steps, odd, 1))).toBe(words(steps[1]!));
});
