import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import { type Figure, langOfWords } from "@/domain/figure";
import type { FigureColumn } from "@/domain/figure-columns";
import { formatQuantity } from "@/domain/format";
import type { Locale } from "@/domain/vocabulary";
import type { ChartWords } from "../charts/chart-words";
import { DateWithBasis } from "./date-claim";
import { MarkedSentence } from "./quote";
import { RowInLine } from "./row-in-line";
import { setWords } from "./set-words";

type Props = { column: FigureColumn; figure: Figure; locale: Locale; words: ChartWords; hrefTo: HrefTo };

/** What a figure says under one column. */
export async function FigureCell({ column, figure, locale, words, hrefTo }: Props) {
  const t = await getTranslations();
  const { anchor, claimant, metric, subject, place } = figure;
  switch (column) {
    case "period":
      return <DateWithBasis claim={figure.period} locale={locale} />;
    case "reported":
      return <DateWithBasis claim={figure.reportedOn} locale={locale} />;
    case "value":
      return (
        <data value={figure.value ?? undefined}>
          {formatQuantity(figure, locale, words, { statistic: true }) ?? words.noNumber}
        </data>
      );
    case "claimant":
      return <>{claimant?.name[locale] ?? t("figures.unattributed")}</>;
    case "metric":
      return <a href={hrefTo(`/metrics/${metric.slug}`)}>{metric.name[locale]}</a>;
    case "subject":
      return <>{subject?.name[locale] ?? "–"}</>;
    case "place":
      return <>{place?.name[locale] ?? "–"}</>;
    case "sentence":
      return (
        <a href={hrefTo(`/figures/${figure.id}`)} lang={langOfWords(anchor)} data-figure={figure.id}>
          {anchor.record === null ? (
            <MarkedSentence
              text={anchor.sentence}
              spans={[{ start: anchor.numberStart, end: anchor.numberEnd }]}
            />
          ) : (
            <RowInLine anchor={anchor} words={words.row} />
          )}
        </a>
      );
    case "source":
      return (
        <a href={hrefTo(`/sources/${anchor.sourceSlug}`)} lang={anchor.sentenceLang}>
          {setWords(anchor.sourceTitle)}
        </a>
      );
    case "cue":
      return figure.cue === null ? <>–</> : <span lang={langOfWords(anchor)}>{figure.cue}</span>;
    case "modality":
      return <>{t(`modality.${figure.modality}`) + (figure.hearsay ? `, ${words.hearsay}` : "")}</>;
    case "basis":
      return <>{t(`basis.${figure.period.basis}`)}</>;
    case "mentions":
      return <>{figure.mentionCount}</>;
  }
}
