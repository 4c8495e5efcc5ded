import { getTranslations } from "next-intl/server";
import { claimGap } from "@/domain/chart/claim-gap";
import { attributionText } from "@/domain/claim-text";
import type { Figure } from "@/domain/figure";
import { formatQuantity } from "@/domain/format";
import { formatDate, formatDay } from "@/domain/format-date";
import { verdictText } from "@/domain/rival-text";
import type { Rivalry } from "@/domain/rivals";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import type { ChartWords } from "../charts/chart-words";
import { aboutText } from "./rival-pair";

type Props = {
  rivals: readonly Rivalry[];
  locale: Locale;
  words: ChartWords;
  hrefOf: (id: string) => string;
};

/** The drawings' twin: the same pairs, in the same order. */
export async function RivalTable({ rivals, locale, words, hrefOf }: Props) {
  const t = await getTranslations("compare");
  const { compare } = messagesOf(locale);
  const columns = ["about", "larger", "smaller", "gap", "since"] as const;
  return (
    <details className="chart-table-fold">
      <summary>{t("tableTitle")}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="chart-table-scroll" aria-label={t("tableTitle")} tabIndex={0}>
        <table className="chart-table">
          <caption>{t("tableTitle")}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rivals.map((rivalry) => {
              const { earlier, later, since } = rivalry;
              const { upper, lower } = claimGap(earlier, later) ?? { upper: earlier, lower: later };
              return (
                <tr key={`${earlier.id} ${later.id}`}>
                  <th scope="row">{aboutText(rivalry, locale)}</th>
                  <ClaimCell figure={upper} locale={locale} words={words} hrefOf={hrefOf} />
                  <ClaimCell figure={lower} locale={locale} words={words} hrefOf={hrefOf} />
                  <td>{verdictText(rivalry, locale, words, compare.words)}</td>
                  <td>{since && formatDay(since, locale)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
}

type CellProps = Omit<Props, "rivals"> & { figure: Figure };

function ClaimCell({ figure, locale, words, hrefOf }: CellProps) {
  const date = formatDate(figure.period, locale);
  return (
    <td data-figure={figure.id}>
      <a href={hrefOf(figure.id)}>
        {formatQuantity(figure, locale, words, { statistic: true }) ?? words.noNumber}
      </a>
      , {attributionText(figure, locale, words)}
      {date && `, ${date}`}
    </td>
  );
}
