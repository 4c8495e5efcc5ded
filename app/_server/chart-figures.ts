import { metricStates } from "@/db/queries/current-state";
import {
  type ChartFigures,
  cardOutline,
  listChartFigures,
  pageOutline,
} from "@/db/queries/list-chart-figures";
import type { Outline } from "@/db/queries/read-outline";
import { BoundedCache, entryBytes } from "@/domain/bounded-cache";
import { type ChartView, inSight } from "@/domain/chart-view";
import type { Figure, Metric } from "@/domain/figure";
import { type FigureQuery, unattributed } from "@/domain/figure-query";
import { reader } from "./database";
import { fewMetrics } from "./figure-counts";
import { figuresState, namedBy } from "./figures-state";
import { rememberedFigures, weightOf } from "./remembered-figures";

type Found = ReadonlyMap<string, ChartFigures>;

/** What is remembered of all queries together may weigh so many bytes, figures that are remembered one by one besides. */
const MOST_BYTES = 60_000_000;

const shared = globalThis as { verbatimChartFigures?: BoundedCache<Found> };

type Options = {
  readonly ghosts: boolean;
  readonly hide: readonly string[];
  readonly keep: readonly string[];
};
const plain: Options = { ghosts: false, hide: [], keep: [] };

/** What is remembered of charts, in every copy of this module within the process. */
const shelf = (): BoundedCache<Found> => {
  shared.verbatimChartFigures ??= new BoundedCache(MOST_BYTES);
  return shared.verbatimChartFigures;
};

const keyOf = (state: string, outline: Outline, { ghosts, hide, keep }: Options): string =>
  JSON.stringify([state, ghosts, hide, keep, outline]);

function shelve(key: string, found: Found): Found {
  let weight = entryBytes(key) + 250;
  for (const { figures } of found.values()) for (const figure of figures) weight += weightOf(figure);
  shelf().set(key, found, weight);
  return found;
}

/** What the charts of a query are drawn from, remembered. */
export async function chartFigures(
  query: FigureQuery,
  revision: number,
  outline: Outline,
  ghosts = false,
  { hide = [], keep = [] }: { hide?: readonly string[]; keep?: readonly string[] } = {},
): Promise<Found> {
  const db = await reader();
  const options = { ghosts, hide, keep };
  const key = keyOf(await figuresState(db, query, revision), outline, options);
  const look = async () =>
    listChartFigures(db, query, revision, outline, options, await rememberedFigures(db));
  return shelf().get(key) ?? shelve(key, await look());
}

/**
 * The figures of one metric as a view has them in sight, all there is to choose from, and how many rows its table has.
 * `point` is a figure the outline of a dense metric must hold, if it is one the query finds.
 */
