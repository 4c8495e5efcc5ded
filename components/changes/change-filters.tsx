import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import { changeOrder } from "@/domain/change";
import { type ChangeQuery, writeChangeQuery } from "@/domain/change-query";
import type { Agent, Metric } from "@/domain/figure";
import { unattributed } from "@/domain/figure-query";
import type { Locale } from "@/domain/vocabulary";

type Props = {
  query: ChangeQuery;
  metrics: readonly Metric[];
  claimants: readonly Agent[];
  /** The newest revision there is to compare with. */
  newest: number;
  locale: Locale;
  hrefTo: HrefTo;
};

/** Revisions and corrections told apart by links; the rest of the filters as a plain form that writes the address. */
export async function ChangeFilters(props: Props) {
  const { query, locale, hrefTo } = props;
  const t = await getTranslations();
  const comparing = query.since !== undefined;
  const open = [query.metric, query.claimant, query.from, query.to].some((value) => value !== undefined);
  return (
    <div className="filters">
      {!comparing && <Kinds query={query} hrefTo={hrefTo} />}
      <form method="get" action={`/${locale}/changes`}>
        <details open={open || comparing}>
          <summary>{comparing ? t("changes.compareTwo") : t("changes.filter")}</summary>
          <div className="filter-grid">
            {comparing && <Moments {...props} />}
            <About {...props} />
          </div>
          {query.kind && <input type="hidden" name="kind" value={query.kind} />}
          {query.outcome && <input type="hidden" name="outcome" value={query.outcome} />}
          {query.as_of && <input type="hidden" name="as_of" value={query.as_of} />}
          <p>
            <button type="submit">{comparing ? t("changes.compare") : t("figures.apply")}</button>{" "}
            <a href={hrefTo("/changes")}>{t("changes.clear")}</a>
          </p>
        </details>
      </form>
    </div>
  );
}

async function Kinds({ query, hrefTo }: Pick<Props, "query" | "hrefTo">) {
  const t = await getTranslations("changes");
  const { kind: chosen, as_of: _frozen, ...rest } = query;
  const href = (kind?: (typeof changeOrder)[number]) => {
    const filters = writeChangeQuery({ ...rest, ...(kind ? { kind } : {}) });
    return hrefTo(filters === "" ? "/changes" : `/changes?${filters}`);
  };
  return (
    <nav className="kinds" aria-label={t("filterName.kind")}>
      <a href={href()} aria-current={chosen === undefined ? "page" : undefined}>
        {t("every")}
      </a>
      {changeOrder.map((kind) => (
        <a key={kind} href={href(kind)} aria-current={chosen === kind ? "page" : undefined}>
          {t(`kinds.${kind}`)}
        </a>
      ))}
    </nav>
  );
}

async function Moments({ query, newest }: Props) {
  const t = await getTranslations("changes");
  return (["since", "until"] as const).map((name) => (
    <p key={name}>
      <label htmlFor={name}>{t(name)}</label>
      <input
        id={name}
        name={name}
        type="number"
        min={0}
        max={newest}
        defaultValue={query[name] ?? (name === "until" ? newest : undefined)}
      />
    </p>
  ));
}

async function About({ query, metrics, claimants, locale }: Props) {
  const t = await getTranslations();
  const lists = {
    metric: metrics.map(({ slug, name }) => [slug, name[locale]] as const),
    claimant: [
      ...claimants.map(({ slug, name }) => [slug, name[locale]] as const),
      [unattributed, t("figures.unattributed")] as const,
    ],
  };
  return (
    <>
      {(["metric", "claimant"] as const).map((name) => (
        <p key={name}>
          <label htmlFor={name}>{t(`changes.filterName.${name}`)}</label>
          <select id={name} name={name} defaultValue={query[name] ?? ""}>
            <option value="">{t("figures.any")}</option>
            {lists[name].map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </p>
      ))}
      {(["from", "to"] as const).map((name) => (
        <p key={name}>
          <label htmlFor={name}>{t(`changes.filterName.${name}`)}</label>
          <input id={name} name={name} type="date" defaultValue={query[name]} />
        </p>
      ))}
    </>
  );
}
