import { describe, expect, test } from "vitest";
import { figureInput } from "@/domain/inputs";
import { type Article, figureOfCard, missingOf } from "./figure-of-card";
import { card } from "./reading.fixture";

const text =
  "It rained all night over the estuary and the bay. The harbour office counted 12 drones. They left.";
const article: Article = { slug: "quay-notes", version: 2, text, language: "en", publisher: "quay-gazette" };
const sentence = { start: text.indexOf("The harbour"), end: text.indexOf(" They") };
const number = { start: text.indexOf("12"), end: text.indexOf("12") + 2 };
const make = (change: Partial<typeof card> = {}) =>
  figureOfCard({ card: { ...card, ...change }, sentence, number }, article, "0123abcd");

describe("a card as a figure", () => {
  test("is what the verbs take", () => {
    expect(figureInput.safeParse(make()).error).toBeUndefined();
  });

  test("stands in its sentence with its number, and 32 characters around", () => {
    const [mention] = make()!.mentions;
    expect(mention).toMatchObject({
      source: "quay-notes",
      version: 2,
      sentence: "The harbour office counted 12 drones.",
      numberText: "12",
      readsAs: "12",
      suffix: " They left.",
    });
    expect(mention!.sentence.slice(mention!.numberStart, mention!.numberEnd)).toBe("12");
    expect(mention!.prefix).toHaveLength(32);
    expect(text.startsWith(mention!.prefix + mention!.sentence, mention!.sentenceStart - 32)).toBe(true);
  });

  test("no character is cut in two at the ends of what stands around", () => {
    const emoji = "😀".repeat(40);
    const figure = figureOfCard(
      { card, sentence: { start: 81, end: 84 }, number: { start: 81, end: 83 } },
      { ...article, text: `${emoji} 12 ${emoji}` },
      "0123abcd",
    );
    for (const words of [figure!.mentions[0]!.prefix, figure!.mentions[0]!.suffix])
      expect(words).not.toMatch(/\p{Surrogate}/u);
  });

  test("names who claims it, and its publisher last", () => {
    expect(make()!.mentions[0]!.attribution).toEqual([
      { role: "claimed_by", agent: "harbour-office", asPrinted: "the harbour office" },
      { role: "published_by", agent: "quay-gazette", asPrinted: null },
    ]);
    expect(make()!.unattributed).toBe(false);
  });

  test("says on purpose that nobody is named", () => {
    const figure = make({ attribution: [], unattributed: true })!;
    expect(figure.unattributed).toBe(true);
    expect(figure.mentions[0]!.attribution).toHaveLength(1);
  });
});

describe("what a card lacks", () => {
  test.each([
    [{ metric: null }, ["metric"]],
    [{ unit: null }, ["unit"]],
    [{ attribution: [] }, ["attribution"]],
    [{ attribution: [{ role: "claimed_by", agent: null, asPrinted: "someone" }] }, ["attribution"]],
    [{ attribution: [{ role: "relayed_by", agent: "quay-gazette", asPrinted: null }] }, ["attribution"]],
    [{ value: "1,4" }, ["value"]],
    [{ low: "" }, ["low"]],
    [{ period: { ...card.period, start: "2025-02-31" } }, ["period"]],
    [{ reportedOn: { ...card.reportedOn, basis: "inferred" } }, ["reportedOn"]],
    [{}, []],
    [{ attribution: [], unattributed: true }, []],
  ] as const)("%j lacks %j", (change, missing) => {
    expect(missingOf({ ...card, ...change })).toEqual(missing);
    expect(make(change) === null).toBe(missing.length > 0);
  });
});
