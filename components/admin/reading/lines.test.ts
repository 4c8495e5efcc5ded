import { describe, expect, test } from "vitest";
import { linesOf, piecesOf } from "./lines";
import { suggestion } from "./reading.fixture";

const text = "The quay counted 12 boats.\n\n  \nIt rained. The office said 40 left, 3 stayed.";
const at = (id: number, words: string) => {
  const start = text.indexOf(words);
  return { ...suggestion(id), number: { start, end: start + words.length } };
};
const marks = [at(3, "3"), at(1, "12"), at(2, "40")];
const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

describe("lines", () => {
  test("hold all that is not blank, with their marks in order", () => {
    const lines = linesOf(text, marks);
    expect(lines.map((line) => [words(line), line.marks.map(({ id }) => id)])).toEqual([
      ["The quay counted 12 boats.", [1]],
      ["It rained. The office said 40 left, 3 stayed.", [2, 3]],
    ]);
  });

  test("an empty text has none", () => {
    expect(linesOf("", [])).toEqual([]);
    expect(linesOf("\n \n", [])).toEqual([]);
  });
});

describe("pieces", () => {
  const line = linesOf(text, marks)[1]!;
  const sentence = { start: text.indexOf("The office"), end: text.length };

  test("put together they are the line", () => {
    for (const hand of [null, sentence, { start: line.start, end: line.start + 3 }]) {
      expect(piecesOf(line, hand).map(words).join("")).toBe(words(line));
    }
  });

  test("say what belongs to the sentence in hand", () => {
    const within = piecesOf(line, sentence).filter((piece) => piece.within);
    expect(within.map(words)).toEqual(["The office said ", "40", " left, ", "3", " stayed."]);
    expect(within.map(({ mark }) => mark?.id ?? null)).toEqual([null, 2, null, 3, null]);
  });

  test("of overlapping marks the first is shown", () => {
    const double = linesOf(text, [...marks, { ...at(9, "40 left"), id: 9 }])[1]!;
    expect(piecesOf(double, null).flatMap(({ mark }) => mark?.id ?? [])).toEqual([2, 3]);
  });

  test("what is being chosen stands before the marks it covers", () => {
    const start = text.indexOf("40 left");
    const pieces = piecesOf(line, null, { start, end: start + 7 });
    expect(pieces.map((piece) => [words(piece), piece.chosen])).toEqual([
      ["It rained. The office said ", false],
      ["40 left", true],
      [", ", false],
      ["3", false],
      [" stayed.", false],
    ]);
  });
});
