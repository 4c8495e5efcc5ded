import type { DateClaimInput, FigureInput } from "../inputs";
import type { ImportField, NumberSpot, RowContent } from "./row";

// PROVISIONAL: replaced at merge by branch map
export type Stand = Pick<
  FigureInput["mentions"][number],
  "source" | "version" | "record" | "sentence" | "sentenceStart" | "prefix" | "suffix"
> & { readonly spot: NumberSpot };

const date = (start: string | null, end: string | null, precision: string | null): DateClaimInput => ({
  start,
  end: end ?? start,
  precision: start === null ? "unknown" : ((precision ?? "day") as "day"),
  basis: start === null ? "unknown" : "stated",
  reasoning: null,
});

export function figureOfContent(content: RowContent, publicId: string, stand: Stand): FigureInput {
  const at = (field: ImportField) => content[field] ?? null;
  const { spot, ...place } = stand;
  const { numberStart, numberEnd, numberText, readsAs } = spot;
  const claimant = at("claimant");
  const comparator = (at("comparator") ?? "=") as "=";
  const none = claimant === null || claimant === "unattributed";
  return {
    publicId,
    metric: at("metric")!,
    subject: at("subject"),
    place: at("place"),
    ...{ value: at("value"), low: at("low"), high: at("high"), unit: at("unit") ?? "bird" },
    ...{ comparator, cue: at("cue"), statistic: (at("statistic") ?? "point") as "point", per: null },
    modality: "claimed",
    hearsay: false,
    period: date(at("period_start"), at("period_end"), at("period_precision")),
    reportedOn: date(at("reported_on"), null, null),
    rank: "normal",
    supersedes: null,
    note: at("note") === null ? null : { fr: at("note")!, en: at("note")! },
    ...(none ? { unattributed: true } : {}),
    mentions: [
      {
        ...place,
        sentenceEnd: place.sentenceStart + place.sentence.length,
        ...{ numberStart, numberEnd, numberText, readsAs, comparator, cue: at("cue") },
        attribution: none ? [] : [{ role: "claimed_by", agent: claimant, asPrinted: null }],
      },
    ],
  };
}

export function withContent(figure: FigureInput, changes: RowContent): FigureInput {
  const take = <T>(field: ImportField, old: T): T => (field in changes ? (changes[field] as T) : old);
  const value = take("value", figure.value);
  return {
    ...figure,
    value,
    low: take("low", figure.low),
    high: take("high", figure.high),
    comparator: take("comparator", figure.comparator),
    note:
      "note" in changes
        ? changes.note == null
          ? null
          : { fr: changes.note, en: changes.note }
        : figure.note,
    mentions: figure.mentions.map((mention, index) =>
      index > 0 ? mention : { ...mention, comparator: take("comparator", mention.comparator) },
    ),
  };
}
