import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import type { Day, Figure, Localized, Metric } from "@/domain/figure";
import type { FigureQuery } from "@/domain/figure-query";
import { type Locale, metricGroups } from "@/domain/vocabulary";
import { ChartKeys } from "../charts/chart-keys";
import { MetricCard } from "../charts/metric-card";
import { Receipts } from "../figures/receipts";

type Props = {
  collection: { title: Localized; description: Localized } | null;
  metrics: readonly Metric[];
  figures: readonly Figure[];
  sourceCount: number;
  locale: Locale;
  today: Day;
  query: FigureQuery;
  hrefTo: HrefTo;
};

/** Every metric that has a figure, on its shelf: what was reported, at a glance. */
export async function Dashboard(props: Props) {
  const { metrics, figures, locale } = props;
  const t = await getTranslations();
  const shown = metrics.filter((metric) => figures.some((figure) => figure.metric.slug === metric.slug));
  const groups = metricGroups
    .map((group) => ({ group, members: shown.filter((metric) => metric.group === group) }))
    .filter(({ members }) => members.length > 0);
  return (
    <>
      <Head {...props} />
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
                figures={figures.filter((figure) => figure.metric.slug === metric.slug)}
              />
            ))}
          </div>
        </section>
      ))}
      <ChartKeys />
      <Receipts />
    </>
  );
}

async function Head({ collection, figures, sourceCount, locale }: Props) {
  const t = await getTranslations("home");
  return (
    <header className="page-head">
      <h1>{collection?.title[locale] ?? t("title")}</h1>
      <p className="standfirst">{t("readFirst")}</p>
      {collection && <p>{collection.description[locale]}</p>}
      <p>
        {figures.length === 0 ? t("empty") : t("counts", { figures: figures.length, sources: sourceCount })}
      </p>
    </header>
  );
}
