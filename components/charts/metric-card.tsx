import type { HrefTo } from "@/domain/address";
import type { Population } from "@/domain/chart/chart";
import { plainView, writeChartView } from "@/domain/chart-view";
import { headlineText } from "@/domain/claim-text";
import type { Day, Event, Figure, Metric } from "@/domain/figure";
import { type FigureQuery, writeFigureQuery } from "@/domain/figure-query";
import { latestFigures } from "@/domain/latest-figures";
import type { Locale } from "@/domain/vocabulary";
import { CardDownloads } from "../figures/card-downloads";
import { claimWords } from "../figures/claim-words";
import { FigureQuote } from "../figures/figure-quote";
import { LastReport } from "../figures/last-report";
import { ChartFigure } from "./chart-figure";
import { drawnOnce } from "./drawn-once";

type Props = {
  metric: Metric;
  figures: readonly Figure[];
  population: Population | null;
  /** How many rows its downloads have. */
  count: number;
  /** The filters in view. */
  query: FigureQuery;
  /** Whether what was later replaced or retracted is marked. */
  ghosts: boolean;
  locale: Locale;
  today: Day;
  hrefTo: HrefTo;
  /** Where every figure of a metric stands row by row. */
  rowsOf: (metric: string) => string;
};

/** A card is for its claims; events stand on the metric's own page, where there is room to name them. */
const noEvents: readonly Event[] = [];

/** One metric on the dashboard: its newest claims in words, its chart, and the sentence of the newest claim. */
export function MetricCard(props: Props) {
  const { metric, figures, population, count, query, locale, today, hrefTo, rowsOf } = props;
  const words = claimWords(locale, figures);
  const latest = latestFigures(figures, 6);
  const hrefOf = (id: string) => hrefTo(`/figures/${id}`);
  const { as_of: _frozen, metric: _own, ...filters } = query;
  const aloneHref = (claimant: string) =>
    hrefTo(`/metrics/${metric.slug}?${writeFigureQuery({ ...filters, claimant })}`);
  const charts = drawnOnce({
    metric,
    figures,
    population: population ?? undefined,
    events: noEvents,
    locale,
    today,
    variant: "card",
    words,
  });
  return (
    <article className="card" id={metric.slug}>
      <ChartFigure
        charts={charts}
        figures={figures}
        name={metric.slug}
        title={metric.name[locale]}
        words={words}
        hrefOf={hrefOf}
        allHref={rowsOf(metric.slug)}
        aloneHref={aloneHref}
        caption={
          <>
            <h3>
              <a href={hrefTo(`/metrics/${metric.slug}`)}>{metric.name[locale]}</a>
            </h3>
            <ul className="headlines">
              {latest.map((figure) => (
                <li key={figure.id} className="headline">
                  {headlineText(figure, locale, words)}
                </li>
              ))}
            </ul>
            <LastReport figures={figures} today={today} locale={locale} />
          </>
        }
      >
        <FigureQuote figures={latest} locale={locale} words={words} hrefTo={hrefTo} />
        <CardDownloads
          locale={locale}
          query={query}
          metric={metric.slug}
          name={metric.name[locale]}
          count={count}
          view={writeChartView({ ...plainView, ghosts: props.ghosts })}
        />
      </ChartFigure>
    </article>
  );
}
