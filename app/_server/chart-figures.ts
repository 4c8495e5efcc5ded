import { currentState } from "@/db/queries/current-state";
import {
  type ChartFigures,
  listChartFigures,
  type Outline,
  pageOutline,
} from "@/db/queries/list-chart-figures";
import { listReportDays, type Reports } from "@/db/queries/list-report-days";
import { BoundedCache } from "@/domain/bounded-cache";
import { type ChartView, inSight } from "@/domain/chart-view";
import type { Figure } from "@/domain/figure";
import { type FigureQuery, writeFigureQuery } from "@/domain/figure-query";
import { reader } from "./database";

type Found = ReadonlyMap<string, ChartFigures>;

/** What the figures remembered of all queries together may weigh, in bytes. */
const MOST_BYTES = 60_000_000;

/** What a figure weighs, roughly: its sentence, two bytes a letter, and all the rest of it. */
const weightOf = ({ anchor }: Figure): number => 2500 + 2 * anchor.sentence.length;

const shared = globalThis as { verbatimChartFigures?: BoundedCache<Found> };

/**
 * What the charts of a query are drawn from. Remembered by the state of the whole database, the revision and the query:
 * any write gives it a new name, so that nothing old is ever found again.
 */
export async function chartFigures(
  query: FigureQuery,
  revision: number,
  outline: Outline,
  ghosts = false,
  { hide = [], keep = [] }: { hide?: readonly string[]; keep?: readonly string[] } = {},
): Promise<Found> {
  shared.verbatimChartFigures ??= new BoundedCache(MOST_BYTES);
  const db = await reader();
  const key = [
    await currentState(db),
    revision,
    ghosts,
    hide,
    keep,
    JSON.stringify(outline),
    writeFigureQuery(query),
  ].join(" ");
  const known = shared.verbatimChartFigures.get(key);
  if (known) return known;
  const found = await listChartFigures(db, query, revision, outline, { ghosts, hide, keep });
  let weight = 500;
  for (const { figures } of found.values()) for (const figure of figures) weight += weightOf(figure);
  shared.verbatimChartFigures.set(key, found, weight);
  return found;
}

const remembered = globalThis as { verbatimReportDays?: BoundedCache<Reports> };

/** The days of reports of a query, remembered in the same way. */
export async function reportDays(query: FigureQuery, revision: number): Promise<Reports> {
  remembered.verbatimReportDays ??= new BoundedCache(MOST_DAYS);
  const db = await reader();
  const { known_on: _chosen, ...rest } = query;
  const key = [await currentState(db), revision, writeFigureQuery(rest)].join(" ");
  const known = remembered.verbatimReportDays.get(key);
  if (known) return known;
  const found = await listReportDays(db, rest, revision);
  remembered.verbatimReportDays.set(key, found, found.days.length + 1);
  return found;
}

const MOST_DAYS = 100_000;

/**
 * The figures of one metric as a view has them in sight, all there is to choose from, and how many rows its table has.
 * `point` is a figure the outline of a dense metric must hold, if it is one the query finds.
 */
export async function metricInView(
  slug: string,
  query: FigureQuery,
  revision: number,
  view: ChartView,
  point: string | null = null,
) {
  const ask = async (hide: readonly string[], keep: readonly string[] = []) => {
    const found = await chartFigures({ ...query, metric: slug }, revision, pageOutline, view.ghosts, {
      hide,
      keep,
    });
    return found.get(slug) ?? nothing;
  };
  const all = await ask([]);
  // Of a dense metric the outline without what is hidden is another outline; of a sparse one it is a part.
  let seen = all.population ? await ask(view.hide) : { ...all, figures: inSight(all.figures, view) };
  if (seen.population && point && isId(point) && !seen.figures.some(({ id }) => id === point))
    seen = await ask(view.hide, [point]);
  return { ...seen, choices: all.figures, rows: rowsIn(all, query) };
}

/** What a picture of one metric is drawn from: of a dense one the outline, with the figure meant in it. */
export async function metricPictured(
  slug: string,
  query: FigureQuery,
  revision: number,
  outline: Outline,
  point: string | undefined,
): Promise<ChartFigures> {
  const keep = point !== undefined && isId(point) ? [point] : [];
  const found = await chartFigures({ ...query, metric: slug }, revision, outline, false, { keep });
  return found.get(slug) ?? nothing;
}

/** The same of some claimants alone; of all where none is named. */
export async function metricAmong(
  slug: string,
  query: FigureQuery,
  revision: number,
  view: ChartView,
  claimants: readonly string[],
) {
  if (claimants.length === 0) return metricInView(slug, query, revision, view);
  const found = await chartFigures({ ...query, metric: slug }, revision, pageOutline, view.ghosts);
  const { figures, population } = found.get(slug) ?? nothing;
  const all = population
    ? Object.keys(population.byClaimant)
    : new Set(figures.map(({ claimant }) => claimant?.slug ?? ""));
  const others = [...all].filter((one) => !claimants.includes(one)).map((one) => `claimant:${one}`);
  return metricInView(slug, query, revision, { ...view, hide: [...view.hide, ...others] });
}

const nothing: ChartFigures = { figures: [], population: null };
/** Anything else finds nothing: no name of it is worth an entry among what is remembered. */
const isId = (text: string) => /^[0-9a-hjkmnp-tv-z]{8}$/.test(text);

/** How many rows the downloads of a query have: of what was retracted none, unless it is asked for, though a chart may mark it. */
export function rowsIn({ figures, population }: ChartFigures = nothing, { status }: FigureQuery): number {
  if (population) return population.total - (status === undefined ? population.retracted : 0);
  return status === undefined ? figures.filter((one) => one.status === "published").length : figures.length;
}
