import { getTranslations } from "next-intl/server";
import { claimText } from "@/domain/claim-text";
import { fill } from "@/domain/format";
import type { Dataset, RowPlace, ShownRow } from "@/domain/source";
import type { Locale } from "@/domain/vocabulary";
import type { ChartWords } from "../charts/chart-words";
import { RowCells } from "../figures/row-cells";

export type DatasetHrefs = {
  readonly figure: (id: string) => string;
  /** The page of rows that begins at a place; the first where it is null. */
  readonly rows: (from: RowPlace | null) => string;
};
type Props = {
  dataset: Dataset;
  /** Whether this is the first page. */
  isFirst: boolean;
  hrefs: DatasetHrefs;
  locale: Locale;
  words: ChartWords;
};

/** A page of the rows of a dataset that figures stand in, each number leading to its figure. */
export async function DatasetRows({ dataset, isFirst, hrefs, locale, words }: Props) {
  const t = await getTranslations("source");
  const { rows, next, versions } = dataset;
  return (
    <section className="section">
      <h2>{t("rowsTitle")}</h2>
      <p className="secondary">{t("rowsNote")}</p>
      {rows.length === 0 && <p>{t("noRows")}</p>}
      {rows.map((row) => (
        <Row
          key={`${row.version} ${row.row}`}
          {...{ row, hrefs, locale, words }}
          version={versions.length > 1 ? t("ofVersion", { number: row.version }) : null}
        />
      ))}
      {(next !== null || !isFirst) && (
        <nav className="pages" aria-label={t("pages")}>
          {!isFirst && <a href={hrefs.rows(null)}>{t("first")}</a>}{" "}
          {next !== null && (
            <a rel="next" href={hrefs.rows(next)}>
              {t("next")}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

type RowProps = Pick<Props, "hrefs" | "locale" | "words"> & { row: ShownRow; version: string | null };

function Row({ row, version, hrefs, locale, words }: RowProps) {
  const spans = row.figures.map(({ start, end, figure }) => ({
    start,
    end,
    link: { id: figure.id, href: hrefs.figure(figure.id), label: claimText(figure, locale, words) },
  }));
  const figures = new Map(row.figures.map(({ figure }) => [figure.id, figure]));
  return (
    <section className="passage dataset-row" id={`row-${row.version}-${row.row}`}>
      <h3>
        {fill(words.row.short, { row: row.row })}
        {version && <span className="secondary"> · {version}</span>}
      </h3>
      <RowCells record={row.text} header={row.header} spans={spans} locale={locale} words={words.row} />
      <ul className="taken">
        {[...figures.values()].map((figure) => (
          <li key={figure.id}>
            <a href={hrefs.figure(figure.id)}>
              {claimText(figure, locale, words, figure.metric.name[locale])}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
