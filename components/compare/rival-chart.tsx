import { getTranslations } from "next-intl/server";
import { drawAtWidths } from "@/domain/chart/chart-widths";
import type { Day, Event, Figure, Metric } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { ChartFigure } from "../charts/chart-figure";
import type { ChartWords } from "../charts/chart-words";
import { ExploreLoader } from "../charts/explore-loader";

type Props = {
  metric: Metric;
  figures: readonly Figure[] | null;
  events: readonly Event[];
  locale: Locale;
  today: Day;
  words: ChartWords;
  hrefOf: (id: string) => string;
};

/** A metric in a panel for each claimant, one value axis for all, with events and who reported when below. */
export async function RivalChart({ metric, figures, events, locale, today, words, hrefOf }: Props) {
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
    perClaimant: true,
  } as const;
  return (
    <section className="section">
      <ChartFigure
        charts={drawAtWidths(input)}
        figures={figures}
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
        <ExploreLoader {...input} title={title} hrefPattern={hrefOf("{id}")} />
      </ChartFigure>
    </section>
  );
}
