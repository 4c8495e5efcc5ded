import type { FigureInput } from "../inputs";
import type { SeriesFigure } from "./context";

/** A figure in the book. */
export type BookedFigure = SeriesFigure & {
  /** Whether its days are those of its period; of its report where the period is not known. */
  readonly dated: boolean;
};

type Line = { readonly byEnd: BookedFigure[]; readonly byStart: BookedFigure[]; sorted: boolean };
type Series = { readonly lines: Map<string, Line>; readonly days: Map<string, BookedFigure[]> };

/** As many as the rules ever ask about. */
const [mostBefore, mostAfter, mostTogether] = [3, 1, 20];

/**
 * Figures by series, each in the order of time, so that what surrounds one of thousands is found in few steps: the
 * same three before, one after and those of the very same days that `findValidationContext` asks the database for.
 * Figures count as written in the order they are put in.
 */
export class SeriesBook {
  readonly #series = new Map<string, Series>();

  /** @param name whatever tells series apart: metric, subject, place and claimant */
  put(name: string, figure: BookedFigure): void {
    const key = `${name}${figure.dated ? "" : "|reported"}`;
    const series = this.#series.get(key) ?? { lines: new Map(), days: new Map() };
    this.#series.set(key, series);
    const line = series.lines.get(lineOf(figure)) ?? { byEnd: [], byStart: [], sorted: true };
    series.lines.set(lineOf(figure), line);
    line.byEnd.push(figure);
    line.byStart.push(figure);
    line.sorted = false;
    const days = `${figure.start}/${figure.end}`;
    const together = series.days.get(days);
    if (together === undefined) series.days.set(days, [figure]);
    else together.push(figure);
  }

  /** What stands near a figure in its series, itself left out; as rows of `ValidationContext`. */
  around(name: string, figure: BookedFigure): SeriesFigure[] {
    const series = this.#series.get(`${name}${figure.dated ? "" : "|reported"}`);
    if (series === undefined) return [];
    const line = series.lines.get(lineOf(figure));
    const together = series.days.get(`${figure.start}/${figure.end}`) ?? [];
    const near = line === undefined ? [] : [...before(sorted(line), figure), ...after(sorted(line), figure)];
    return [...near, ...others(together, figure, mostTogether)].map(({ dated: _, ...one }) => one);
  }
}

const lineOf = ({ statistic, unit }: BookedFigure) => `${statistic}|${unit}`;

/** Sorting is stable, so those of one day stay as written. */
function sorted(line: Line): Line {
  if (line.sorted) return line;
  line.byEnd.sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
  line.byStart.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  line.sorted = true;
  return line;
}

function before({ byEnd }: Line, figure: BookedFigure): BookedFigure[] {
  const found: BookedFigure[] = [];
  for (let at = firstWhere(byEnd, (one) => one.end >= figure.start) - 1; at >= 0; at--) {
    if (byEnd[at]!.publicId !== figure.publicId) found.push(byEnd[at]!);
    if (found.length === mostBefore) break;
  }
  return found;
}

function after({ byStart }: Line, figure: BookedFigure): BookedFigure[] {
  const from = firstWhere(byStart, (one) => one.start > figure.end);
  return others(byStart.slice(from, from + mostAfter + 2), figure, mostAfter);
}

function others(figures: readonly BookedFigure[], { publicId }: BookedFigure, most: number): BookedFigure[] {
  const found: BookedFigure[] = [];
  for (const one of figures) {
    if (one.publicId !== publicId) found.push(one);
    if (found.length === most) break;
  }
  return found;
}

/** Index of the first for which the test holds, in a list where it holds for all that follow. */
function firstWhere(figures: readonly BookedFigure[], holds: (one: BookedFigure) => boolean): number {
  let [low, high] = [0, figures.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(figures[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A figure as the book keeps it; null where no day is known, or it is deprecated and counts for nothing. */
export function bookedFigure(input: FigureInput): BookedFigure | null {
  const dated = input.period.start !== null;
  const { start, end } = dated ? input.period : input.reportedOn;
  if (start === null) return null;
  const { publicId, value, low, high, unit, comparator, statistic, per } = input;
  return { publicId, value, low, high, unit, comparator, statistic, per, dated, start, end: end ?? start };
}
