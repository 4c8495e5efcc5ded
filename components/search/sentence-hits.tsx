import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import { groupBy } from "@/domain/chart/group-by";
import { claimText } from "@/domain/claim-text";
import { markHits, markRowHits } from "@/domain/search/mark-hits";
import type { SentenceHit } from "@/domain/search/search-hit";
import type { Locale } from "@/domain/vocabulary";
import type { ChartWords } from "../charts/chart-words";
import { DatasetRow } from "../figures/dataset-row";
import { DateWithBasis } from "../figures/date-claim";
import { Quote } from "../figures/quote";
import { setWords } from "../figures/set-words";

type Props = { hits: readonly SentenceHit[]; locale: Locale; words: ChartWords; hrefTo: HrefTo };

/** The sentences and rows of datasets found, each once, with the figures that stand in it. */
export async function SentenceHits({ hits, locale, words, hrefTo }: Props) {
  const t = await getTranslations("quote");
  const bySentence = groupBy(
    hits,
    ({ anchor }) => `${anchor.sourceSlug} ${anchor.record?.row ?? ""} ${anchor.sentence}`,
  );
  return (
    <ol className="search-hits">
      {[...bySentence].map(([key, same]) => {
        const { anchor, figure, words: found } = same[0]!; // no group is empty
        const { sentence, sentenceLang, sourceSlug, sourceTitle } = anchor;
        const reported = <DateWithBasis claim={figure.reportedOn} locale={locale} />;
        return (
          <li key={key}>
            {anchor.record !== null ? (
              <DatasetRow anchor={anchor} spans={markRowHits(sentence, found)} as="b" {...{ locale, hrefTo }}>
                {reported}
              </DatasetRow>
            ) : (
              <Quote text={sentence} lang={sentenceLang} spans={markHits(sentence, found)} as="b">
                {t("from")}{" "}
                <a href={hrefTo(`/sources/${sourceSlug}`)} lang={sentenceLang}>
                  {setWords(sourceTitle)}
                </a>
                {" · "}
                {reported}
              </Quote>
            )}
            <ul className="taken">
              {same.map(({ figure: { id, metric }, figure }) => (
                <li key={id}>
                  <a href={hrefTo(`/figures/${id}`)}>
                    {claimText(figure, locale, words, metric.name[locale])}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
