import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import type { FigureHistory } from "@/domain/change";
import type { Population } from "@/domain/chart/chart";
import { claimText } from "@/domain/claim-text";
import type { Day, Figure, FigureWithMentions } from "@/domain/figure";
import { numberedSentences } from "@/domain/numbered-sentences";
import type { Reach } from "@/domain/passage-around";
import type { FigureCheck } from "@/domain/source";
import type { Locale } from "@/domain/vocabulary";
import { ChartKeys } from "../charts/chart-keys";
import { ChartSvg } from "../charts/chart-svg";
import { drawnOnce } from "../charts/drawn-once";
import { keepStill } from "../charts/keep-still";
import { PrintQuotes } from "../charts/print-quotes";
import { Still } from "../charts/still";
import { claimWords } from "./claim-words";
import { Receipt } from "./receipt";

type Props = {
  figure: FigureWithMentions;
  checks: readonly FigureCheck[];
  /** Every state of it that readers were shown. */
  history: FigureHistory;
  /** The source of each mention, in their order. */
  reach: readonly Reach[];
  /** Every figure of the metric, this one included. */
  series: readonly Figure[];
  population: Population | null;
  locale: Locale;
  revision: number;
  today: Day;
  hrefTo: HrefTo;
};

/** On paper the sentences of a few other points stand with their numbers: more would weigh on those who never print. */
const mostSentences = 8;

/** The permanent page of one figure: its receipt, where it stands on its chart, and what else was claimed. */
export async function FigurePage(props: Props) {
  const { figure, checks, history, reach, series, population, locale, revision, today, hrefTo } = props;
  const t = await getTranslations("figure");
  const words = claimWords(locale, [figure, ...series]);
  const { metric, id } = figure;
  const hrefOf = (other: string) => hrefTo(`/figures/${other}`);
  const charts = drawnOnce({
    metric,
    figures: series,
    population: population ?? undefined,
    keep: [id],
    events: [],
    locale,
    today,
    variant: "card",
    words,
  });
  const others = series.filter((other) => other.id !== id).slice(0, 12);
  const placed = series.length === 0 ? [] : [figure, ...series.filter((other) => other.id !== id)];
  const sentences = numberedSentences(placed, mostSentences);
  const numbers = new Map(
    sentences.flatMap((one) => one.figures.map((other) => [other.id, one.number] as const)),
  );
  return (
    <>
      <Receipt
        figure={figure}
        checks={checks}
        words={words}
        locale={locale}
        revision={revision}
        history={history}
        reach={reach}
        hrefTo={hrefTo}
      />
      {series.length > 0 && ( // a retracted figure may have been the only one of its metric
        <section className="section on-chart">
          <h2>
            <a href={hrefTo(`/metrics/${metric.slug}`)}>{t("onChart")}</a>
          </h2>
          <div className="chart-figure">
            {charts.map((chart) => (
              <div key={chart.width} className={`chart-at chart-at-${chart.variant}-${chart.width}`}>
                <Still
                  id={keepStill(chart, `${hrefOf("")} ${id}`, () => (
                    <ChartSvg
                      chart={chart}
                      title={metric.name[locale]}
                      words={words}
                      hrefOf={hrefOf}
                      selected={id}
                      numbers={numbers}
                    />
                  ))}
                />
              </div>
            ))}
          </div>
          <ChartKeys />
          <PrintQuotes
            left={(population?.total ?? placed.length) - numbers.size}
            {...{ sentences, locale, words }}
          />
        </section>
      )}
      {others.length > 0 && (
        <section className="section on-screen">
          <h2>{t("others")}</h2>
          <ul className="taken">
            {others.map((other) => (
              <li key={other.id}>
                <a href={hrefOf(other.id)}>{claimText(other, locale, words, other.subject?.name[locale])}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
