import type { DateClaimInput, FigureInput } from "../inputs";
import { type ContextMetric, emptyContext, type SeriesFigure, type ValidationContext } from "./context";

/** A sound figure of an invented collection, and a context that finds nothing strange in it. */

export const on = (start: string, end = start): DateClaimInput => ({
  start,
  end,
  precision: "day",
  basis: "stated",
  reasoning: null,
});

export const sentence = "Selon le ministère, près de 1\u00a0500 cigognes nichent au marais.";

export type Mention = FigureInput["mentions"][number];

/** A mention of `numberText` in a sentence made for it. */
export const mentionOf = (
  numberText: string,
  readsAs: string | null,
  wish: Partial<Mention> = {},
): Mention => {
  const words = numberText === "1\u00a0500" ? sentence : `On compte ${numberText} cigognes.`;
  const numberStart = words.indexOf(numberText);
  return {
    source: "stork-report",
    ...{ sentence: words, sentenceStart: 0, sentenceEnd: words.length, prefix: "", suffix: "" },
    ...{ numberStart, numberEnd: numberStart + numberText.length, numberText, readsAs },
    ...{ comparator: "~", cue: null },
    attribution: [{ role: "claimed_by", agent: "ministry", asPrinted: "le ministère" }],
    ...wish,
  };
};

/** A mention of `numberText` in row 17 of a dataset, among cells that say when and what. */
export const recordOf = (numberText: string, readsAs: string | null): Mention => {
  const words = `2031-05-04,storks,"${numberText}",marsh`;
  return mentionOf(numberText, readsAs, {
    ...{ source: "stork-table", record: 17, sentence: words, sentenceStart: 310 },
    ...{ sentenceEnd: 310 + words.length, numberStart: 19, numberEnd: 19 + numberText.length },
  });
};

export const figure = (wish: Partial<FigureInput> = {}): FigureInput => ({
  ...{ publicId: "5t0rk001", metric: "storks-nesting", subject: "storks", place: "marsh", unit: "bird" },
  ...{ value: "1500", low: null, high: null, comparator: "~", cue: "près de" },
  ...{ statistic: "point", per: null, modality: "claimed", hearsay: false, rank: "normal" },
  ...{ period: on("2031-05-04"), reportedOn: on("2031-05-05"), supersedes: null, note: null },
  mentions: [mentionOf("1\u00a0500", "1500")],
  ...wish,
});

/** A figure of any value, in words that need no reading. */
export const valued = (value: string, wish: Partial<FigureInput> = {}): FigureInput =>
  figure({ value, mentions: [mentionOf("bon nombre", value)], ...wish });

export const metric: ContextMetric = {
  ...{ slug: "storks-nesting", kind: "stock", group: "supplies", allowedUnits: ["bird"] },
  ...{ plausibleLow: "0", plausibleHigh: "100000" },
};

export const context = (wish: Partial<ValidationContext> = {}): ValidationContext => ({
  ...emptyContext,
  metric,
  languages: { "stork-report": "fr" },
  ...wish,
});

export const other = (
  publicId: string,
  day: string,
  value: string | null,
  wish: Partial<SeriesFigure> = {},
) => ({
  ...{ publicId, value, low: null, high: null, unit: "bird", comparator: "=" as const },
  ...{ statistic: "point" as const, per: null, start: day, end: day },
  ...wish,
});
