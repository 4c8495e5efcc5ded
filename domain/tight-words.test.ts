import { expect, test } from "vitest";
import { tightWords } from "./tight-words";

const tight = (text: string) => tightWords(text).flatMap((one) => (one.tight ? [one.text] : []));

test("a guillemet stays with the word it touches, and high punctuation with the word before", () => {
  expect(tight("une « zone de sécurité » de 500 km²")).toEqual(["« zone", "sécurité »"]);
  expect(tight("un possible « échange » : oui")).toEqual(["« échange » :"]);
  expect(tight("carrés », a expliqué")).toEqual(["carrés »,"]);
  expect(tight("environ 20 % du territoire")).toEqual(["20 %"]);
});

test("a number stays in one piece, with what stands beside it", () => {
  expect(tight("que les 1 400 km² revendiqués")).toEqual(["1 400"]);
  expect(tight("« 1 200 000 » hommes ; 4 000 :")).toEqual(["« 1 200 000 »", "hommes ;", "4 000 :"]);
  expect(tight("en 2024 300 hommes, le 3 12 chars, 1,5 000")).toEqual([]);
});

test("what stands beside a mark stays with it", () => {
  expect(tight(" % du territoire")).toEqual([" %"]);
  expect(tight("environ « ")).toEqual(["« "]);
});

test("English and long words are left as they are", () => {
  expect(tight("He said: “no”; nothing (50%) more?")).toEqual([]);
  expect(tight(`« ${"a".repeat(40)} »`)).not.toContain(`« ${"a".repeat(40)} »`);
});

test("nothing of a sentence is lost or changed", () => {
  for (const text of [
    "",
    "«",
    " « a » « b » ! ",
    "L’Ukraine « dit » : 20 % ; non ?",
    "a\u00a0» b",
    "1 400 000 %, 12 345",
  ])
    expect(
      tightWords(text)
        .map((one) => one.text)
        .join(""),
    ).toBe(text);
});
