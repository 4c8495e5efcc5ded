import { describe, expect, test } from "vitest";
import { diffWords, type Piece } from "./diff-words";

const differing = (pieces: readonly Piece[]) =>
  pieces.filter(({ differs }) => differs).map(({ text }) => text);
const whole = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("");

describe("the words in which two sentences differ", () => {
  test.each([
    ["Kiev contrôle 430 km².", "Kiev contrôle 410 km².", ["430"], ["410"]],
    ["Près de 1 500 cigognes.", "Près de 1 700 cigognes.", ["500"], ["700"]],
    ["Il pleut.", "Il pleut.", [], []],
    ["Il pleut.", "Hier, il pleut.", ["Il"], ["Hier, il"]],
    ["Il pleut fort ici.", "Il pleut ici.", ["fort "], []],
    ["l’été", "l’e\u0301te\u0301", ["été"], ["e\u0301te\u0301"]],
    ["", "Il pleut.", [], ["Il pleut."]],
    ["a a a", "a a", [" a"], []],
  ])("%j → %j", (before, after, gone, come) => {
    const diff = diffWords(before, after);
    expect([differing(diff.before), differing(diff.after)]).toEqual([gone, come]);
    expect([whole(diff.before), whole(diff.after)]).toEqual([before, after]);
  });

  test("are the same text on both sides where they do not differ", () => {
    const { before, after } = diffWords("un, deux; trois 🐣 quatre", "un deux, trois 🪶 quatre, cinq");
    const kept = (pieces: readonly Piece[]) => whole(pieces.filter(({ differs }) => !differs));
    expect(kept(before)).toBe(kept(after));
    expect(differing(before)).toContain("🐣");
  });

  test("are all of the middle where the sentences are endless", () => {
    const [a, b] = ["x ".repeat(3000), "y ".repeat(3000)];
    const { before, after } = diffWords(`Un ${a}fin`, `Un ${b}fin`);
    expect(differing(before)).toEqual([a.trimEnd()]);
    expect(differing(after)).toEqual([b.trimEnd()]);
  });
});
