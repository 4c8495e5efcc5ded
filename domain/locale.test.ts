import { describe, expect, test } from "vitest";
import { isLocale, otherLocale, preferredLocale } from "./locale";

describe("a reader is greeted", () => {
  test.each([
    ["fr", "fr"],
    ["en", "en"],
    ["fr-CA", "fr"],
    ["FR-ch", "fr"],
    ["en-GB,en;q=0.9,fr;q=0.8", "en"],
    ["fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7", "fr"],
    ["de,fr;q=0.5,en;q=0.3", "fr"],
    ["de-AT,uk;q=0.9,fr;q=0.1", "fr"],
    ["en;q=0.4,fr;q=0.5", "fr"],
    ["en;q=0.5,fr;q=0.500", "en"],
    ["fr;q=1.0,en", "fr"],
    ["en;q=0.999,fr;q=1", "fr"],
  ])("in the language they rank highest of ours: %s", (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });

  test.each([
    ["en;q=0.1 , fr ; q=0.9", "fr"],
    ["  fr;q=0.9,\ten;q=0.8", "fr"],
    ["fr;level=1;q=0.2,en;q=0.3", "en"],
  ])("whatever spaces and parameters are written: %j", (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });

  test.each(["fr;q=0", "fr;q=0.000", "fr;q=0,de", "fr;q=0,*"])("never in one they refuse: %s", (header) => {
    expect(preferredLocale(header)).toBe("en");
  });

  test.each([null, "", "*", "de", "de,it;q=0.5", ",,,", ";q=1", "fra", "french", "🦩", "q=1", "<script>"])(
    "in English where nothing of ours is asked for: %s",
    (header) => {
      expect(preferredLocale(header)).toBe("en");
    },
  );

  test("at once, however long the header", () => {
    expect(preferredLocale("de,".repeat(100_000))).toBe("en");
    expect(preferredLocale(`fr,${"de;q=0.1,".repeat(100_000)}`)).toBe("fr");
  });
});

test("there are two languages, and each has the other", () => {
  expect(otherLocale("fr")).toBe("en");
  expect(otherLocale("en")).toBe("fr");
  expect(["fr", "en", "de", "FR", "", null, undefined, 7].map(isLocale)).toEqual([
    true,
    true,
    ...Array(6).fill(false),
  ]);
});
