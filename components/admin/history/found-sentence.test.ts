import { describe, expect, test } from "vitest";
import { figure, recordOf } from "@/domain/validate/figure.fixture";
import { articleIn, withSentence } from "./found-sentence";

const text = "Rien.\n\nOn compte 1\u00a0500 cigognes au marais. Rien de plus.";
const article = { slug: "stork-report", version: 3, text, lang: "fr" as const };
const row = figure({ mentions: [recordOf("1500", "1500")] });

describe("the sentence found for a row", () => {
  test("goes before the row, with its number read as the text has it", () => {
    const found = withSentence(row, article, " On compte 1\u00a0500 cigognes au marais. ", "1\u00a0500");
    expect(found?.mentions).toHaveLength(2);
    const [sentence, record] = found!.mentions;
    expect(record).toEqual(row.mentions[0]);
    expect(sentence).toMatchObject({
      ...{ source: "stork-report", version: 3, sentence: "On compte 1\u00a0500 cigognes au marais." },
      ...{ sentenceStart: 7, numberText: "1\u00a0500", readsAs: "1500" },
    });
    expect(sentence!.sentence.slice(sentence!.numberStart, sentence!.numberEnd)).toBe("1\u00a0500");
    expect(sentence).not.toHaveProperty("record");
  });

  test.each([
    ["words the text does not hold", "On compte 1\u00a0600 cigognes.", "1\u00a0600"],
    ["a number the sentence does not hold", "Rien de plus.", "1\u00a0500"],
    ["no sentence", " ", "1\u00a0500"],
    ["no number", "Rien de plus.", ""],
  ])("is not %s", (_, sentence, number) => {
    expect(withSentence(row, article, sentence, number)).toBeNull();
  });

  test.each([
    "stork-report",
    "/admin/sources/stork-report",
    "https://desk.example/admin/sources/stork-report/?known=1#x",
  ])("stands in the article named by %j", (typed) => {
    expect(articleIn(typed)).toBe("stork-report");
  });
});
