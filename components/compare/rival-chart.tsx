import { getTranslations } from "next-intl/server";
import { type ChartView, inSight } from "@/domain/chart-view";
import type { Day, Event, Figure, Metric } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { ChartFigure } from "../charts/chart-figure";
import type { ChartWords } from "../charts/chart-words";
import { drawnOnce } from "../charts/drawn-once";
import { ExploreLoader } from "../charts/explore-loader";

type Props = {
  metric: Metric;
  figures: readonly Figure[] | null;
  events: readonly Event[];
  locale: Locale;
  today: Day;
  words: ChartWords;
  hrefOf: (id: string) => string;
  /** How the address has it looked at. */
  view: ChartView;
  /** Where every figure of the metric stands row by row. */
  allHref: string;
};

const noEvents: readonly Event[] = [];

/** A metric in a panel for each claimant, one value axis for all, with events and who reported when below. */
export async function RivalChart(props: Props) {
  const { metric, figures, events, locale, today, words, hrefOf, view } = props;
  const t = await getTranslations("compare");
  const title = t("chartTitle", { metric: metric.name[locale] });
  if (figures === null || figures.length === 0)
    return figures === null && <p className="section secondary">{t("chartTooMany")}</p>;
  const input = {
    metric,
    figures,
    events,
    locale,
    today,
    variant: "page",
    words,
    facets: true,
  } as const;
  const seen = inSight(figures, view);
  return (
    <section className="section">
      <ChartFigure
        charts={drawnOnce({
          ...input,
          figures: seen,
          events: view.events ? events : noEvents,
          log: view.log,
        })}
        figures={seen}
        name={metric.slug}
        allHref={props.allHref}
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
        <ExploreLoader
          marks={{ ...input, title, hrefPattern: hrefOf("{id}") }}
          words={words.explore}
          open={view.explore}
        />
      </ChartFigure>
    </section>
  );
}
