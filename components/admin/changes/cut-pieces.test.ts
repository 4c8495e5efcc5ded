import { expect, test } from "vitest";
import { diffWords } from "@/domain/diff-words";
import { cutPieces } from "./cut-pieces";

const told = (cuts: ReturnType<typeof cutPieces>) =>
  cuts.map(({ text, differs, inNumber }) => `${text}${differs ? "*" : ""}${inNumber ? "#" : ""}`);

test("a number is marked where it changed and where it did not", () => {
  const { before, after } = diffWords("Ils ont 1 500 km² ici.", "Ils ont 1 700 km² ici.");
  expect(told(cutPieces(before, { start: 8, end: 13 }))).toEqual(["Ils ont ", "1 #", "500*#", " km² ici."]);
  expect(told(cutPieces(after, { start: 8, end: 13 }))).toEqual(["Ils ont ", "1 #", "700*#", " km² ici."]);
});

test("a number that is not found again is marked nowhere, and no word is lost", () => {
  const { after } = diffWords("Ils ont 500 km².", "Ils n’ont rien.");
  const cuts = cutPieces(after, null);
  expect(cuts.map(({ text }) => text).join("")).toBe("Ils n’ont rien.");
  expect(cuts.some(({ inNumber }) => inNumber)).toBe(false);
});

test("a number within words that differ is cut out of them", () => {
  expect(told(cutPieces([{ text: "a 12 b", differs: true }], { start: 2, end: 4 }))).toEqual([
    "a *",
    "12*#",
    " b*",
  ]);
});
