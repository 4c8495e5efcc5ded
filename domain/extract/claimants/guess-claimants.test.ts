import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contextOf } from "../lexicon.fixture";
import type { ClaimantLink, ReadingLanguage, Span } from "../proposal";
import { guessClaimants } from "./guess-claimants";
import { laterEnglishClaimants } from "./later-sentences-en.fixture";
import { laterFrenchClaimants } from "./later-sentences-fr.fixture";
import { englishClaimants } from "./sentences-en.fixture";
import { type ClaimantCase, frenchClaimants } from "./sentences-fr.fixture";
import { twoSpeakersEnglish } from "./two-speakers-en.fixture";
import { twoSpeakersFrench } from "./two-speakers-fr.fixture";

/** Any UTF-16 units at all, halves of characters included; fast-check's own "binary" takes seconds to set up. */
const anyText = (maxLength: number) =>
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength });

const spell = (chain: readonly ClaimantLink[]) =>
  (chain[0]!.role === "estimated_by" ? "~" : "") + chain.map(({ words }) => words).join(" < ");

/** Where a number stands by itself, never inside a longer one. */
function spanOf(text: string, number: string): Span {
  const start = new RegExp(`(?<![\\d,])${number}(?![\\d,]*\\d)`).exec(text)!.index;
  return { start, end: start + number.length };
}

function claimantOf(language: ReadingLanguage, sentences: readonly string[], number: string) {
  const text = sentences.join(" ");
  let start = 0;
  const spans = sentences.map((words) => {
    const span = { start, end: start + words.length };
    start = span.end + 1;
    return span;
  });
  const [sentence, before] = [spans.at(-1)!, spans.slice(0, -1)];
  const inside = spanOf(sentences.at(-1)!, number);
  const at = { start: sentence.start + inside.start, end: sentence.start + inside.end };
  return guessClaimants(text, sentence, at, contextOf(language), before);
}

const chain = (language: ReadingLanguage, sentences: readonly string[], number: string) => {
  const guess = claimantOf(language, sentences, number);
  return guess && spell(guess.value);
};

describe("who says it", () => {
  test.each(frenchClaimants)("%s (%s)", (sentence, number, claimant) => {
    expect(chain("fr", [sentence], number)).toBe(claimant);
  });
  test.each(englishClaimants)("%s (%s)", (sentence, number, claimant) => {
    expect(chain("en", [sentence], number)).toBe(claimant);
  });
});

describe("in a sentence nobody wrote the rules for", () => {
  const outcomes = (language: ReadingLanguage, cases: readonly ClaimantCase[]) =>
    cases.map(([sentence, number, claimant]) => ({
      sentence,
      claimant,
      guess: chain(language, [sentence], number),
    }));

  test.each([
    ["fr", laterFrenchClaimants],
    ["en", laterEnglishClaimants],
    ["fr", twoSpeakersFrench],
    ["en", twoSpeakersEnglish],
  ] as const)("the claimant is right or empty, and mostly there: %s", (language, cases) => {
    const read = outcomes(language, cases);
    expect(read.filter(({ guess, claimant }) => guess !== null && guess !== claimant)).toEqual([]);
    const missed = read.filter(({ guess, claimant }) => guess === null && claimant !== null);
    expect(missed.length).toBeLessThanOrEqual(cases.length / 10);
  });
});

describe("a list", () => {
  const list = ["Losses on Monday, according to the Ukrainian General Staff:", "- 44 tanks;", "- 12 guns;"];
  test.each([
    [[...list, "- 300 drones."], "300", "Ukrainian General Staff"],
    [[...list, "- 300 drones, Moscow says."], "300", "Moscow"],
    [[...list, "The bridge has 300 lamps."], "300", null],
    [["Losses on Monday:", "- 300 drones."], "300", null],
    [["General Staff:", "Tanks – 300."], "300", "General Staff"],
    [["Kyiv:", "Tanks – 300."], "300", null],
  ] as const)("is its heading's: %j %s", (sentences, number, claimant) => {
    expect(chain("en", sentences, number)).toBe(claimant);
  });
});

