import type { HrefTo } from "@/domain/address";
import type { Population } from "@/domain/chart/chart";
import { drawAtWidths } from "@/domain/chart/chart-widths";
import { headlineText } from "@/domain/claim-text";
import type { Day, Figure, Metric } from "@/domain/figure";
import { latestFigures } from "@/domain/latest-figures";
import type { Locale } from "@/domain/vocabulary";
import { ChartFigure } from "../charts/chart-figure";
import { claimWords } from "../figures/claim-words";
import { EmbedQuote } from "./embed-quote";

type Props = {
  metric: Metric;
  /** Of a dense metric the outline, and the counts of all there is. */
  figures: readonly Figure[];
  population: Population | null;
  locale: Locale;
  today: Day;
  hrefTo: HrefTo;
  page: string;
  /** Where every figure stands row by row. */
  allHref: string;
  /** The figure whose point is marked. */
  point: string | undefined;
  /** Filters in view, in words. */
  shown: string;
};

/** A chart in another site's page: its newest claims in words, the drawing, the sentence of the newest or of the point meant. */
export function EmbedChart(props: Props) {
  const { metric, figures, population, locale, today, hrefTo, page, allHref, point, shown } = props;
  const words = claimWords(locale, figures);
  const meant = figures.filter(({ id }) => id === point);
  const said = meant.length > 0 ? meant : latestFigures(figures);
  const charts = drawAtWidths({
    metric,
    figures,
    population: population ?? undefined,
    keep: point === undefined ? undefined : [point],
    events: [],
    locale,
    today,
    variant: "card",
    words,
  });
  return (
    <ChartFigure
      charts={charts}
      figures={figures}
      name={metric.slug}
      allHref={allHref}
      alone
      title={metric.name[locale]}
      words={words}
      hrefOf={(id) => hrefTo(`/figures/${id}`)}
      selected={point}
      caption={
        <>
          <h1>
            <a href={page}>{metric.name[locale]}</a>
          </h1>
          <ul className="headlines">
            {said.map((figure) => (
              <li key={figure.id} className="headline">
                {headlineText(figure, locale, words)}
              </li>
            ))}
          </ul>
          {shown && <p className="chart-note">{shown}</p>}
        </>
      }
    >
      {said.slice(0, 1).map((figure) => (
        <EmbedQuote key={figure.id} anchor={figure.anchor} locale={locale} hrefTo={hrefTo} />
      ))}
    </ChartFigure>
  );
}
