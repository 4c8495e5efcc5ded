import { describe, expect, test } from "vitest";
import { figure, mentionOf, on } from "@/domain/validate/figure.fixture";
import { type Field, fieldLabel, fieldWords, headlineOf, tellingIn } from "./telling";

const both = (words: string) => ({ fr: words, en: words });
const names = {
  metrics: { "storks-nesting": { fr: "Cigognes au nid", en: "Storks nesting" } },
  agents: { ministry: { fr: "le ministère", en: "Ministry" }, gazette: both("Gazette") },
  places: { marsh: { fr: "le marais", en: "the marsh" } },
  units: { bird: { slug: "bird", name: both("birds"), symbol: both("birds") } },
  sources: { "stork-report": { title: "Les cigognes", lang: "fr" as const, url: null, headers: {} } },
};
const en = tellingIn("en", names);
const fr = tellingIn("fr", names);

describe("a figure in words", () => {
  test("is what is measured and how much, never without its bound", () => {
    expect(headlineOf(figure(), en)).toBe("Storks nesting: about 1,500\u00a0birds");
    expect(headlineOf(figure(), fr)).toMatch(/^Cigognes au nid\u00a0: .*1\u202f500\u00a0birds$/);
    const wordsOnly = figure({ value: null, comparator: "=" });
    expect(headlineOf(wordsOnly, en)).toBe("Storks nesting: no number");
  });

  test("tells every field, in both languages, and none by its slug or its key", () => {
    const whole = figure({
      ...{ low: "1400.5", high: "1600", per: "day", note: both("A note"), supersedes: "5t0rk002" },
      period: {
        ...on("2031-05-01", "2031-05-31"),
        precision: "month",
        basis: "inferred",
        reasoning: both("No day."),
      },
      unattributed: false,
    });
    for (const telling of [en, fr])
      for (const field of Object.keys(whole).filter((one) => one !== "publicId") as Field[]) {
        expect(fieldLabel(field, telling), field).toBeTruthy();
        expect(fieldWords(field, whole, telling), field).not.toMatch(/undefined|null|_|storks-nesting/);
      }
    expect(fieldWords("low", whole, fr)).toBe("1400,5");
    expect(fieldWords("period", whole, en)).toBe("May 2031 (inferred). No day.");
  });

  test("says so where there is nothing, and keeps the slug of what has no name", () => {
    const bare = figure({ place: null, subject: "nobody-knows", cue: null, per: null });
    expect([fieldWords("place", bare, en), fieldWords("cue", bare, en), fieldWords("per", bare, en)]).toEqual(
      ["–", "–", "–"],
    );
    expect(fieldWords("subject", bare, en)).toBe("nobody-knows");
  });

  test("tells two mentions apart by who speaks in them", () => {
    const attribution = [{ role: "claimed_by" as const, agent: "gazette", asPrinted: null }];
    const told = (mention: Parameters<typeof mentionOf>[2]) =>
      fieldWords("mentions", figure({ mentions: [mentionOf("1\u00a0500", "1500", mention)] }), en);
    expect(told({})).toBe("“1\u00a0500”, about, claimed by Ministry (le ministère)");
    expect(told({ attribution })).toBe("“1\u00a0500”, about, claimed by Gazette");
  });
});
