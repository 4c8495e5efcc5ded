import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import type { Metric } from "@/domain/figure";
import { formatDecimal } from "@/domain/format";
import { countCap, type NameHit, type SearchHits } from "@/domain/search/search-hit";
import type { Locale } from "@/domain/vocabulary";
import { claimWords } from "../figures/claim-words";
import { MarkedHits } from "./marked-hits";
import { SentenceHits } from "./sentence-hits";

type Props = {
  /** What was typed; undefined on the page that asks for it. */
  q: string | undefined;
  /** Whether there was a word in it to look for. */
  asks: boolean;
  hits: SearchHits;
  /** What is measured: where to begin when nothing was found. */
  metrics: readonly Metric[];
  /** The addresses of the next page of sentences and of the first; null where there is none, or where it is this one. */
  next: string | null;
  first: string | null;
  locale: Locale;
  hrefTo: HrefTo;
};

/** What was found: names first, for they are few, then sentences, the newest reported first. */
export async function SearchPage({ q, asks, hits, metrics, next, first, locale, hrefTo }: Props) {
  const t = await getTranslations("search");
  const { sentences, count, sources } = hits;
  const isNothing = sentences.length + hits.metrics.length + hits.agents.length + sources.length === 0;
  const number = formatDecimal(String(countCap), locale);
  return (
    <div className="search-page">
      <header className="page-head">
        <h1>{t("title")}</h1>
        <p>{t("intro")}</p>
      </header>
      {q !== undefined && isNothing && <Nothing {...{ q, asks, metrics, hrefTo, locale }} />}
      {first === null && (
        <div className="found-names">
          <Names
            title={t("metrics")}
            hits={hits.metrics}
            locale={locale}
            href={(slug) => hrefTo(`/metrics/${slug}`)}
          />
          <Names
            title={t("agents")}
            hits={hits.agents}
            locale={locale}
            href={(slug) => hrefTo(`/figures?claimant=${slug}`)}
          />
          {sources.length > 0 && (
            <section>
              <h2>{t("sources")}</h2>
              <ul className="taken">
                {sources.map(({ slug, title, lang, words }) => (
                  <li key={slug}>
                    <a href={hrefTo(`/sources/${slug}`)} lang={lang}>
                      <MarkedHits text={title} words={words} />
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
      {sentences.length > 0 && (
        <section>
          <h2>{t("sentences")}</h2>
          <p className="secondary" role="status">
            {count > countCap ? t("countCapped", { count: number }) : t("count", { count })}
            {count > 1 && `, ${t("newest")}`}
          </p>
          <SentenceHits
            hits={sentences}
            locale={locale}
            words={claimWords(
              locale,
              sentences.map(({ figure }) => figure),
            )}
            hrefTo={hrefTo}
          />
        </section>
      )}
      {(next || first) && (
        <nav className="pages" aria-label={t("sentences")}>
          {first ? <a href={first}>← {t("first")}</a> : <span />}
          {next && (
            <a href={next} rel="next">
              {t("next")} →
            </a>
          )}
        </nav>
      )}
    </div>
  );
}

type NamesProps = {
  title: string;
  hits: readonly NameHit[];
  locale: Locale;
  href: (slug: string) => string;
};

function Names({ title, hits, locale, href }: NamesProps) {
  if (hits.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="taken">
        {hits.map(({ slug, name, words }) => (
          <li key={slug}>
            <a href={href(slug)}>
              <MarkedHits text={name[locale]} words={words} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

type NothingProps = Pick<Props, "asks" | "metrics" | "hrefTo" | "locale"> & { q: string };

/** Says that nothing was found, and what to try instead. */
async function Nothing({ q, asks, metrics, hrefTo, locale }: NothingProps) {
  const t = await getTranslations("search");
  return (
    <section role="status" className="search-nothing">
      <p>
        <strong>{asks ? t("nothing", { q }) : t("common", { q })}</strong> {t("tryFewer")}
      </p>
      <p>
        <a href={hrefTo(`/figures?q=${encodeURIComponent(q)}`)}>{t("tryLetters")}</a>
      </p>
      <p>{t("tryMetrics")}</p>
      <ul className="taken">
        {metrics.slice(0, 8).map(({ slug, name }) => (
          <li key={slug}>
            <a href={hrefTo(`/metrics/${slug}`)}>{name[locale]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
