import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import { scalesOf } from "@/domain/chart/draw-rivals";
import { type FigureQuery, writeFigureQuery } from "@/domain/figure-query";
import { mostComparedBeside, type Rivalry } from "@/domain/rivals";
import type { Locale } from "@/domain/vocabulary";
import { claimWords } from "../figures/claim-words";
import { hrefOfPair } from "./compare-page";
import { RivalPair } from "./rival-pair";

type Props = {
  metric: string;
  /** Looked for while the rest of the page is drawn; `crowded` where not all claims were compared. */
  found: Promise<{ readonly rivals: readonly Rivalry[]; readonly crowded: boolean }>;
  query: FigureQuery;
  locale: Locale;
  hrefTo: HrefTo;
};

/** Where the claims of a metric differ most, sentence against sentence. */
export async function RivalSection({ metric, found, query, locale, hrefTo }: Props) {
  const { rivals, crowded } = await found;
  const t = await getTranslations("compare");
  const { status: _status, sort: _sort, ...about } = query;
  const all = `/${locale}/compare?${writeFigureQuery({ ...about, metric })}`;
  const words = claimWords(
    locale,
    rivals.flatMap(({ earlier, later }) => [earlier, later]),
  );
  const scales = scalesOf(rivals);
  return (
    <section className="section rivals" aria-labelledby="differ">
      <h2 id="differ">{t("sectionTitle")}</h2>
      {rivals.length === 0 ? (
        <p>{t("empty")}</p>
      ) : (
        <ol className="rival-list">
          {rivals.map((rivalry) => (
            <li key={`${rivalry.earlier.id} ${rivalry.later.id}`}>
              <RivalPair
                rivalry={rivalry}
                scales={scales}
                locale={locale}
                words={words}
                hrefTo={hrefTo}
                sentences={true}
                heading="h3"
              />
              {rivalry.times > 1 && (
                <p>
                  <a href={hrefOfPair(rivalry, locale, about)}>{t("allOfThem")}</a>
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      {crowded && <p className="secondary">{t("crowded", { most: mostComparedBeside })}</p>}
      <p>
        <a href={all}>{t("sectionAll")}</a>
      </p>
    </section>
  );
}
