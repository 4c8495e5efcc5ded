import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import type { Source } from "@/domain/source";
import type { Locale } from "@/domain/vocabulary";
import { DateWithBasis } from "../figures/date-claim";
import { setWords } from "../figures/set-words";

type Props = {
  sources: readonly Source[];
  locale: Locale;
  hrefTo: HrefTo;
  /** Where the list goes on, and where it begins; null where it does here. */
  next: string | null;
  first: string | null;
};

/** The texts figures were taken from, one entry each. */
export async function SourceList({ sources, locale, hrefTo, next, first }: Props) {
  const t = await getTranslations("sources");
  return (
    <>
      <ol className="source-list">
        {sources.map((source) => (
          <li key={source.slug}>
            <h2>
              <a href={hrefTo(`/sources/${source.slug}`)} lang={source.lang}>
                {setWords(source.title)}
              </a>
            </h2>
            <p className="secondary">
              {source.publisher.name[locale]} · <DateWithBasis claim={source.published} locale={locale} /> ·{" "}
              {source.isDataset && <>{t("dataset")} · </>}
              {t("figures", { count: source.figureCount })}
              {!source.titlePrinted && <> · {t("ourTitle")}</>}
            </p>
          </li>
        ))}
      </ol>
      {(next || first) && (
        <nav className="pages" aria-label={t("title")}>
          {first ? <a href={first}>← {t("first")}</a> : <span />}
          {next && (
            <a href={next} rel="next">
              {t("next")} →
            </a>
          )}
        </nav>
      )}
    </>
  );
}
