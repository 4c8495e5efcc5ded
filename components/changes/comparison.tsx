import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import { type ComparedFigure, fieldsChanged } from "@/domain/change";
import { type ChangeQuery, type Outcome, outcomes, writeChangeQuery } from "@/domain/change-query";
import { formatDecimal } from "@/domain/format";
import { formatDay } from "@/domain/format-date";
import type { Locale } from "@/domain/vocabulary";
import { Headline, Sentence } from "./change-item";
import { WasAndIs } from "./was-and-is";

export type Moment = { readonly revision: number; readonly at: Date | null };

type Props = {
  since: Moment;
  until: Moment;
  counts: Readonly<Record<Outcome, number>>;
  /** Counted no further than this. */
  cap: number;
  figures: readonly ComparedFigure[];
  query: ChangeQuery;
  locale: Locale;
  hrefTo: HrefTo;
};

/** What differs between two revisions of the collection: how many figures first, then each of them. */
export async function Comparison(props: Props) {
  const { since, until, counts, cap, figures, query, locale, hrefTo } = props;
  const t = await getTranslations("changes");
  const total = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  const href = (outcome?: Outcome) => {
    const { as_of: _frozen, outcome: _now, ...rest } = query;
    return hrefTo(`/changes?${writeChangeQuery({ ...rest, ...(outcome ? { outcome } : {}) })}`);
  };
  return (
    <>
      <p className="standfirst">
        {t("fromTo", { since: await momentText(since, locale), until: await momentText(until, locale) })}
      </p>
      {total === cap && <p>{t("capped", { count: formatDecimal(String(cap), locale) })}</p>}
      <nav className="kinds" aria-label={t("filterName.outcome")}>
        <a href={href()} aria-current={query.outcome === undefined ? "page" : undefined}>
          {t("every")}
        </a>
        {outcomes.map((outcome) => (
          <a key={outcome} href={href(outcome)} aria-current={query.outcome === outcome ? "page" : undefined}>
            {t(`outcomeCount.${outcome}`, { count: counts[outcome] })}
          </a>
        ))}
      </nav>
      {figures.length === 0 && <p>{t("nothingSince")}</p>}
      {outcomes
        .map((outcome) => ({ outcome, told: figures.filter((figure) => figure.outcome === outcome) }))
        .filter(({ told }) => told.length > 0)
        .map(({ outcome, told }) => (
          <section key={outcome} className={`changes-of compared outcome-${outcome}`}>
            <h2 className="kicker">
              <strong>{t(`outcome.${outcome}`)}</strong>
            </h2>
            {told.map((figure) => (
              <Compared key={figure.after.id} figure={figure} locale={locale} hrefTo={hrefTo} />
            ))}
            {query.outcome === undefined && counts[outcome] > told.length && (
              <p className="more">
                <a href={href(outcome)}>
                  {t("all", { count: formatDecimal(String(counts[outcome]), locale) })}
                </a>
              </p>
            )}
          </section>
        ))}
    </>
  );
}

async function momentText({ revision, at }: Moment, locale: Locale): Promise<string> {
  const t = await getTranslations("changes");
  return at === null
    ? t("beginning")
    : t("moment", { revision, day: formatDay(at.toISOString().slice(0, 10), locale, "long") });
}

type ComparedProps = { figure: ComparedFigure; locale: Locale; hrefTo: HrefTo };

async function Compared({ figure, locale, hrefTo }: ComparedProps) {
  const t = await getTranslations("changes");
  const { outcome, before, after } = figure;
  const same = before !== null && fieldsChanged(before, after).length === 0;
  return (
    <article className="change" data-figure-id={after.id}>
      <Headline figure={after} locale={locale} hrefTo={hrefTo} level="h3" />
      {outcome === "retracted" && before === null && <p>{t("cameAndWent")}</p>}
      {outcome === "changed" && same && <p>{t("changedBack")}</p>}
      {before && !same && <WasAndIs before={before} after={after} locale={locale} />}
      <Steps figure={figure} locale={locale} />
      <Sentence figure={after} locale={locale} hrefTo={hrefTo} />
    </article>
  );
}

/** How it came to that: each step with its kind, its day and its reason. */
async function Steps({ figure: { steps, after }, locale }: Omit<ComparedProps, "hrefTo">) {
  const t = await getTranslations("changes");
  return (
    <ul className="steps">
      {steps.map(({ revision, at, kind, reason }) => (
        <li key={revision}>
          {t(`kind.${kind}`)} ({t(`meaning.${kind}`)}),{" "}
          <a href={`/${locale}/figures/${after.id}?as_of=${revision}`}>
            {t("moment", { revision, day: formatDay(at.toISOString().slice(0, 10), locale, "long") })}
          </a>
          {reason && <span className="why"> {t("reason", { reason })}</span>}
        </li>
      ))}
    </ul>
  );
}
