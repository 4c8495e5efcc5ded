import { describe, expect, test } from "vitest";
import { normaliseText } from "@/domain/extract/normalise-text";
import { type Locale, locales } from "@/domain/vocabulary";
import { type Passage, readPress } from "./press";

type Label = Passage["figures"][number];

const least: Readonly<Record<Locale, { passages: number; figures: number }>> = {
  fr: { passages: 110, figures: 260 },
  en: { passages: 80, figures: 200 },
};

/** Number words from zero up; what is made of several words is checked by eye. */
const words: Readonly<Record<Locale, readonly string[]>> = {
  fr: "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze".split(" "),
  en: "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(" "),
};

/** What digits alone say; null where the words do not consist of them. */
function digitsOf(number: string, language: Locale): number | null {
  const bare = number.replace(/[\s\u00a0\u202f\u2009+]/g, "");
  if (!/^\d[\d.,]*$/.test(bare)) return null;
  const plain =
    language === "fr" ? bare.replace(/\.(?=\d{3})/g, "").replace(",", ".") : bare.replaceAll(",", "");
  return Number(plain);
}

const isBounded = ({ low, high }: Label) => low !== null && high !== null;

describe.each(locales)("the labels of press-%s", (language) => {
  const passages = readPress(language);
  const labels = passages.flatMap((passage) => passage.figures.map((figure) => ({ passage, figure })));
  const offending = (isWrong: (figure: Label, passage: Passage) => boolean) =>
    labels.filter(({ figure, passage }) => isWrong(figure, passage)).map(({ figure }) => figure);

  test("are many, half of them held back", () => {
    expect(passages.length).toBeGreaterThanOrEqual(least[language].passages);
    expect(labels.length).toBeGreaterThanOrEqual(least[language].figures);
    expect(passages.filter(({ split }) => split === "held")).toHaveLength(passages.length / 2);
    expect(new Set(passages.map(({ text }) => text)).size).toBe(passages.length);
  });

  test("stand in normalised texts, so that offsets count alike", () => {
    expect(passages.filter(({ text }) => normaliseText(text) !== text)).toEqual([]);
  });

  test("are slices of their text, in order, each inside one sentence", () => {
    expect(
      offending(
        ({ number_text, start, end }, { text }) =>
          text.slice(start, end) !== number_text || /[\n;:!?]|[.]\s/.test(number_text),
      ),
    ).toEqual([]);
    for (const { figures } of passages)
      figures.slice(1).forEach((figure, i) => {
        expect(figure.start).toBeGreaterThanOrEqual(figures[i]!.end);
      });
  });

  test("say the value their digits say", () => {
    expect(
      offending(({ number_text, value }) => {
        const digits = digitsOf(number_text, language);
        return digits !== null && digits !== Number(value);
      }),
    ).toEqual([]);
  });

  test("say the value their word says", () => {
    expect(
      offending(({ number_text, value }) => {
        const word = words[language].indexOf(number_text.toLowerCase());
        return word >= 0 && word !== Number(value);
      }),
    ).toEqual([]);
  });

  test("have a value, or a range, or words that are no number", () => {
    expect(
      offending((figure) => {
        if (figure.comparator === "range") return figure.value !== null || !isBounded(figure);
        return isBounded(figure) || (figure.value === null && figure.comparator !== "~");
      }),
    ).toEqual([]);
    expect(offending(({ low, high }) => Number(low ?? 0) > Number(high ?? 0))).toEqual([]);
  });

  test("name claimants whose words stand in the passage", () => {
    expect(
      offending(({ claimant }, { text }) =>
        (claimant ?? "")
          .toLowerCase()
          .split(/[^\p{L}\d]+/u)
          .some((word) => word.length > 3 && !text.toLowerCase().includes(word)),
      ),
    ).toEqual([]);
  });
});
