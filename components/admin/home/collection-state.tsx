import type { Localized } from "@/domain/figure";
import { fill, fillPlural } from "@/domain/format";
import { formatDay } from "@/domain/format-date";
import type { LinkCheck } from "@/domain/link-check";
import type { Locale } from "@/domain/vocabulary";
import type { DeskMessages } from "@/messages/desk";

type Props = {
  bare: {
    readonly count: number;
    readonly articles: readonly { readonly slug: string; readonly title: string; readonly lang?: string }[];
  };
  stale: readonly {
    readonly slug: string;
    readonly name: Localized;
    readonly days: number;
    readonly longestSilenceDays: number;
  }[];
  carryovers: number;
  broken: readonly (LinkCheck & { readonly slug: string; readonly title: string })[];
  locale: Locale;
  words: DeskMessages["home"];
};

/** What the collection lacks: sources nobody took a figure from, metrics nobody reports on, sentences that changed. */
export function CollectionState({ bare, stale, carryovers, broken, locale, words }: Props) {
  return (
    <>
      {carryovers > 0 && <p>{fillPlural(words.carried, carryovers, locale)}</p>}
      <section>
        <h3>{bare.count === 0 ? words.noBare : fillPlural(words.bare, bare.count, locale)}</h3>
        {bare.count > 0 && (
          <ul className="home-lines">
            {bare.articles.map(({ slug, title, lang }) => (
              <li key={slug}>
                <a href={`/admin/sources/${slug}`} lang={lang}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{stale.length === 0 ? words.noStale : fillPlural(words.stale, stale.length, locale)}</h3>
        {stale.length > 0 && (
          <ul className="home-lines">
            {stale.map(({ slug, name, days, longestSilenceDays: longest }) => (
              <li key={slug}>
                <a href={`/${locale}/metrics/${slug}`}>{name[locale]}</a>{" "}
                <span className="secondary">{fill(words.staleDays, { days, longest })}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <BrokenLinks broken={broken} locale={locale} words={words} />
    </>
  );
}

/** Where readers are sent and find nothing; the page of the source says what to do about it. */
function BrokenLinks({ broken, locale, words }: Pick<Props, "broken" | "locale" | "words">) {
  return (
    <section>
      <h3>
        {broken.length === 0 ? words.noBrokenLinks : fillPlural(words.brokenLinks, broken.length, locale)}
      </h3>
      {broken.length > 0 && (
        <ul className="home-lines">
          {broken.map(({ slug, title, kind, lastThereAt }) => (
            <li key={`${slug} ${kind}`}>
              <a href={`/${locale}/sources/${slug}`}>{title}</a>{" "}
              <span className="secondary">
                {kind === "archived" && `${words.archivedLink}, `}
                {lastThereAt === null
                  ? words.brokenAlways
                  : fill(words.brokenSince, { date: formatDay(lastThereAt.slice(0, 10), locale) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
