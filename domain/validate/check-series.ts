import type { FigureInput } from "../inputs";
import { claimantOf } from "./check-claimant";
import type { SeriesFigure, ValidationContext } from "./context";
import { compareDecimals, farFromMedian, sameDecimal } from "./decimals";
import { type Finding, finding } from "./finding";

type Level = Pick<SeriesFigure, "value" | "low" | "high">;
const levelOf = ({ value, low, high }: Level) => value ?? low ?? high;
type Numbered = SeriesFigure & { readonly level: string };

/** Holds a figure against the others of its series: same metric, subject, place and claimant. */
export function checkSeries(input: FigureInput, { series }: ValidationContext): Finding[] {
  const start = input.period.start ?? input.reportedOn.start;
  if (start === null) return [];
  const end = (input.period.start === null ? input.reportedOn.end : input.period.end) ?? start;
  const alike = series.filter((one) => one.unit === input.unit && one.per === input.per);
  const together = alike.filter((one) => one.start === start && one.end === end);
  const same = alike.filter((one) => one.statistic === input.statistic);
  const earlier = numbered(same.filter((one) => one.end < start)).sort((a, b) => order(a.end, b.end));
  const later = numbered(same.filter((one) => one.start > end)).sort((a, b) => order(a.start, b.start));
  return [
    ...checkSameClaim(input, together),
    ...checkNeighbours(input, earlier),
    ...checkTotal(input, earlier.at(-1), later[0]),
  ];
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const numbered = (figures: readonly SeriesFigure[]): Numbered[] =>
  figures.flatMap((one) => {
    const level = levelOf(one);
    return level === null ? [] : [{ ...one, level }];
  });

function checkSameClaim(input: FigureInput, together: readonly SeriesFigure[]): Finding[] {
  const same = (one: SeriesFigure) =>
    (["value", "low", "high"] as const).every((f) => sameDecimal(one[f], input[f]));
  const twin = together.find(same);
  if (twin !== undefined) return [finding("duplicate", "value", { figure: twin.publicId })];
  if (claimantOf(input) === null) return []; // nobody in particular contradicts nobody
  const other = together.find(
    (one) => one.statistic === input.statistic && one.publicId !== input.supersedes,
  );
  if (other === undefined) return [];
  return [finding("contradicts_claimant", "value", { figure: other.publicId, value: levelOf(other) })];
}

function checkNeighbours(input: FigureInput, earlier: readonly Numbered[]): Finding[] {
  const level = levelOf(input);
  const last = earlier.slice(-3);
  if (level === null || last.length === 0) return [];
  const levels = last.map((one) => one.level);
  if (!farFromMedian(level, levels, 5n)) return [];
  return [
    finding("far_from_neighbours", "value", {
      value: level,
      levels,
      figures: last.map((one) => one.publicId),
    }),
  ];
}

function checkTotal(
  input: FigureInput,
  before: Numbered | undefined,
  after: Numbered | undefined,
): Finding[] {
  const level = levelOf(input);
  if (input.statistic !== "cumulative" || level === null) return [];
  const found: Finding[] = [];
  if (before !== undefined && compareDecimals(level, before.level) < 0)
    found.push(finding("below_earlier_total", "value", { figure: before.publicId, value: before.level }));
  if (after !== undefined && compareDecimals(level, after.level) > 0)
    found.push(finding("above_later_total", "value", { figure: after.publicId, value: after.level }));
  return found;
}
