import fc from "fast-check";
import { expect, test } from "vitest";
import { findNames, fold, tokensOf } from "./lexicon-match";

/** Any UTF-16 units at all, halves of characters included; fast-check's own "binary" takes seconds to set up. */
const anyText = (maxLength: number) =>
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength });

const named = [
  { slug: "nyt", names: ["The New York Times", "New York Times"] },
  { slug: "new-york", names: ["New York"] },
  { slug: "ukraine", names: ["Ukraine", "Kyïv"] },
  { slug: "staff", names: ["état-major de l’armée"] },
];
const found = (text: string) =>
  findNames(text, named).map(({ slug, start, end }) => [slug, text.slice(start, end)]);

test("a name is found whatever its accents, case, apostrophes and spaces", () => {
  expect(found("À KYIV, l’Etat-Major de l'Armée et l\u2019Ukraine")).toEqual([
    ["ukraine", "KYIV"],
    ["staff", "Etat-Major de l'Armée"],
    ["ukraine", "Ukraine"],
  ]);
  expect(found("le New\u00a0York Times")).toEqual([["nyt", "New\u00a0York Times"]]);
});

test("the longest name wins, and a broken off one falls back to the shorter", () => {
  expect(found("The New York Times, New York Tim")).toEqual([
    ["nyt", "The New York Times"],
    ["new-york", "New York"],
  ]);
});

test("part of a word is no name", () => {
  expect(found("ukrainienne, Ukraines, Kyivien")).toEqual([]);
});

test("a possessive and an elision part from their word", () => {
  expect(tokensOf("Ukraine’s l’armée d’État aujourd’hui 1 400 U.S.").map(({ word }) => word)).toEqual([
    "ukraine",
    "'s",
    "l'",
    "armee",
    "d'",
    "etat",
    "aujourd'hui",
    "1 400",
    "u.s.",
  ]);
});

test("folding keeps every offset, whatever the text", () => {
  fc.assert(
    fc.property(anyText(60), (text) => {
      const folded = fold(text);
      const tokens = tokensOf(text);
      expect(folded).toHaveLength(text.length);
      expect(tokens.map(({ start, end }) => folded.slice(start, end))).toEqual(
        tokens.map(({ word }) => word),
      );
    }),
  );
});

test("an empty lexicon and an empty name find nothing", () => {
  expect(findNames("Ukraine", [])).toEqual([]);
  expect(findNames("Ukraine", [{ slug: "none", names: ["", " "] }])).toEqual([]);
});
