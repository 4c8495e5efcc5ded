import type { Anchor, DateClaim, FigureWithMentions } from "@/domain/figure";
import type { DateClaimInput, FigureInput } from "@/domain/inputs";

/** Whether a published figure says exactly what its seed says, word for word and date for date. */
export const sameFigure = (published: FigureWithMentions, seed: FigureInput): boolean =>
  JSON.stringify(factsOfPublished(published)) === JSON.stringify(factsOfSeed(seed));

function factsOfSeed(seed: FigureInput): unknown {
  const { value, low, high, comparator, cue, statistic, per, modality, hearsay, rank, note } = seed;
  return [
    [seed.metric, seed.subject, seed.place, seed.unit, seed.supersedes],
    [value, low, high, comparator, cue, statistic, per, modality, hearsay, rank, note?.fr, note?.en],
    [date(seed.period), date(seed.reportedOn)],
    seed.mentions.map((mention) => [
      words({ ...mention, sourceSlug: mention.source }),
      mention.attribution.map(({ role, agent, asPrinted }) => [role, agent, asPrinted]),
    ]),
  ];
}

function factsOfPublished(figure: FigureWithMentions): unknown {
  const { value, low, high, comparator, cue, statistic, per, modality, hearsay, rank, note } = figure;
  return [
    [
      figure.metric.slug,
      figure.subject?.slug ?? null,
      figure.place?.slug ?? null,
      figure.unit.slug,
      figure.supersedes,
    ],
    [value, low, high, comparator, cue, statistic, per, modality, hearsay, rank, note?.fr, note?.en],
    [date(figure.period), date(figure.reportedOn)],
    figure.mentions.map((mention) => [
      words(mention),
      mention.attribution.map(({ role, agent, asPrinted }) => [role, agent.slug, asPrinted]),
    ]),
  ];
}

/** A date without an end is its start. */
const date = ({ start, end, precision, basis, reasoning }: DateClaim | DateClaimInput) => [
  start,
  end ?? start,
  precision,
  basis,
  reasoning?.fr,
  reasoning?.en,
];

type Words = Pick<Anchor, "sourceSlug" | "sentence" | "numberStart" | "numberEnd" | "comparator" | "cue">;
const words = ({ sourceSlug, sentence, numberStart, numberEnd, comparator, cue }: Words) => [
  sourceSlug,
  sentence,
  numberStart,
  numberEnd,
  comparator,
  cue,
];
