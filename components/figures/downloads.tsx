import { getTranslations } from "next-intl/server";
import { type FigureQuery, writeFigureQuery } from "@/domain/figure-query";
import type { Locale } from "@/domain/vocabulary";

type Props = {
  locale: Locale;
  /** The filters in view: the file holds what the page shows. */
  query: FigureQuery;
  /** The metric whose chart this stands under. */
  metric?: string;
  /** The one figure this stands under. */
  figure?: string;
};

const tables = ["csv", "xlsx", "json", "parquet"] as const;

/** Under a table, a chart or a figure: the files it can be taken away as, and how to cite it. */
export async function Downloads({ locale, query, metric, figure }: Props) {
  const t = await getTranslations("downloads");
  const { metric: _own, ...rest } = query;
  const chart = suffix(writeFigureQuery(rest, { lang: locale }));
  const asOf = suffix(writeFigureQuery({ as_of: query.as_of }, { lang: locale }));
  const filters = metric === undefined ? query : { ...query, metric };
  const table = suffix(
    writeFigureQuery(filters, { lang: locale, ...(query.sort ? { sort: query.sort } : {}) }),
  );
  const thing = figure ? `figures/${figure}` : metric ? `metrics/${metric}` : "collection";
  const names: Partial<Record<string, string>> = { xlsx: t("excel") };
  return (
    <nav className="section downloads" aria-label={t("title")}>
      {figure !== undefined && (
        <p className="secondary">
          {t("figure")} <a href={`/api/v1/figures/${figure}.json${asOf}`}>JSON</a>
        </p>
      )}
      {metric !== undefined && (
        <p className="secondary">
          {t("picture")} <a href={`/api/v1/metrics/${metric}.svg${chart}`}>SVG</a>{" "}
          <a href={`/api/v1/metrics/${metric}.png${chart}`}>PNG</a>
        </p>
      )}
      {figure === undefined && (
        <p className="secondary">
          {t("figures")}{" "}
          {tables.map((format) => (
            <span key={format}>
              <a href={`/api/v1/figures.${format}${table}`}>{names[format] ?? format.toUpperCase()}</a>{" "}
            </span>
          ))}
          <a href={`/api/v1/datapackage.zip${table}`}>{t("package")}</a>
        </p>
      )}
      <p className="secondary">
        {t("cite")} <a href={`/api/v1/citations/${thing}${withStyle(asOf, "apa")}`}>APA</a>{" "}
        <a href={`/api/v1/citations/${thing}${withStyle(asOf, "chicago")}`}>Chicago</a>{" "}
        <a href={`/api/v1/citations/${thing}${withStyle(asOf, "bibtex")}`}>BibTeX</a>{" "}
        <a href={`/api/v1/citations/${thing}${withStyle(asOf, "ris")}`}>RIS</a>{" "}
        <a href={`/api/v1/citations/${thing}${withStyle(asOf, "csl-json")}`}>CSL</a>
      </p>
    </nav>
  );
}

const suffix = (query: string) => (query === "" ? "" : `?${query}`);
const withStyle = (query: string, style: string) => `${query === "" ? "?" : `${query}&`}style=${style}`;