export async function metricInView(
  slug: string,
  query: FigureQuery,
  revision: number,
  view: ChartView,
  point?: string | null,
  outline: Outline = pageOutline,
) {
  const ask = async (hide: readonly string[], keep: readonly string[] = []) => {
    const found = await chartFigures({ ...query, metric: slug }, revision, outline, view.ghosts, {
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

/** The same of some claimants alone; of all where none is named. */
export async function metricAmong(
  slug: string,
  query: FigureQuery,
  revision: number,
  view: ChartView,
  claimants: readonly string[],
  outline = pageOutline,
) {
  if (claimants.length === 0) return metricInView(slug, query, revision, view, undefined, outline);
  const found = await chartFigures({ ...query, metric: slug }, revision, outline, view.ghosts);
  const { figures, population } = found.get(slug) ?? nothing;
  const all = population
    ? Object.keys(population.byClaimant)
    : new Set(figures.map(({ claimant }) => claimant?.slug ?? ""));
  const others = [...all].filter((one) => !claimants.includes(one)).map((one) => `claimant:${one}`);
  const hide = [...view.hide, ...others];
  return metricInView(slug, query, revision, { ...view, hide }, undefined, outline);
}

const nothing: ChartFigures = { figures: [], population: null };

/** So many metrics have a card where all are shown, with so many figures to draw; of more there are links. */
const mostCards = 24;
const mostOnCards = 3000;

/** Those that have a figure, in two: as many as there are cards for, and the others. */
export function withCards(metrics: readonly Metric[], counts: ReadonlyMap<string, number>) {
  const filled = metrics.filter(({ slug }) => counts.has(slug));
  let drawn = 0;
  const from = filled.findIndex(({ slug }, index) => {
    drawn += Math.min(counts.get(slug) ?? 0, cardOutline.most);
    return index === mostCards || (drawn > mostOnCards && index > 0);
  });
  return from < 0 ? { shown: filled, more: [] } : { shown: filled.slice(0, from), more: filled.slice(from) };
}

/** So many figures of all metrics are looked through at once; of more each metric is asked for by itself. */
const mostAtOnce = 20_000;

/**
 * What the cards of several metrics are drawn from, where a query finds `counts`. Each is remembered by itself: a publish
 * in one metric leaves the other cards as they are. What is missing is looked for at once, or by metric where that would
 * be to look through much for little.
 */
export async function cardFigures(
  query: FigureQuery,
  revision: number,
  counts: ReadonlyMap<string, number>,
  slugs: readonly string[],
  ghosts: boolean,
): Promise<Found> {
  const db = await reader();
  const options = { ...plain, ghosts };
  const states = await metricStates(db, revision);
  const keyFor = (metric: string) =>
    keyOf(namedBy(states.get(metric) ?? "", { ...query, metric }), cardOutline, options);
  const missing = slugs.filter((slug) => shelf().get(keyFor(slug)) === undefined);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const together = missing.length > fewMetrics && all <= mostAtOnce;
  const remembered = await rememberedFigures(db);
  const listOf = (asked: FigureQuery) =>
    listChartFigures(db, asked, revision, cardOutline, options, remembered);
  const found = together ? await listOf(query) : null;
  const cards = new Map<string, ChartFigures>();
  for (const metric of slugs) {
    const key = keyFor(metric);
    const look = async () => only(metric, found ?? (await listOf({ ...query, metric })));
    const card = shelf().get(key) ?? shelve(key, await look());
    for (const [slug, figures] of card) cards.set(slug, figures);
  }
  return cards;
}

const only = (metric: string, found: Found): Found => {
  const figures = found.get(metric);
  return new Map(figures === undefined ? [] : [[metric, figures]]);
};

/**
 * What the chart on a figure's own page is drawn from: the outline of its metric, the figure and, where its claimant is
 * one of too many, that claimant's figures in it.
 */
export async function seriesAround(figure: Figure, revision: number): Promise<ChartFigures> {
  const { slug } = figure.metric;
  const ask = async (more: FigureQuery) =>
    (await chartFigures({ metric: slug, ...more }, revision, cardOutline)).get(slug) ?? nothing;
  const around = await ask({});
  const { population } = around;
  if (population === null || figure.status !== "published") return around;
  const claimant = figure.claimant?.slug ?? null;
  const isLeft = population.left.some((one) => one.slug === claimant);
  const theirs = isLeft ? (await ask({ claimant: claimant ?? unattributed })).figures : [];
  const figures = new Map([...around.figures, ...theirs, figure].map((one) => [one.id, one]));
  const left = population.left.filter((one) => one.slug !== claimant);
  return { figures: [...figures.values()], population: { ...population, left } };
}

/** Anything else finds nothing: no name of it is worth an entry among what is remembered. */
const isId = (text: string) => /^[0-9a-hjkmnp-tv-z]{8}$/.test(text);

/** How many rows the downloads of a query have: of what was retracted none, unless it is asked for, though a chart may mark it. */
export function rowsIn({ figures, population }: ChartFigures = nothing, { status }: FigureQuery): number {
  if (population) return population.total - (status === undefined ? population.retracted : 0);
  return status === undefined ? figures.filter((one) => one.status === "published").length : figures.length;
}
