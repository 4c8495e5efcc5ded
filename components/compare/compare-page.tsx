import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import type { HrefTo } from "@/domain/address";
import { scalesOf } from "@/domain/chart/draw-rivals";
import type { ChartView } from "@/domain/chart-view";
import { capitalised } from "@/domain/claim-text";
import { type CompareQuery, writeCompareQuery } from "@/domain/compare-query";
import type { Day } from "@/domain/figure";
import { type FigureQuery, writeFigureQuery } from "@/domain/figure-query";
import {
  type IncomparableReason,
  mostCompared,
  nearbyDays,
  type Rivalry,
  rivalOrders,
} from "@/domain/rivals";
import type { Locale } from "@/domain/vocabulary";
import { ChartKeys } from "../charts/chart-keys";
import { claimWords } from "../figures/claim-words";
import type { FilterChoices } from "../figures/figure-filters";
import { Receipts } from "../figures/receipts";
import { CompareForm } from "./compare-form";
import { RivalChart } from "./rival-chart";
import { RivalPair } from "./rival-pair";
import { RivalTable } from "./rival-table";

export type CompareProps = {
  query: FigureQuery;
  compare: CompareQuery;
  choices: FilterChoices;
  rivals: readonly Rivalry[];
  /** True where more were found than are shown. */
  more: boolean;
  /** True where of very many claims only the lowest and highest were compared. */
  crowded: boolean;
  /** Why the two chosen are never held against each other; null where they are. */
  reason: IncomparableReason | null;
  /** What is drawn claimant by claimant, where a metric is chosen. */
  chart: Pick<
    ComponentProps<typeof RivalChart>,
    "metric" | "figures" | "population" | "marksHref" | "events"
  > | null;
  view: ChartView;
  locale: Locale;
  today: Day;
  hrefTo: HrefTo;
};

/** Who contradicts whom: the widest disagreements, or every pair of two claimants, each to be judged by its sentences. */
export async function ComparePage(props: CompareProps) {
  const { query, compare, choices, rivals, more, crowded, reason, chart, view, locale, today, hrefTo } =
    props;
  const t = await getTranslations("compare");
  const words = claimWords(locale, [
    ...rivals.flatMap(({ earlier, later }) => [earlier, later]),
    ...(chart?.figures ?? []),
  ]);
  const scales = scalesOf(rivals);
  const chosen = compare.a !== null && compare.b !== null;
  const href = compareHref(locale, query);
  const nameOf = (slug: string | null) => {
    const agent = choices.speakers.find((one) => one.slug === slug);
    return agent?.inSentence?.[locale] ?? agent?.name[locale] ?? slug ?? "";
  };
  const hrefOf = (id: string) => hrefTo(`/figures/${id}`);
  const shared = { scales, locale, words, hrefTo };
  return (
    <>
      <header className="page-head">
        <h1>{t("title")}</h1>
        <p className="standfirst">{t("intro")}</p>
      </header>
      <CompareForm query={query} compare={compare} choices={choices} locale={locale} />
      <section className="section rivals" aria-labelledby="rivals">
        <h2 id="rivals">
          {chosen
            ? capitalised(t("pairsTitle", { a: nameOf(compare.a), b: nameOf(compare.b) }), locale)
            : t("listTitle")}
        </h2>
        {rivals.length === 0 ? (
          <Nothing reason={reason} filtered={Object.keys(query).length > 0 || compare.a !== null} />
        ) : (
          <>
            <p role="status" className="secondary">
              {t(chosen ? "pairCount" : "count", { count: rivals.length })}.{" "}
              {more && t("capped", { count: rivals.length })}{" "}
              {crowded && t("crowded", { most: mostCompared })}
            </p>
            {!chosen && (
              <p className="rival-orders" id="order">
                {t("order")}
                {rivalOrders.map((by) => (
                  <a
                    key={by}
                    href={href({ ...compare, by })}
                    aria-current={by === compare.by ? "true" : undefined}
                  >
                    {t(by === "gap" ? "byGap" : "byRatio")}
                  </a>
                ))}
              </p>
            )}
            <ol className="rival-list">
              {rivals.map((rivalry) => (
                <li key={`${rivalry.earlier.id} ${rivalry.later.id}`}>
                  <RivalPair
                    {...shared}
                    rivalry={rivalry}
                    sentences={chosen ? true : { href: hrefOfPair(rivalry, locale, query) }}
                    heading="h3"
                  />
                </li>
              ))}
            </ol>
            <RivalTable rivals={rivals} locale={locale} words={words} hrefOf={hrefOf} />
          </>
        )}
        <p className="secondary">
          {t("nearby", { days: nearbyDays })} <a href={`${hrefTo("/method")}#rivals`}>{t("how")}</a>
        </p>
      </section>
      {chart && (
        <RivalChart
          {...chart}
          {...{ locale, today, words, hrefOf, view }}
          allHref={hrefTo(`/figures?metric=${chart.metric.slug}`)}
          aloneHref={(claimant) => hrefTo(`/metrics/${chart.metric.slug}?claimant=${claimant}`)}
        />
      )}
      <ChartKeys />
      <Receipts />
    </>
  );
}

async function Nothing({ reason, filtered }: { reason: IncomparableReason | null; filtered: boolean }) {
  const t = await getTranslations("compare");
  if (reason !== null) return <p role="status">{t(`incomparable.${reason}`)}</p>;
  return (
    <p role="status">
      {filtered ? t("emptyFiltered") : t("empty")} {t("emptyWhy")}
    </p>
  );
}

const compareHref = (locale: Locale, query: FigureQuery) => (compare: CompareQuery) => {
  const address = writeFigureQuery(query, writeCompareQuery(compare));
  return `/${locale}/compare${address && `?${address}`}`;
};

/** Where every pair of these two claimants about this very thing stands, sentences and all. */
export function hrefOfPair({ earlier, later }: Rivalry, locale: Locale, query: FigureQuery): string {
  const { claimant: _, ...rest } = query;
  const about = { metric: earlier.metric.slug, subject: earlier.subject?.slug, place: earlier.place?.slug };
  const [a, b] = [earlier.claimant?.slug ?? null, later.claimant?.slug ?? null];
  return compareHref(locale, { ...rest, ...about })({ a, b, by: "ratio" });
}
