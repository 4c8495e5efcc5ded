import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import type { HrefTo } from "@/domain/address";
import type { Population } from "@/domain/chart/chart";
import type { Day, Figure, Localized, Metric } from "@/domain/figure";
import { type FigureQuery, writeFigureQuery } from "@/domain/figure-query";
import { formatDecimal } from "@/domain/format";
import { type Locale, metricGroups } from "@/domain/vocabulary";
import { ChartKeys } from "../charts/chart-keys";
import { KnownOn } from "../charts/known-on";
import { MetricCard } from "../charts/metric-card";
import { Receipts } from "../figures/receipts";

type Props = {
  collection: { title: Localized; description: Localized } | null;
  /** Those with a figure, as many as have room, and the others. */
  metrics: readonly Metric[];
  more: readonly Metric[];
  /** What each metric's chart is drawn from, by slug. */
  charts: ReadonlyMap<string, { figures: readonly Figure[]; population: Population | null }>;
  reports: ComponentProps<typeof KnownOn>["reports"];
  /** How many rows the downloads of a metric have. */
  countOf: (metric: string) => number;
  /** How many figures there are in all. */
  count: number;
  ghosts: boolean;
  addressWith: (change: Readonly<Record<string, string | null>>) => string;
  rowsOf: (metric: string) => string;
  /** Null where a filter keeps some figures only: their sources are not counted. */
  sourceCount: number | null;
  locale: Locale;
  today: Day;
  query: FigureQuery;
  hrefTo: HrefTo;
};

/** Every metric that has a figure, on its shelf: what was reported, at a glance. */
export async function Dashboard(props: Props) {
  const { metrics, more, charts, countOf, locale, query, hrefTo } = props;
  const t = await getTranslations();
  const shown = metrics.filter((metric) => charts.has(metric.slug));
  const { as_of: _frozen, ...rest } = query;
  const filters = writeFigureQuery(rest);
  const groups = metricGroups
    .map((group) => ({ group, members: shown.filter((metric) => metric.group === group) }))
    .filter(({ members }) => members.length > 0);
  return (
    <>
      <Head {...props} />
      <KnownOn {...props} knownOn={props.query.known_on} />
      <div data-known="cards">
        {groups.length > 1 && (
          <nav className="contents" aria-label={t("home.contents")}>
            {shown.map((metric) => (
              <a key={metric.slug} href={`#${metric.slug}`}>
                {metric.name[locale]}
              </a>
            ))}
          </nav>
        )}
        {groups.map(({ group, members }) => (
          <section key={group} className="group">
            <h2>{t(`group.${group}`)}</h2>
            <div className="cards">
              {members.map((metric) => (
                <MetricCard
                  key={metric.slug}
                  {...props}
                  metric={metric}
                  count={props.countOf(metric.slug)}
                  {...charts.get(metric.slug)!} // shown metrics are those with a chart
                />
              ))}
            </div>
          </section>
        ))}
        {more.length > 0 && (
          <section className="group more-metrics">
            <h2>{t("home.more", { count: more.length })}</h2>
            <ul>
              {more.map((metric) => (
                <li key={metric.slug}>
                  <a href={hrefTo(`/metrics/${metric.slug}${filters === "" ? "" : `?${filters}`}`)}>
                    {metric.name[locale]}
                  </a>{" "}
                  {`(${formatDecimal(String(countOf(metric.slug)), locale)})`}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <ChartKeys />
      <Receipts />
    </>
  );
}

async function Head({ collection, count, sourceCount, locale }: Props) {
  const t = await getTranslations("home");
  const tFigures = await getTranslations("figures");
  return (
    <header className="page-head">
      <h1>{collection?.title[locale] ?? t("title")}</h1>
      <p className="standfirst">{t("readFirst")}</p>
      {collection && <p>{collection.description[locale]}</p>}
      <p data-known="counts">
        {count === 0
          ? t("empty")
          : sourceCount === null
            ? tFigures("count", { count })
            : t("counts", { figures: count, sources: sourceCount })}
      </p>
    </header>
  );
}
