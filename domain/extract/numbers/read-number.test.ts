import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReadingLanguage } from "../proposal";
import { readNumber } from "./read-number";

const cases: Record<ReadingLanguage, Record<string, string | null>> = {
  fr: {
    "1 500": "1500",
    "1\u00a0500": "1500",
    "1\u202f500": "1500",
    "1\u2009500": "1500",
    "1.500": "1500",
    "1'500": "1500",
    "1’500": "1500",
    "23.000": "23000",
    "1.234.567,89": "1234567.89",
    "2,50": "2.5",
    "4,800": "4.8",
    "6,5 millions": "6500000",
    "2 milliards": "2000000000",
    "1,2M": "1200000",
    "50K": "50000",
    "3 mln": "3000000",
    "trois mille cinq cents": "3500",
    "mille deux cents": "1200",
    "quatre-vingt-dix-sept": "97",
    septante: "70",
    "soixante et onze": "71",
    "dix neuf cent soixante-treize": "1973",
    "un million deux cent mille": "1200000",
    "un million et demi": "1500000",
    "un demi-million": "500000",
    "deux cent virgule trois": "200.3",
    "-1 200": "-1200",
    "moins cinq": "-5",
    "10 00": null,
    "1 5OO": null,
    "cinquante zéro": null,
    "quarante douze": null,
    "vingt un": null,
    "mille un cent": null,
    "soixante et": null,
    "une vingtaine": null,
    "500 km": null,
    "": null,
    "7777777777777777777777777": null,
  },
  en: {
    "1,500": "1500",
    "1 500": "1500",
    "23.000": "23",
    "1,234,567.5": "1234567.5",
    "6.5 million": "6500000",
    "1.2bn": "1200000000",
    "5 thousand": "5000",
    "one hundred and twenty-three thousand": "123000",
    "twenty-one": "21",
    "a hundred": "100",
    "half a million": "500000",
    "two and a half million": "2500000",
    "nine point four": "9.4",
    "twenty twenty": null,
    dozens: null,
    hundred: null,
    "12 13": null,
  },
};

describe.each(["fr", "en"] as const)("in %s", (language) => {
  test.each(Object.entries(cases[language]))("%j is %j", (words, value) => {
    expect(readNumber(words, language)).toBe(value);
  });
});

const separators: Record<ReadingLanguage, { readonly groups: readonly string[]; readonly point: string }> = {
  fr: { groups: ["", " ", "\u00a0", "\u202f", "\u2009", ".", "'", "’"], point: "," },
  en: { groups: ["", " ", "\u00a0", "\u202f", "\u2009", ",", "'", "’"], point: "." },
};

test("every number reads back from every form it is printed in", () => {
  const printed = fc.record({
    language: fc.constantFrom("fr" as const, "en" as const),
    whole: fc.bigInt({ min: 0n, max: 999_999_999_999n }),
    cents: fc.integer({ min: 0, max: 99 }),
    pick: fc.nat(),
  });
  fc.assert(
    fc.property(printed, ({ language, whole, cents, pick }) => {
      const { groups, point } = separators[language];
      const grouped = whole.toString().replace(/\B(?=(\d{3})+$)/g, groups[pick % groups.length]!);
      const fraction = cents.toString().padStart(2, "0");
      expect(readNumber(`${grouped}${point}${fraction}`, language)).toBe(
        cents === 0 ? `${whole}` : `${whole}.${fraction.replace(/0$/, "")}`,
      );
      expect(readNumber(grouped, language)).toBe(`${whole}`);
    }),
  );
});
