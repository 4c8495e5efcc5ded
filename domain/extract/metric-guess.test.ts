import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quantityIn } from "./guess-case.fixture";
import { specimenLexicon } from "./lexicon.fixture";
import { guessMetric } from "./metric-guess";
import { emptyLexicon } from "./proposal";

/** Any UTF-16 units at all, halves of characters included; fast-check's own "binary" takes seconds to set up. */
const anyText = (maxLength: number) =>
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength });

const metricOf = (sentence: string, number: string, given = {}) =>
  guessMetric(sentence, quantityIn(sentence, number, given), specimenLexicon)?.value ?? null;

describe("what a number measures", () => {
  test.each([
    ["Kiev dit avoir intercepté 130 drones lancés par la Russie.", "130", "drones-shot-down"],
    ["La Russie a lancé 130 drones contre la ville.", "130", "drones-launched"],
    ["Of the 130 drones launched, the air force shot down 80 drones.", "80", "drones-shot-down"],
    ["Kiev a abattu 71 drones, tandis que l’ennemi en a lancé 90.", "71", "drones-shot-down"],
    ["L’armée a rassemblé 50 000 soldats.", "50 000", "troops-gathered"],
    ["Russia has amassed 50,000 soldiers near the border.", "50,000", "troops-gathered"],
  ])("%s (%s): %s", (sentence, number, metric) => {
    expect(metricOf(sentence, number)).toBe(metric);
  });

  test("a rate is a flow", () => {
    const sentence = "L’armée massée là perd 1 500 soldats par jour.";
    expect(metricOf(sentence, "1 500", { statistic: "average", per: "day" })).toBe("soldiers-lost-daily");
  });

  test.each([
    ["Le musée expose 130 drones.", "130", null],
    ["Le maire a félicité 40 soldats.", "40", null],
    ["La ville compte 400 écoles.", "400", null],
    ["On a lancé 12 ballons.", "12", null],
  ])("where nothing speaks for a metric, none is named: %s", (sentence, number, metric) => {
    expect(metricOf(sentence, number)).toBe(metric);
  });

  test("what a definition says does not count speaks for no metric", () => {
    const metric = {
      slug: "held",
      words: [
        "Villages tenus",
        "Villages held",
        "Ne compte pas les villages incendiés.",
        "Burnt ones do not count.",
      ],
      kind: "stock" as const,
      allowedUnits: ["drone"],
    };
    const sentence = "On a incendié 12 drones.";
    expect(
      guessMetric(sentence, quantityIn(sentence, "12"), { ...specimenLexicon, metrics: [metric] }),
    ).toBeNull();
  });

  test("without metrics, or with a unit nobody knows, there is nothing to guess", () => {
    const sentence = "Kiev a abattu 71 drones.";
    expect(guessMetric(sentence, quantityIn(sentence, "71"), emptyLexicon)).toBeNull();
    expect(guessMetric(sentence, quantityIn(sentence, "71", { unit: null }), specimenLexicon)).toBeNull();
  });
});

test("where the sentence starts in its text changes nothing", () => {
  const sentence = "Kiev dit avoir intercepté 130 drones lancés par la Russie.";
  const alone = quantityIn(sentence, "130");
  const shift = <T extends { start: number; end: number }>(span: T) => ({
    ...span,
    start: span.start + 99,
    end: span.end + 99,
  });
  const later = { ...alone, number: shift(alone.number), unit: shift(alone.unit!) };
  expect(guessMetric(sentence, later, specimenLexicon, 99)).toEqual(
    guessMetric(sentence, alone, specimenLexicon),
  );
});

test("any sentence at all is held against the metrics", () => {
  fc.assert(
    fc.property(anyText(100), fc.integer({ min: -5, max: 400 }), (text, at) => {
      const quantity = { ...quantityIn("71 drones", "71"), number: { start: at, end: at + 2 } };
      const guess = guessMetric(text, quantity, specimenLexicon);
      expect(guess === null || (guess.sure > 0 && guess.sure <= 1)).toBe(true);
    }),
  );
});
