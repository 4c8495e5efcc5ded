import { getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import type { HrefTo } from "@/domain/address";
import type { Population } from "@/domain/chart/chart";
import { windowOf } from "@/domain/chart/time-window";
import type { ChartView } from "@/domain/chart-view";
import { headlineText } from "@/domain/claim-text";
import type { Day, Event, Figure, Metric } from "@/domain/figure";
import type { FigureQuery } from "@/domain/figure-query";
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
import { drawnOnce } from "./drawn-once";
import { EventSentences } from "./event-sentences";
import { ExploreLoader } from "./explore-loader";
import { KnownOn } from "./known-on";
import { ListenToChart } from "./listen-to-chart";
import { PrintQuotes } from "./print-quotes";
import { ViewForm } from "./view-form";

type Props = {
  metric: Metric;
  others: readonly Metric[];
  /** Of a dense metric the outline of what is in sight, and the counts of all there is. */
  figures: readonly Figure[];
  population: Population | null;
  /** What is hidden included: what there is to choose from. */
  choices: readonly Figure[];
  /** The figure whose point the address means: one of `figures`. */
  selected: Figure | null;
  reports: ComponentProps<typeof KnownOn>["reports"];
  view: ChartView;
  query: FigureQuery;
  events: readonly Event[];
  locale: Locale;
  today: Day;
  hrefTo: HrefTo;
  /** Where the claims differ. */
  rivals: ReactNode;
  /** The address of this page with other parameters; `null` takes one away. */
  addressWith: (change: Readonly<Record<string, string | null>>) => string;
  /** Where every figure of the page stands row by row. */
  allHref: string;
  /** Where the explorer fetches what it draws. */
  marksHref: string;
};

/** More would hide the points they stand at, and weigh on readers who never print. */
const mostSentences = 40;

/** One metric in full: newest claims, chart to explore, what counts, every claim as a table, events with their sentences. */
export async function MetricPage(props: Props) {
  const { metric, others, figures, population, selected, events, view, query, locale, today, hrefTo } = props;
  const t = await getTranslations("metric");
  const tShare = await getTranslations("share");
  const words = claimWords(locale, figures);
  const charts = drawnOnce({
    metric,
    figures,
    population: population ?? undefined,
    events: view.events ? events : noEvents,
    locale,
    today,
    variant: "page",
    words,
    keep: selected ? [selected.id] : undefined,
    log: view.log,
    facets: view.facets,
    window: windowOf(query),
  });
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
        <ul className="headlines" data-known="headlines">
          {latest.map((figure) => (
            <li key={figure.id} className="standfirst">
              {headlineText(figure, locale, words)}
            </li>
          ))}
        </ul>
        <div data-known="last report">
          <LastReport figures={figures} today={today} locale={locale} />
        </div>
      </header>
      <KnownOn {...props} knownOn={query.known_on} ghosts={view.ghosts} />
      {figures.length === 0 ? (
        <p>
          {t("empty")} <a href={hrefTo(`/metrics/${metric.slug}`)}>{t("clear")}</a>
        </p>
      ) : (
        <ChartFigure
          charts={charts}
          figures={figures}
          name={metric.slug}
          allHref={props.allHref}
          aloneHref={(claimant) => props.addressWith({ claimant, point: null, hide: null })}
          title={metric.name[locale]}
          caption={<h2 className="visually-hidden">{t("table")}</h2>}
          words={words}
          hrefOf={hrefOf}
          selected={selected?.id}
          numbers={numbers}
        >
          <ExploreLoader marks={props.marksHref} words={words.explore} open={view.explore} />
          {charts.slice(-1).map((chart) => (
            <ListenToChart key="listen" chart={chart} figures={figures} locale={locale} />
          ))}
          {selected && (
            <p className="shared-point">
              {tShare("point")} {headlineText(selected, locale, words)}
            </p>
          )}
          <div data-known="quotes">
            <FigureQuote
              figures={selected ? [selected] : latest}
              locale={locale}
              words={words}
              hrefTo={hrefTo}
            />
          </div>
        </ChartFigure>
      )}
      <div data-known="print quotes">
        {sentences.length > 0 && (
          <PrintQuotes
            left={(population?.total ?? figures.length) - numbers.size}
            {...{ sentences, locale, words }}
          />
        )}
      </div>
      <ViewForm {...props} figures={props.choices} hasEvents={events.length > 0} />
      <div data-known="rivals">{props.rivals}</div>
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

const noEvents: readonly Event[] = [];

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
