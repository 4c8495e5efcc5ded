import type { TimeWindow } from "@/domain/chart/panel";
import { stretchOf } from "@/domain/chart/time";
import type { DateClaim, Day, Figure, Unit } from "@/domain/figure";
import type { FigureInput } from "@/domain/inputs";
import { claimantOf } from "@/domain/validate/check-claimant";
import type { ContextMetric, SeriesFigure, ValidationContext } from "@/domain/validate/context";
import type { AgentKind, Language, PlaceKind } from "@/domain/vocabulary";

/** What the collection holds around an article, as far as the cards need it: its lists, and the figures of a metric. */
export type World = {
  readonly metrics: readonly WorldMetric[];
  readonly agents: readonly WorldAgent[];
  readonly places: readonly { readonly slug: string; readonly name: string; readonly kind: PlaceKind }[];
  readonly units: readonly (Unit & { readonly label: string })[];
};

/** Names are in the language of the desk. */
export type WorldMetric = ContextMetric & { readonly name: string; readonly unit: string };
export type WorldAgent = {
  readonly slug: string;
  readonly name: string;
  readonly kind: AgentKind;
  readonly side: string | null;
  readonly mark: number | null;
};

/** A figure of a metric, as the validator and the small chart need it. `start` and `end` as in `SeriesFigure`. */
export type WorldFigure = SeriesFigure & {
  readonly subject: string | null;
  readonly place: string | null;
  readonly claimant: string | null;
  readonly dated: boolean;
};

export const worldFigureOf = (figure: Figure): WorldFigure | null =>
  inTime(figure, {
    publicId: figure.id,
    value: figure.value,
    low: figure.low,
    high: figure.high,
    unit: figure.unit.slug,
    comparator: figure.comparator,
    statistic: figure.statistic,
    per: figure.per,
    subject: figure.subject?.slug ?? null,
    place: figure.place?.slug ?? null,
    claimant: figure.claimant?.slug ?? null,
  });

/** A figure just taken from the article, beside those of the collection: the next card is held against it too. */
export const worldFigureOfInput = (input: FigureInput): WorldFigure | null =>
  inTime(input, {
    publicId: input.publicId,
    value: input.value,
    low: input.low,
    high: input.high,
    unit: input.unit,
    comparator: input.comparator,
    statistic: input.statistic,
    per: input.per,
    subject: input.subject,
    place: input.place,
    claimant: claimantOf(input),
  });

type Dates = { readonly period: DateClaim; readonly reportedOn: DateClaim };

function inTime(dates: Dates, rest: Omit<WorldFigure, "start" | "end" | "dated">): WorldFigure | null {
  const dated = dates.period.start !== null;
  const { start, end } = dated ? dates.period : dates.reportedOn;
  return start === null ? null : { ...rest, start, end: end ?? start, dated };
}

/** What the validator needs around a figure. Repeated sentences and comparisons drawn by texts only the server knows. */
export function contextOf(
  input: FigureInput,
  world: World,
  figures: readonly WorldFigure[],
  source: { readonly slug: string; readonly language: Language },
): ValidationContext {
  const claimant = claimantOf(input);
  const dated = input.period.start !== null;
  return {
    metric: world.metrics.find(({ slug }) => slug === input.metric) ?? null,
    languages: { [source.slug]: source.language },
    addresses: {}, // asked of rows of datasets alone, and an article has none
    records: "held",
    sides: Object.fromEntries(world.agents.map(({ slug, side }) => [slug, side])),
    series: figures.filter(
      (one) =>
        one.publicId !== input.publicId &&
        one.dated === dated &&
        one.subject === input.subject &&
        one.place === input.place &&
        one.claimant === claimant,
    ),
    repeated: [],
    checks: [],
  };
}

/** When a figure of the world is, for drawing. */
export const stretchOfDays = (start: Day, end: Day): TimeWindow | null =>
  stretchOf({ start, end, precision: "day", basis: "stated", reasoning: null });
