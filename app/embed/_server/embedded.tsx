import type { ReactNode } from "react";
import { metricInView } from "@/app/_server/chart-figures";
import type { Frozen } from "@/app/api/v1/_server/frozen";
import { EmbedChart } from "@/components/embed/embed-chart";
import { EmbedFigure } from "@/components/embed/embed-figure";
import { claimWords } from "@/components/figures/claim-words";
import { shownWords } from "@/components/figures/filter-words";
import { findFigure } from "@/db/queries/find-figure";
import { cardOutline } from "@/db/queries/list-chart-figures";
import { findMetric } from "@/db/queries/list-metrics";
import { addressesIn, type HrefTo } from "@/domain/address";
import { drawAtWidths } from "@/domain/chart/chart-widths";
import { windowOf } from "@/domain/chart/time-window";
import { type ChartView, writeChartView } from "@/domain/chart-view";
import { headlineText } from "@/domain/claim-text";
import { shownIn, sourceTitles } from "@/domain/export/picture";
import type { Day, Figure } from "@/domain/figure";
import { type FigureQuery, writeFigureQuery } from "@/domain/figure-query";
import { fill } from "@/domain/format";
import { formatDay } from "@/domain/format-date";
import { latestFigures } from "@/domain/latest-figures";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";

export type EmbedRequest = {
  readonly frozen: Frozen;
  readonly query: FigureQuery;
  readonly lang: Locale;
  readonly point: string | undefined;
  readonly view: ChartView;
  /** The day the embed is of. */
  readonly day: Day;
};

export type Shown = {
  readonly title: string;
  readonly page: string;
  readonly foot: readonly string[];
  readonly content: ReactNode;
};

/** Addresses of the site around it, frozen where the embed is. */
const hrefsOf = ({ frozen, query, lang }: EmbedRequest): HrefTo => {
  const hrefTo = addressesIn(lang, query.as_of);
  return (path) => `${frozen.site}${hrefTo(path)}`;
};

function footOf(
  { frozen: { standing, revision }, query, lang }: EmbedRequest,
  figures: readonly Figure[],
): string[] {
  const { share, downloads } = messagesOf(lang);
  const titles = sourceTitles(figures, share.sourcesMore, lang);
  const day = standing.at?.toISOString().slice(0, 10);
  const frozen = query.as_of !== undefined && day !== undefined;
  return [
    ...(titles === "" ? [] : [fill(share.sources, { titles })]),
    ...(frozen ? [fill(share.asOfDay, { revision, day: formatDay(day, lang) })] : []),
    downloads.rights,
  ];
}

/** The chart of a metric under its filters; null where there is none of that name. */
export async function embeddedMetric(asked: EmbedRequest, slug: string): Promise<Shown | null> {
  const { frozen, query, lang, point, day, view } = asked;
  const metric = await findMetric(frozen.opened.db, slug);
  if (metric === null) return null;
  const { figures, population, choices } = await metricInView(
    slug,
    query,
    frozen.revision,
    view,
    point,
    cardOutline,
  );
  const { as_of: _frozen, metric: _own, ...filters } = query;
  const state = writeFigureQuery(filters, {
    ...writeChartView(view),
    ...(point === undefined ? {} : { point }),
  });
  const hrefTo = hrefsOf(asked);
  const page = hrefTo(`/metrics/${slug}${state === "" ? "" : `?${state}`}`);
  const allHref = hrefTo(`/figures?${writeFigureQuery({ ...filters, metric: slug })}`);
  const shown = shownWords(query, view, lang, choices);
  const words = claimWords(lang, figures);
  const charts = drawAtWidths({
    metric,
    figures,
    population: population ?? undefined,
    keep: point === undefined ? undefined : [point],
    events: [],
    log: view.log,
    facets: view.facets,
    window: windowOf(query),
    locale: lang,
    today: day,
    variant: "card",
    words,
  });
  const meant = figures.filter(({ id }) => id === point);
  const said = meant.length > 0 ? meant : latestFigures(figures);
  const pictured = charts.flatMap((chart) => shownIn(chart, figures));
  const named = new Set([...pictured, ...said]);
  return {
    title: metric.name[lang],
    page,
    foot: footOf(
      asked,
      figures.filter((figure) => named.has(figure)),
    ),
    content: (
      <EmbedChart
        {...{ metric, figures, charts, said, point, hrefTo, page, allHref, shown, words }}
        locale={lang}
      />
    ),
  };
}

/** A figure; null where it was not shown at that revision. */
export async function embeddedFigure(asked: EmbedRequest, id: string): Promise<Shown | null> {
  const { frozen, lang } = asked;
  const figure = await findFigure(frozen.opened.db, id, frozen.revision);
  if (figure === null) return null;
  const hrefTo = hrefsOf(asked);
  const page = hrefTo(`/figures/${id}`);
  return {
    title: headlineText(figure, lang, claimWords(lang, [figure])),
    page,
    foot: footOf(asked, [figure]).slice(1), // its source stands under its sentence
    content: <EmbedFigure figure={figure} locale={lang} hrefTo={hrefTo} page={page} />,
  };
}
