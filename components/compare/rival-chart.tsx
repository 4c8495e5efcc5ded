import { getTranslations } from "next-intl/server";
import type { Population } from "@/domain/chart/chart";
import type { ChartView } from "@/domain/chart-view";
import type { Day, Event, Figure, Metric } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { ChartFigure } from "../charts/chart-figure";
import type { ChartWords } from "../charts/chart-words";
import { drawnOnce } from "../charts/drawn-once";
import { ExploreLoader } from "../charts/explore-loader";

type Props = {
  metric: Metric;
  /** Of a dense metric the outline of what is in sight, and the counts of all there is. */
  figures: readonly Figure[];
  population: Population | null;
  /** Where the explorer fetches what it draws. */
  marksHref: string;
  events: readonly Event[];
  locale: Locale;
  today: Day;
  words: ChartWords;
  hrefOf: (id: string) => string;
  /** How the address has it looked at. */
  view: ChartView;
  /** Where every figure of the metric stands row by row. */
  allHref: string;
  /** Where one of too many claimants is drawn alone. */
  aloneHref: (claimant: string) => string;
};

const noEvents: readonly Event[] = [];

/** A metric in a panel for each claimant, one value axis for all, with events and who reported when below. */
export async function RivalChart(props: Props) {
  const { metric, figures, population, events, locale, today, words, hrefOf, view } = props;
  const t = await getTranslations("compare");
  const title = t("chartTitle", { metric: metric.name[locale] });
  if (figures.length === 0) return null;
  const charts = drawnOnce({
    metric,
    figures,
    population: population ?? undefined,
    events: view.events ? events : noEvents,
    locale,
    today,
    variant: "page",
    words,
    facets: true,
    log: view.log,
  });
  return (
    <section className="section">
      <ChartFigure
        charts={charts}
        figures={figures}
        name={metric.slug}
        allHref={props.allHref}
        aloneHref={props.aloneHref}
        title={title}
        caption={
          <>
            <h2>{title}</h2>
            <p className="secondary">{t("chartNote")}</p>
          </>
        }
        words={words}
        hrefOf={hrefOf}
      >
        <ExploreLoader marks={props.marksHref} words={words.explore} open={view.explore} />
      </ChartFigure>
    </section>
  );
}
