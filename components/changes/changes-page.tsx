import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { ChangeQuery } from "@/domain/change-query";

type Props = {
  query: ChangeQuery;
  /** The feed of the same changes. */
  feed: string;
  /** The address of what comes after, and of the beginning where this page is not it. */
  next: string | null;
  newest: string | null;
  /** The comparison with what is newest, from just before it. */
  compare: string | null;
  filters: ReactNode;
  children: ReactNode;
};

/** What surrounds the changes, whether told by publish or compared between two moments. */
export async function ChangesPage({ query, feed, next, newest, compare, filters, children }: Props) {
  const t = await getTranslations("changes");
  const comparing = query.since !== undefined;
  return (
    <div className="changes">
      <header className="page-head">
        <h1>{comparing ? t("compareTitle") : t("title")}</h1>
        <p>{comparing ? t("compareIntro") : t("intro")}</p>
        {!comparing && (
          <p>
            <a href={feed} type="application/atom+xml">
              {t("feed")}
            </a>
            {compare && (
              <>
                {" · "}
                <a href={compare}>{t("compareTwo")}</a>
              </>
            )}
          </p>
        )}
      </header>
      {filters}
      {children}
      {(next || newest) && (
        <nav className="pages" aria-label={t("pages")}>
          {newest ? <a href={newest}>← {t("newest")}</a> : <span />}
          {next && (
            <a href={next} rel="next">
              {comparing ? t("next") : t("older")} →
            </a>
          )}
        </nav>
      )}
    </div>
  );
}
