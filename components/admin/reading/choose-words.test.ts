import { expect, test } from "vitest";
import { firstChoice, moveChoice, trimmed, wordsOf } from "./choose-words";

const text = "Rain. « Près de 1\u202f200 barques », a dit le port (d’abord 900).";
const words = wordsOf(text, { start: 6, end: text.length });
const say = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

test("words come without the punctuation around them", () => {
  expect(words.map(say)).toEqual([
    "Près",
    "de",
    "1",
    "200",
    "barques",
    "a",
    "dit",
    "le",
    "port",
    "d’abord",
    "900",
  ]);
});

test("a number is offered before a word", () => {
  expect(say(firstChoice(text, words, 0)!)).toBe("1");
  expect(say(firstChoice(text, words, text.indexOf("barques"))!)).toBe("900");
  expect(say(firstChoice(text, words, text.length)!)).toBe("900");
  expect(firstChoice("", [], 0)).toBeNull();
});

test("the choice moves and stretches by words, and stops at the ends", () => {
  const one = words[2]!;
  const both = moveChoice(words, one, 1, true);
  expect(say(both)).toBe("1\u202f200");
  expect(say(moveChoice(words, both, -1, true))).toBe("1");
  expect(say(moveChoice(words, both, 1, false))).toBe("barques");
  expect(say(moveChoice(words, both, -1, false))).toBe("de");
  expect(moveChoice(words, words[0]!, -1, false)).toEqual(words[0]);
  expect(moveChoice(words, words[0]!, -1, true)).toEqual(words[0]);
  expect(moveChoice(words, words.at(-1)!, 1, true)).toEqual(words.at(-1));
});

test("a selection is trimmed to its words", () => {
  const start = text.indexOf(" 1\u202f200");
  expect(say(trimmed(text, { start, end: start + 7 })!)).toBe("1\u202f200");
  expect(trimmed(text, { start: 4, end: 6 })).toBeNull();
});
