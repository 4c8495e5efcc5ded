import { getTranslations } from "next-intl/server";
import { lookOf } from "@/domain/chart-view";
import type { TableFormat } from "@/domain/export/formats";
import type { ListKind } from "@/domain/export/list-columns";
import { type FigureQuery, writeFigureQuery } from "@/domain/figure-query";
import { formatDecimal } from "@/domain/format";
import type { Locale } from "@/domain/vocabulary";
import { CiteBox } from "./cite-box";
import { LargeDownloads } from "./large-downloads";

export type DownloadsProps = {
  locale: Locale;
  /** The filters in view: the file holds what the page shows. */
  query: FigureQuery;
  /** The revision shown, which is what is cited. */
  revision: number;
  /** How many rows the table has, by the same query; at `cap` there may be more. Null where no table is meant. */
  count: number | null;
  cap?: number;
  /** The metric all rows are of. */
  metric?: string;
  /** The metric whose chart this stands under, and how it is looked at. */
  chart?: string;
  view?: Readonly<Record<string, string>>;
  /** The one figure this stands under. */
  figure?: string;
  /** The list that is the table, where it is none of figures. */
  list?: ListKind;
};

const formats = ["csv", "tsv", "xlsx", "json", "ndjson", "parquet"] as const satisfies readonly TableFormat[];

/** Under a table, a chart or a figure: the files it can be taken away as, how many rows they have, and how to cite it. */
export async function Downloads(props: DownloadsProps) {
  const { locale, query, revision, count, metric, chart, figure, list } = props;
  const t = await getTranslations("downloads");
  const asOf = suffix(writeFigureQuery({ as_of: query.as_of }, { lang: locale }));
  const thing = figure ? `figures/${figure}` : metric ? `metrics/${metric}` : "collection";
  return (
    <nav className="section downloads" aria-label={t("title")}>
      <h2>{t("title")}</h2>
      {figure !== undefined && (
        <p className="secondary">
          {t("figure")} <a href={`/api/v1/figures/${figure}.json${asOf}`}>JSON</a>
        </p>
      )}
      {chart !== undefined && (
        <p className="secondary">
          {t("picture")} <Pictures {...props} metric={chart} />
        </p>
      )}
      {count !== null && (
        <LargeDownloads words={largeWords()}>
          <p className="secondary">
            <span data-follows="text">{sizeWords(count)}</span> <Tables {...props} count={count} />
          </p>
        </LargeDownloads>
      )}
      {count !== null && list === undefined && (
        <p className="secondary">
          {t("lists")} <Lists asOf={query.as_of} />
        </p>
      )}
      <CiteBox of={thing} revision={revision} locale={locale} />
    </nav>
  );

  function sizeWords(rows: number): string {
    const { cap = Number.POSITIVE_INFINITY } = props;
    const words = rows < cap ? t("rows", { count: rows }) : t("manyRows", { count: spelled(cap - 1) });
    return list === undefined ? t("of", { what: t("figures"), words }) : t("of", { what: t("table"), words });
  }

  function spelled(rows: number): string {
    return formatDecimal(String(rows), locale);
  }

  function largeWords() {
    const keys = ["waiting", "saving", "cancel", "cancelled", "saved", "browser", "busy", "failed"] as const;
    return Object.fromEntries(keys.map((key) => [key, t.raw(`large.${key}`)])) as Record<
      (typeof keys)[number],
      string
    >;
  }
}

/** The formats of a table; one more for French Excel, which reads no comma between cells. */
async function Tables({ locale, query, metric, list, count }: DownloadsProps & { count: number }) {
  const t = await getTranslations("downloads");
  const names: Partial<Record<TableFormat, string>> = { xlsx: t("excel"), parquet: "Parquet" };
  const filters = metric === undefined ? query : { ...query, metric };
  const asked =
    list === undefined
      ? writeFigureQuery(filters, { lang: locale, ...(query.sort ? { sort: query.sort } : {}) })
      : writeFigureQuery({ as_of: query.as_of });
  const of = list ?? "figures";
  const link = (format: string, words: string, file = `${of}.${format}`, query = asked) => (
    <a href={`/api/v1/${file}${suffix(query)}`} data-rows={count} data-follows="link">
      {words}
    </a>
  );
  return (
    <>
      {formats.map((format) => (
        <span key={format}>
          {link(format, names[format] ?? format.toUpperCase())}
          {format === "csv" && locale === "fr" && (
            <> {link("csv", t("frenchCsv"), `${of}.csv`, `${asked === "" ? "" : `${asked}&`}excel=1`)}</>
          )}{" "}
        </span>
      ))}
      {list === undefined && link("zip", t("package"), "datapackage.zip")}
    </>
  );
}

/** The chart as a picture, with the filters in view and as it is looked at. */
export function Pictures({
  locale,
  query,
  metric,
  view = {},
}: Pick<DownloadsProps, "locale" | "query" | "view"> & { metric: string }) {
  const { metric: _own, sort: _sort, ...rest } = query;
  const asked = suffix(writeFigureQuery(rest, { lang: locale, ...lookOf(view) }));
  return (
    <>
      <a href={`/api/v1/metrics/${metric}.svg${asked}`} data-follows="link">
        SVG
      </a>{" "}
      <a href={`/api/v1/metrics/${metric}.png${asked}`} data-follows="link">
        PNG
      </a>
    </>
  );
}

/** What the slugs of a table of figures stand for. */
async function Lists({ asOf }: { asOf: string | undefined }) {
  const t = await getTranslations("downloads");
  const asked = suffix(writeFigureQuery({ as_of: asOf }));
  return (["metrics", "agents", "sources"] as const).map((list) => (
    <span key={list}>
      <a href={`/api/v1/${list}.csv${asked}`}>{t(`list.${list}`)}</a>{" "}
    </span>
  ));
}

const suffix = (query: string) => (query === "" ? "" : `?${query}`);
