import { getTranslations } from "next-intl/server";
import { type FigureQuery, writeFigureQuery } from "@/domain/figure-query";
import type { Locale } from "@/domain/vocabulary";
import { Pictures } from "./downloads";

type Props = {
  locale: Locale;
  query: FigureQuery;
  metric: string;
  name: string;
  count: number;
  /** How the chart is looked at, as parameters. */
  view: Readonly<Record<string, string>>;
};

/** One line under a chart among others: its figures and its picture. The rest is on the metric's own page. */
export async function CardDownloads({ locale, query, metric, name, count, view }: Props) {
  const t = await getTranslations("downloads");
  const asked = writeFigureQuery({ ...query, metric }, { lang: locale });
  return (
    <p className="card-downloads secondary">
      <span className="visually-hidden">{t("ofMetric", { metric: name })} </span>
      {t("card", { rows: t("rows", { count }) })} <a href={`/api/v1/figures.csv?${asked}`}>CSV</a>{" "}
      <a href={`/api/v1/figures.xlsx?${asked}`}>{t("excel")}</a>{" "}
      <Pictures locale={locale} query={query} metric={metric} view={view} />
    </p>
  );
}
