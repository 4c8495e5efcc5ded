import { recognizeNumber, recognizePercentage } from "@microsoft/recognizers-text-number";
import { recognizeDimension } from "@microsoft/recognizers-text-number-with-unit";
import type { Locale } from "@/domain/vocabulary";
import type { Case, Found, Question, Reader } from "../case";

/**
 * Microsoft's recognisers, the best-read of the libraries measured. They take a no-break or thin space for the end of
 * a number, so these are made plain for them, one for one. They know neither what is a figure nor who claims it;
 * where sentences end is asked of `Intl.Segmenter` instead.
 */
export const microsoft: Reader = (case_, question) => ask[question](case_);

const cultures: Readonly<Record<Locale, string>> = { fr: "fr-fr", en: "en-us" };

type Recognise = (query: string, culture: string) => ReturnType<typeof recognizeNumber>;

const recognise =
  (model: Recognise) =>
  ({ text, language }: Case): Found[] =>
    model(text.replace(/[\u00a0\u202f\u2009]/g, " "), cultures[language]).map(
      ({ start, end, resolution }) => ({
        start,
        end: end + 1,
        value: decimalOf(resolution?.value),
      }),
    );

/** "0,2" in French, "20%" of a percentage. */
const decimalOf = (value: unknown) =>
  typeof value === "string" ? value.replace(",", ".").replace(/%$/, "") : null;

const numbers = recognise(recognizeNumber);

const ask: Record<Question, (case_: Case) => Found[]> = {
  figures: numbers,
  numerals: numbers,
  numbers,
  percentages: recognise(recognizePercentage),
  measures: recognise(recognizeDimension),
  whole: (case_) => numbers(case_).filter(({ start, end }) => start === 0 && end === case_.text.length),
  sentences: ({ text, language }) => segments(text, language),
};

const segments = (text: string, language: Locale): Found[] =>
  [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map(({ index, segment }) => ({
    start: index + segment.length - segment.trimStart().length,
    end: index + segment.trimEnd().length,
    value: null,
  }));
