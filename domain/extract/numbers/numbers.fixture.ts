import type { Lexicon, ReadingContext, ReadingLanguage } from "../proposal";
import type { QuantityReading } from "./read-quantities";
import { readQuantities } from "./read-quantities";
import { defaultThreshold } from "./score";

/** The units of a small collection, by their plural names as a collection has them. */
const specimenUnits: Lexicon = {
  agents: [
    { slug: "france-24", name: { fr: "France 24", en: "France 24" }, names: ["France 24"], side: null },
  ],
  metrics: [],
  places: [],
  dayCounters: [],
  units: [
    { slug: "km2", names: ["kilomètres carrés", "square kilometres", "km²"] },
    { slug: "village", names: ["villages"] },
    { slug: "locality", names: ["localités", "localities"] },
    { slug: "soldier", names: ["soldats", "soldiers"] },
    { slug: "drone", names: ["drones"] },
    { slug: "percent", names: ["pour cent", "per cent", "%"] },
  ],
};

export const contextIn = (language: ReadingLanguage): ReadingContext => ({
  language,
  lexicon: specimenUnits,
  reportedOn: null,
});

/** Every number of a text taken as one sentence. */
export const readIn = (language: ReadingLanguage, text: string): QuantityReading[] =>
  readQuantities(text, { start: 0, end: text.length }, contextIn(language));

/** The figures proposed, each as one short line: number, comparator, value or bounds, unit, and what more is said. */
export function figuresIn(language: ReadingLanguage, text: string): string[] {
  return readIn(language, text)
    .filter(({ mask, score }) => mask === null && score >= defaultThreshold)
    .map(({ quantity: q }) =>
      [
        `${text.slice(q.number.start, q.number.end)}:`,
        q.comparator,
        q.value ?? (q.low === null && q.high === null ? "words" : `${q.low ?? ""}..${q.high ?? ""}`),
        q.unit?.slug ?? q.unit?.words ?? "none",
        ...(q.statistic === "point" ? [] : [q.statistic]),
        ...(q.per === null ? [] : [`per ${q.per}`]),
      ].join(" "),
    );
}

/** The masked numbers, each with the rule that masks it. */
export const masksIn = (language: ReadingLanguage, text: string): string[] =>
  readIn(language, text)
    .filter(({ mask }) => mask !== null)
    .map(({ quantity: { number }, mask }) => `${text.slice(number.start, number.end)}: ${mask?.rule}`);
