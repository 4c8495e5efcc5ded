import { mostMarks, mostPanels } from "@/domain/chart/budget";
import type { Population } from "@/domain/chart/chart";
import { groupBy } from "@/domain/chart/group-by";
import type { Figure } from "@/domain/figure";
import type { FigureQuery } from "@/domain/figure-query";
import { asTheyStood } from "@/domain/known-on";
import type { Reader } from "../client";
import { figuresOfPublications, type RememberedFigures } from "./figures-of-publications";
import { type Outline, readOutline } from "./read-outline";

/** What a chart of one metric is drawn from: every figure of a sparse one, the outline of a dense one. */
export type ChartFigures = {
  /** In time order. */
  readonly figures: readonly Figure[];
  /** Counts of all there is; null where `figures` are all there is. */
  readonly population: Population | null;
};

/** Above so many rows a page's table is cut: the explorer has the rest. */
export const newestOnPage = 100;

/** The widest plot of a page is 1050 pixels wide, or 300 where claimants are drawn apart: a pair per two of them. */
export const pageOutline: Outline = {
  most: 1200,
  panels: mostPanels.page,
  stretches: 530,
  stretchesApart: 170,
  marks: mostMarks("page"),
  newest: newestOnPage,
  special: 500,
};
export const explorerOutline: Outline = { ...pageOutline, marks: mostMarks("explorer") };
/** A card draws a pair per eight pixels. */
export const cardOutline: Outline = {
  most: 300,
  panels: mostPanels.card,
  stretches: 75,
  stretchesApart: 40,
  marks: mostMarks("card"),
  newest: 20,
  special: 60,
};

/**
 * What the charts of a query draw, by metric. The database looks at every figure the query finds, and hands over a
 * bounded number whatever there is: of each series the first, the last, the lowest and highest of each stretch of time,
 * the newest, what readers may ask after one by one, and what is meant by name (`keep`: public ids). What is `remembered` of
 * it is not read again.
 */
export async function listChartFigures(
  db: Reader,
  query: FigureQuery,
  revision: number,
  outline: Outline,
  {
    ghosts = false,
    hide = [],
    keep = [],
  }: { ghosts?: boolean; hide?: readonly string[]; keep?: readonly string[] } = {},
  remembered?: RememberedFigures,
): Promise<Map<string, ChartFigures>> {
  const counts = await readOutline(db, query, revision, outline, { ghosts, hide, keep });
  const ids = counts.flatMap(({ ids }) => ids);
  const found = await figuresOfPublications(db, ids, revision, remembered);
  const byMetric = groupBy(found, (figure) => figure.metric.slug);
  return new Map(
    counts.map(({ metric, population }) => {
      const figures = byMetric.get(metric) ?? [];
      const whole = figures.length === population.total && population.left.length === 0;
      const standing = query.known_on === undefined ? figures : asTheyStood(figures, ghosts);
      return [metric, { figures: standing, population: whole ? null : population }];
    }),
  );
}
