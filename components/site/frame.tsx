import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { addressesIn } from "@/domain/address";
import { otherLocale } from "@/domain/locale";
import type { Locale } from "@/domain/vocabulary";
import { FrozenNote } from "./frozen-note";
import { SearchBox } from "./search-box";

const sections = ["figures", "compare", "sources", "changes", "method"] as const;

type Props = {
  locale: Locale;
  /** The address of this page without its language, query included: `/figures?q=drones`. Null where there is no such page. */
  path: string | null;
  /** Number of the collection's revision shown; null where no figure is. */
  revision: number | null;
  /** When that revision was published, where the address asks for it by `as_of`. */
  frozenAt: Date | null;
  children: ReactNode;
};

/** What surrounds every page: the way in, the way to the other language, and on what terms to read. */
export async function Frame({ locale, path: address, revision, frozenAt, children }: Props) {
  const t = await getTranslations("site");
  const other = otherLocale(locale);
  const asOf = frozenAt === null ? undefined : String(revision);
  const hrefTo = addressesIn(locale, asOf);
  const path = address ?? "";
  const current = address === null ? null : (address.split(/[/?]/)[1] ?? "");
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="masthead">
        <a className="wordmark" href={hrefTo("")} aria-current={current === "" ? "page" : undefined}>
          {t("name")}
        </a>
        <nav aria-label={t("nav.label")}>
          <a href={hrefTo("")} aria-current={current === "" || current === "metrics" ? "page" : undefined}>
            {t("nav.home")}
          </a>
          {sections.map((section) => (
            <a
              key={section}
              href={hrefTo(`/${section}`)}
              aria-current={current === section ? "page" : undefined}
            >
              {t(`nav.${section}`)}
            </a>
          ))}
        </nav>
        <SearchBox locale={locale} path={path} asOf={asOf} />
        <a className="language" href={`/${other}${path}`} lang={other} hrefLang={other}>
          {t("language")}
        </a>
      </header>
      <main id="content">
        {asOf !== undefined && frozenAt && (
          <FrozenNote locale={locale} path={path} asOf={asOf} at={frozenAt} />
        )}
        {children}
      </main>
      <footer className="colophon">
        <p>{t("footer.what")}</p>
        <p>
          {t("footer.ours")} {t("footer.theirs")}
        </p>
        <p>
          <a href={hrefTo("/api")} aria-current={current === "api" ? "page" : undefined}>
            {t("footer.api")}
          </a>
        </p>
        {revision !== null && <p className="revision">{t("footer.revision", { revision })}</p>}
      </footer>
    </>
  );
}
