import { describe, expect, test } from "vitest";
import { articleInput, canonicalUrl, longestArticle, slugOfTitle } from "./article";

describe("a slug from a title", () => {
  test("has the words without accents, quotes or capitals", () => {
    expect(slugOfTitle("L’Œuvre d’Éloïse : « 1 500 cigognes »")).toBe("l-oeuvre-d-eloise-1-500-cigognes");
  });

  test("is cut between words at 60 characters, and inside one only where there is no other way", () => {
    const long = slugOfTitle(`${"heron ".repeat(9)}migrations stork`);
    expect(long).toBe("heron-heron-heron-heron-heron-heron-heron-heron-heron");
    expect(slugOfTitle("a".repeat(90))).toBe("a".repeat(60));
  });

  test("is a word of its own where no Latin letter is left", () => {
    expect(slugOfTitle("Лелеки")).toBe("source");
    expect(slugOfTitle("🦩")).toBe("source");
  });
});

describe("a canonical address", () => {
  test("leaves out what follows readers around, the fragment and the last slash", () => {
    expect(canonicalUrl("https://Example.org/storks/?utm_source=x&page=2&fbclid=1#top")).toBe(
      "https://example.org/storks?page=2",
    );
  });

  test("keeps what is no address, and the root", () => {
    expect(canonicalUrl("not an address")).toBe("not an address");
    expect(canonicalUrl("https://example.org/")).toBe("https://example.org/");
  });
});

describe("an article to record", () => {
  const claim = { start: null, end: null, precision: "unknown", basis: "unknown", reasoning: null };
  const card = {
    ...{ title: "Storks", titlePrinted: true, publisher: "gazette", author: null, url: null },
    ...{ archivedUrl: null, published: claim, lang: "en", licenceNote: null },
  };
  const fieldsOf = (text: string, sentenceEnd = text.length) => {
    const guess = { sure: 1, why: "" };
    const proposal = {
      sentence: { start: 0, end: sentenceEnd },
      quantity: {
        number: { start: 0, end: 1 },
        ...{ value: "1", low: null, high: null, comparator: "=", cue: null, unit: null },
        ...{ statistic: "point", per: null },
      },
      ...{ mask: null, claimants: null, period: null, metric: null, subject: null, score: 1, because: [] },
      modality: { value: "claimed", ...guess },
      hearsay: { value: false, ...guess },
    };
    const read = articleInput.safeParse({ card, text, proposals: [proposal], readerVersion: "1" });
    return read.success ? [] : read.error.issues.map((issue) => issue.path[0]);
  };

  test("has a normalised text of a length that can be read, and proposals inside it", () => {
    expect(fieldsOf("1 stork.")).toEqual([]);
    expect(fieldsOf("1 stork.\r\n")).toEqual(["text"]);
    expect(fieldsOf("1".repeat(longestArticle))).toEqual([]);
    expect(fieldsOf("1".repeat(longestArticle + 1))).toEqual(["text"]);
    expect(fieldsOf("1 stork.", 9)).toEqual(["proposals"]);
    expect(fieldsOf("1 stork.", 0)).toEqual(["proposals"]);
  });
});
