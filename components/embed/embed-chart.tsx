import type { HrefTo } from "@/domain/address";
import type { Chart } from "@/domain/chart/chart";
import { headlineText } from "@/domain/claim-text";
import type { Figure, Metric } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { ChartFigure } from "../charts/chart-figure";
import type { ChartWords } from "../charts/chart-words";
import { EmbedQuote } from "./embed-quote";

type Props = {
  metric: Metric;
  /** Of a dense metric the outline. */
  figures: readonly Figure[];
  /** The same chart at every width it may be seen at. */
  charts: readonly Chart[];
  /** The point that is meant, or the newest claims. */
  said: readonly Figure[];
  words: ChartWords;
  locale: Locale;
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
  const { metric, figures, charts, said, words, locale, hrefTo, page, allHref, point, shown } = props;
  return (
    <ChartFigure
      charts={charts}
      figures={figures}
      name={metric.slug}
      allHref={allHref}
      aloneHref={(claimant) => `${page}${page.includes("?") ? "&" : "?"}claimant=${claimant}`}
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
