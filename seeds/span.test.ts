import { describe, expect, test } from "vitest";
import { findSpan, standsIn } from "./span";

describe("findSpan", () => {
  test("finds the one place", () => {
    expect(findSpan("Il y en a 500 ici.", "500")).toEqual({ start: 10, end: 13 });
  });

  test.each([
    ["1 500 soldats", "500"],
    ["1\u00a0500 soldats", "500"],
    ["1\u202f500 soldats", "1"],
    ["1.500 soldats", "500"],
    ["1’500 soldats", "500"],
    ["12 500 000 soldats", "500"],
    ["3,5 millions", "3"],
    ["une fois", "un"],
    ["HX-2000", "200"],
  ])("in %s, %s is part of something longer", (sentence, words) => {
    expect(findSpan(sentence, words)).toMatch(/only inside a longer/);
  });

  test.each([
    ["plus que 500 km² sur les 1 400", "500", 9],
    ["en 2024 500 drones", "500", 8],
    ["plus de 500.", "500", 8],
    ["500, dit-on", "500", 0],
    ["l’Ukraine", "Ukraine", 2],
    ["🌳 500", "500", 3],
  ])("in %s, %s stands whole", (sentence, words, start) => {
    expect(findSpan(sentence, words)).toEqual({ start, end: start + words.length });
  });

  test("asks which one where there are two, and takes the one said", () => {
    const sentence = "deux localités, les deux camps";
    expect(findSpan(sentence, "deux")).toMatch(/stands 2 times/);
    expect(findSpan(sentence, "deux", 2)).toEqual({ start: 20, end: 24 });
    expect(findSpan(sentence, "deux", 3)).toMatch(/stands only 2 times/);
  });
});

describe("standsIn", () => {
  test("takes parts in order", () => {
    expect(standsIn("elle ne contrôle plus que 500", "ne … plus que")).toBe(true);
    expect(standsIn("elle n’en a plus que 500", "n’… plus que")).toBe(true);
    expect(standsIn("plus que 500, elle ne dit pas", "ne … plus que")).toBe(false);
    expect(standsIn("près de 88", "environ")).toBe(false);
  });
});
