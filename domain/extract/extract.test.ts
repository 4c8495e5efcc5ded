import { describe, expect, test } from "vitest";
import { defaultThreshold, extractFigures } from "./extract";
import type { Lexicon, ReadingLanguage } from "./proposal";
import { proposalLine } from "./proposal-line";

const lexicon: Lexicon = {
  agents: [
    {
      slug: "observatory",
      name: { fr: "Observatoire des marais", en: "Marsh Observatory" },
      names: ["Observatoire des marais", "l’Observatoire des marais", "Marsh Observatory"],
      side: null,
    },
  ],
  units: [{ slug: "stork", names: ["cigognes", "storks"] }],
  metrics: [
    {
      slug: "storks-counted",
      kind: "stock",
      words: ["Cigognes comptées", "Storks counted", "Oiseaux adultes", "Adult birds"],
      allowedUnits: ["stork"],
    },
  ],
  places: [],
  dayCounters: [],
};

function linesOf(language: ReadingLanguage, text: string) {
  return extractFigures(text, { language, lexicon, reportedOn: "2031-06-02" })
    .filter(({ mask, score }) => mask === null && score >= defaultThreshold)
    .map((proposal) => proposalLine("marsh.txt", text, proposal, language, lexicon));
}

describe("a table in one line", () => {
  const read = (rows: number) =>
    extractFigures("L’Observatoire des marais a compté".concat(" 12 cigognes,".repeat(rows)), {
      language: "fr",
      lexicon,
      reportedOn: "2031-06-02",
    });

  test("has its numbers read and nothing guessed of them, however long it is", () => {
    const [first, ...rest] = read(10_000);
    expect(rest).toHaveLength(9_999);
    expect(first).toMatchObject({ quantity: { value: "12" }, claimants: null, period: null, metric: null });
  });

  test("is more than a long list", () => {
    expect(read(20).map(({ claimants }) => claimants?.value[0]?.words)).toEqual(
      Array(20).fill("Observatoire des marais"),
    );
  });
});

describe("an article", () => {
  const text =
    "Le marais revit.\nL’Observatoire des marais a annoncé lundi avoir compté près de 1\u00a0500 cigognes. " +
    "Le 12 mai, à 18h30, deux garde-chasses étaient là.";

  test("gives each figure its sentence, its number, its bound, its speaker and its day", () => {
    expect(linesOf("fr", text)).toEqual([
      {
        file: "marsh.txt",
        sentence: "L’Observatoire des marais a annoncé lundi avoir compté près de 1\u00a0500 cigognes.",
        sentence_start: 17,
        number_text: "1\u00a0500",
        start: text.indexOf("1\u00a0500"),
        end: text.indexOf(" cigognes"),
        value: "1500",
        low: null,
        high: null,
        unit: "stork",
        comparator: "~",
        cue: "près de",
        per: null,
        claimant: "Observatoire des marais",
        claimant_text: "Observatoire des marais",
        period_start: "2031-06-02",
        period_end: "2031-06-02",
        period_precision: "day",
        score: expect.any(Number),
      },
    ]);
  });

  test("finds the metric of a figure wherever its sentence stands", () => {
    const [proposal] = extractFigures(text, { language: "fr", lexicon, reportedOn: null }).filter(
      ({ mask }) => mask === null,
    );
    expect(proposal?.metric?.value).toBe("storks-counted");
  });

  test("keeps what is no figure, with the reason", () => {
    const masks = extractFigures(text, { language: "fr", lexicon, reportedOn: null }).flatMap(
      ({ quantity, mask }) =>
        mask ? [`${text.slice(quantity.number.start, quantity.number.end)}: ${mask.reason}`] : [],
    );
    expect(masks).toEqual(["12: a date", "18: a time of day", "30: a time of day"]);
  });
});
