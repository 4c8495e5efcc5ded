import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import { type Cursor, writeCursor } from "@/domain/cursor";
import type { Figure } from "@/domain/figure";
import { type FigureColumn, writeColumns } from "@/domain/figure-columns";
import { type FigureQuery, unattributed, writeFigureQuery } from "@/domain/figure-query";
import { formatDecimal } from "@/domain/format";
import type { Locale } from "@/domain/vocabulary";
import { claimWords } from "./claim-words";
import { FigureFilters, type FilterChoices } from "./figure-filters";
import { FigureTable } from "./figure-table";

type Props = {
  page: {
    readonly figures: readonly Figure[];
    readonly next: Cursor | null;
    readonly previous: Cursor | null;
  };
  count: number;
  countCap: number;
  choices: FilterChoices;
  query: FigureQuery;
  columns: readonly FigureColumn[];
  locale: Locale;
  hrefTo: HrefTo;
};

const listOf = {
  metric: "metrics",
  claimant: "claimants",
  via: "speakers",
  subject: "subjects",
  place: "places",
} as const;

/** Names the chosen values that no published figure has: an empty table is otherwise taken for silence. */
async function UnheardOf({ query, choices }: Pick<Props, "query" | "choices">) {
  const t = await getTranslations();
  const unheard = (Object.keys(listOf) as (keyof typeof listOf)[]).filter((name) => {
    const value = query[name];
    const known = choices[listOf[name]].some((one) => one.slug === value);
    return value !== undefined && value !== unattributed && !known;
  });
  return unheard.map((name) => (
    <span key={name}>{t("notice.nobody", { value: query[name] ?? "", name: t(`figures.${name}`) })} </span>
  ));
}

/** Every claim in one table: filter, sort and page through addresses alone. */
export async function FigureExplorer({
  page,
  count,
  countCap,
  choices,
  query,
  columns,
  locale,
  hrefTo,
}: Props) {
  const t = await getTranslations("figures");
  const chosen = writeColumns(columns);
  const kept: Record<string, string> = chosen === null ? {} : { columns: chosen };
  const href = (changed: FigureQuery, extra: Record<string, string> = {}) => {
    const address = writeFigureQuery(changed, { ...kept, ...extra });
    return `/${locale}/figures${address && `?${address}`}`;
  };
  const cursorHref = (cursor: Cursor) => href(query, { [cursor.direction]: writeCursor(cursor) });
  return (
    <>
      <header className="page-head">
        <h1>{t("title")}</h1>
        <p>{t("intro")}</p>
      </header>
      <FigureFilters query={query} columns={columns} choices={choices} locale={locale} hrefTo={hrefTo} />
      <p role="status" className="secondary">
        {count < countCap
          ? t("count", { count })
          : t("countCapped", { count: formatDecimal(String(countCap - 1), locale) })}
      </p>
      {page.figures.length === 0 ? (
        <p>
          {t("empty")} <UnheardOf query={query} choices={choices} />{" "}
          <a href={hrefTo(`/figures`)}>{t("clear")}</a>
        </p>
      ) : (
        <FigureTable
          figures={page.figures}
          columns={columns}
          query={query}
          sortHref={(sort) => href({ ...query, sort })}
          hrefTo={hrefTo}
          locale={locale}
          words={claimWords(locale, page.figures)}
        />
      )}
      {(page.previous || page.next) && (
        <nav className="pages" aria-label={t("pages")}>
          {page.previous ? (
            <a href={cursorHref(page.previous)} rel="prev">
              ← {t("previous")}
            </a>
          ) : (
            <span />
          )}
          {page.next && (
            <a href={cursorHref(page.next)} rel="next">
              {t("next")} →
            </a>
          )}
        </nav>
      )}
    </>
  );
}