describe("a pronoun", () => {
  test.each([
    [
      "fr",
      [
        "L’état-major ukrainien a publié un bilan, a indiqué Marta Kowal.",
        "Elle a ajouté que 44 assauts avaient été repoussés.",
      ],
      "44",
      "Marta Kowal",
    ],
    [
      "fr",
      ["Volodymyr Zelensky a dit sa tristesse.", "« Nous avons perdu 300 hommes », a-t-il précisé."],
      "300",
      "Volodymyr Zelensky",
    ],
    [
      "fr",
      ["Selon Moscou, la ville est prise.", "Les combats ont cessé.", "Il a fait état de 300 morts."],
      "300",
      null,
    ],
    [
      "fr",
      ["Selon Moscou, la ville est prise, mais Kiev assure la tenir.", "Il a fait état de 300 morts."],
      "300",
      null,
    ],
    ["fr", ["La ministre de la Santé a confirmé la nouvelle.", "Il a fait état de 300 morts."], "300", null],
    ["fr", ["Les secouristes ont parlé d’un miracle.", "Il a fait état de 300 morts."], "300", null],
    [
      "en",
      ["The Russian Ministry of Defence said the town had fallen.", "It said 300 men had surrendered."],
      "300",
      "Russian Ministry of Defence",
    ],
    ["en", ["Marta Kowal said the roof was gone.", "It said 300 people were hurt."], "300", null],
    ["en", ["Rescuers said the roof was gone.", "They added that 300 people were hurt."], "300", "Rescuers"],
    ["en", ["The town fell.", "He said 300 men had surrendered."], "300", null],
  ] as const)(
    "is whoever alone spoke just before, or nobody: %s %j",
    (language, sentences, number, claimant) => {
      expect(chain(language, sentences, number)).toBe(claimant);
    },
  );

  test("is less sure than a name", () => {
    const guess = claimantOf(
      "en",
      ["Moscow said the town had fallen.", "It said 300 men had surrendered."],
      "300",
    );
    expect(guess).toMatchObject({
      value: [{ role: "claimed_by", agent: "russia", words: "Moscow" }],
      sure: 0.55,
    });
  });
});

describe("the agent", () => {
  test.each([
    ["Le ministère de la Défense russe a recensé 58 drones.", "58", "russian-mod"],
    ["KYIV affirme avoir abattu 58 drones.", "58", "ukraine"],
    ["Le président Zelensky a recensé 58 drones.", "58", "zelensky"],
    ["Le think tank ISW a recensé 58 drones.", "58", "isw"],
    ["The Kyiv Independent a recensé 58 drones.", "58", null],
    ["Le ministre de la Défense de l’Ukraine a recensé 58 drones.", "58", null],
    ["Radio Moscou a recensé 58 drones.", "58", null],
  ])("is the one of that name, and no part of another: %s", (sentence, number, agent) => {
    expect(claimantOf("fr", [sentence], number)?.value[0]?.agent).toBe(agent);
  });
});

describe("any text at all", () => {
  const piece = fc.constantFrom(
    ..."selon Kiev , « » a affirmé que le ministère de la qui dit par citant l’AFP et des Russes 300 drones ; tandis said according to the officials told , ” it .".split(
      " ",
    ),
  );
  const anything = fc.oneof(
    anyText(200),
    fc.array(piece, { maxLength: 60 }).map((words) => words.join(" ")),
  );

  test.each(["fr", "en"] as const)(
    "yields claimants printed in it, or none, and never throws: %s",
    (language) => {
      fc.assert(
        fc.property(anything, fc.nat(300), (text, at) => {
          const sentence = { start: 0, end: text.length };
          const guess = guessClaimants(text, sentence, { start: at, end: at + 3 }, contextOf(language), []);
          for (const { words, span } of guess?.value ?? [])
            expect(text.slice(span.start, span.end)).toBe(words);
          expect(guess === null || (guess.value.length > 0 && guess.sure >= 0.5)).toBe(true);
        }),
        { numRuns: 80 },
      );
    },
  );
});
