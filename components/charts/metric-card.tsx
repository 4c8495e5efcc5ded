import type { HrefTo } from "@/domain/address";
import { drawAtWidths } from "@/domain/chart/chart-widths";
import { headlineText } from "@/domain/claim-text";
import type { Day, Event, Figure, Metric } from "@/domain/figure";
import type { FigureQuery } from "@/domain/figure-query";
import { latestFigures } from "@/domain/latest-figures";
import type { Locale } from "@/domain/vocabulary";
import { CardDownloads } from "../figures/card-downloads";
import { claimWords } from "../figures/claim-words";
import { FigureQuote } from "../figures/figure-quote";
import { LastReport } from "../figures/last-report";
import { ChartFigure } from "./chart-figure";

type Props = {
  metric: Metric;
  figures: readonly Figure[];
  /** The filters in view. */
  query: FigureQuery;
  locale: Locale;
  today: Day;
  hrefTo: HrefTo;
};

/** A card is for its claims; events stand on the metric's own page, where there is room to name them. */
const noEvents: readonly Event[] = [];

/** One metric on the dashboard: its newest claims in words, its chart, and the sentence of the newest claim. */
export function MetricCard({ metric, figures, query, locale, today, hrefTo }: Props) {
  const words = claimWords(locale, figures);
  const latest = latestFigures(figures);
  const hrefOf = (id: string) => hrefTo(`/figures/${id}`);
  const charts = drawAtWidths({ metric, figures, events: noEvents, locale, today, variant: "card", words });
  return (
    <article className="card" id={metric.slug}>
      <ChartFigure
        charts={charts}
        figures={figures}
        title={metric.name[locale]}
        words={words}
        hrefOf={hrefOf}
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
          count={figures.length}
        />
      </ChartFigure>
    </article>
  );
}
