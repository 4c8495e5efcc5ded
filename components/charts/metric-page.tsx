import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { HrefTo } from "@/domain/address";
import { drawAtWidths } from "@/domain/chart/chart-widths";
import { headlineText } from "@/domain/claim-text";
import type { Day, Event, Figure, Metric } from "@/domain/figure";
import { latestFigures } from "@/domain/latest-figures";
import { numberedSentences } from "@/domain/numbered-sentences";
import type { Locale } from "@/domain/vocabulary";
import { claimWords } from "../figures/claim-words";
import { FigureQuote } from "../figures/figure-quote";
import { LastReport } from "../figures/last-report";
import { Receipts } from "../figures/receipts";
import { Fact } from "../ui/fact";
import { ChartFigure } from "./chart-figure";
import { ChartKeys } from "./chart-keys";
import { EventSentences } from "./event-sentences";
import { ExploreLoader } from "./explore-loader";
import { ListenToChart } from "./listen-to-chart";
import { PrintQuotes } from "./print-quotes";

type Props = {
  metric: Metric;
  others: readonly Metric[];
  figures: readonly Figure[];
  /** The figure whose point the address means. */
  selected: Figure | null;
  events: readonly Event[];
  locale: Locale;
  today: Day;
  hrefTo: HrefTo;
  /** Where the claims differ. */
  rivals: ReactNode;
};

/** More would hide the points they stand at, and weigh on readers who never print. */
const mostSentences = 40;

/** One metric in full: newest claims, chart to explore, what counts, every claim as a table, events with their sentences. */
export async function MetricPage({
  metric,
  others,
  figures,
  selected,
  events,
  locale,
  today,
  hrefTo,
  rivals,
}: Props) {
  const t = await getTranslations("metric");
  const tShare = await getTranslations("share");
  const words = claimWords(locale, figures);
  const input = { metric, figures, events, locale, today, variant: "page", words } as const;
  const charts = drawAtWidths(input);
  const latest = latestFigures(figures);
  const hrefOf = (id: string) => hrefTo(`/figures/${id}`);
  const sentences = numberedSentences(figures, mostSentences);
  const numbers = new Map(
    sentences.flatMap((one) => one.figures.map((figure) => [figure.id, one.number] as const)),
  );
  const drawn = new Set(charts.at(-1)?.events.map((event) => event.slug));
  return (
    <>
      <header className="page-head">
        <h1>{metric.name[locale]}</h1>
        <ul className="headlines">
          {latest.map((figure) => (
            <li key={figure.id} className="standfirst">
              {headlineText(figure, locale, words)}
            </li>
          ))}
        </ul>
        <LastReport figures={figures} today={today} locale={locale} />
      </header>
      {figures.length === 0 ? (
        <p>
          {t("empty")} <a href={hrefTo(`/metrics/${metric.slug}`)}>{t("clear")}</a>
        </p>
      ) : (
        <ChartFigure
          charts={charts}
          figures={figures}
          title={metric.name[locale]}
          caption={<h2 className="visually-hidden">{t("table")}</h2>}
          words={words}
          hrefOf={hrefOf}
          selected={selected?.id}
          numbers={numbers}
        >
          <ExploreLoader {...input} title={metric.name[locale]} hrefPattern={hrefOf("{id}")} />
          {charts.slice(-1).map((chart) => (
            <ListenToChart key="listen" chart={chart} figures={figures} locale={locale} />
          ))}
          {selected && (
            <p className="shared-point">
              {tShare("point")} {headlineText(selected, locale, words)}
            </p>
          )}
          <FigureQuote
            figures={selected ? [selected] : latest}
            locale={locale}
            words={words}
            hrefTo={hrefTo}
          />
        </ChartFigure>
      )}
      {sentences.length > 0 && (
        <PrintQuotes left={figures.length - numbers.size} {...{ sentences, locale, words }} />
      )}
      {rivals}
      <section className="section prose">
        <h2>{t("definition")}</h2>
        <Definition metric={metric} locale={locale} />
      </section>
      <EventSentences
        events={events.filter((event) => drawn.has(event.slug))}
        locale={locale}
        hrefTo={hrefTo}
      />
      <nav className="section" aria-label={t("others")}>
        <h2>{t("others")}</h2>
        <p className="contents">
          {others
            .filter((other) => other.slug !== metric.slug)
            .map((other) => (
              <a key={other.slug} href={hrefTo(`/metrics/${other.slug}`)}>
                {other.name[locale]}
              </a>
            ))}
        </p>
      </nav>
      <ChartKeys />
      <Receipts />
    </>
  );
}

async function Definition({ metric, locale }: Pick<Props, "metric" | "locale">) {
  const t = await getTranslations();
  return (
    <div className="page-head">
      <p>{metric.definition[locale]}</p>
      <dl className="facts terms">
        <Fact term={t("metric.unit")}>{metric.unit.name[locale]}</Fact>
        <Fact term={t("metric.kind")}>{t(`kind.${metric.kind}`)}</Fact>
      </dl>
    </div>
  );
}
