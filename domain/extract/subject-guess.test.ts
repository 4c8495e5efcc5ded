import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessClaimants } from "./claimants/guess-claimants";
import { quantityIn } from "./guess-case.fixture";
import { contextOf, specimenLexicon } from "./lexicon.fixture";
import type { ReadingLanguage } from "./proposal";
import { guessSubject } from "./subject-guess";

/** Any UTF-16 units at all, halves of characters included; fast-check's own "binary" takes seconds to set up. */
const anyText = (maxLength: number) =>
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength });

function subjectOf(language: ReadingLanguage, sentence: string, number: string): string | null {
  const quantity = quantityIn(sentence, number);
  const span = { start: 0, end: sentence.length };
  const claimants = guessClaimants(sentence, span, quantity.number, contextOf(language), []);
  return guessSubject(sentence, quantity, claimants?.value ?? [], specimenLexicon)?.value ?? null;
}

describe("the side a number is about", () => {
  test.each([
    ["fr", "Kiev a annoncé avoir intercepté 130 drones lancés par la Russie.", "130", "ukraine"],
    ["fr", "L’Ukraine affirme contrôler 500 km² en territoire russe.", "500", "ukraine"],
    ["fr", "Selon Kiev, les Russes ont perdu 1 500 soldats.", "1 500", "russia"],
    ["fr", "Kiev affirme que la Russie a perdu 1 500 soldats.", "1 500", "russia"],
    ["fr", "La Russie occupe environ 20 % du territoire ukrainien.", "20", "russia"],
    ["fr", "Moscou assure que 88 villages étaient sous contrôle ukrainien.", "88", "ukraine"],
    ["fr", "Une attaque de 343 drones ukrainiens a visé la capitale.", "343", "ukraine"],
    ["fr", "L’usine va produire 6 000 drones pour l’Ukraine.", "6 000", "ukraine"],
    ["fr", "« Nous avons perdu 46 000 soldats », a déclaré Volodymyr Zelensky.", "46 000", "ukraine"],
    ["en", "Ukraine said it had shot down 130 drones.", "130", "ukraine"],
    ["en", "Kyiv said Russia had lost 1,500 soldiers.", "1,500", "russia"],
    ["en", "Russia holds about 20% of the country.", "20", "russia"],
    ["en", "Some 500 square kilometres held by Ukraine are in dispute.", "500", "ukraine"],
  ] as const)("%s %s (%s): %s", (language, sentence, number, side) => {
    expect(subjectOf(language, sentence, number)).toBe(side);
  });

  test.each([
    ["fr", "Selon Moscou, 300 drones ont été vus."],
    ["fr", "Kiev affirme que l’ennemi a perdu 300 soldats."],
    ["fr", "Le maire de Kiev a compté 300 personnes."],
    ["fr", "La Russie a tué 300 soldats dans cette attaque."],
    ["fr", "Des alliés de la Russie ont envoyé 300 soldats."],
    ["en", "The river flooded 300 homes."],
  ] as const)("no side where a doubt is left: %s %s", (language, sentence) => {
    expect(subjectOf(language, sentence, "300")).toBeNull();
  });
});

test("any sentence at all is read, with a side of the lexicon or none", () => {
  const piece = fc.constantFrom(
    ..."Kiev Russie russes l’ a dit avoir que , 300 drones pour sous contrôle par nous".split(" "),
  );
  const sentence = fc.oneof(
    anyText(100),
    fc.array(piece, { maxLength: 40 }).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(sentence, fc.nat(300), (text, at) => {
      const quantity = { ...quantityIn("71 drones", "71"), number: { start: at, end: at + 2 } };
      const guess = guessSubject(text, quantity, [], specimenLexicon);
      expect(guess === null || ["russia", "ukraine"].includes(guess.value)).toBe(true);
    }),
  );
});
