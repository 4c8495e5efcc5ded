import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { otherLocale } from "@/domain/locale";
import type { Locale } from "@/domain/vocabulary";

const sections = ["figures", "compare", "sources", "method"] as const;

type Props = {
  locale: Locale;
  /** The address of this page without its language, query included: `/figures?q=drones`. */
  path: string;
  /** Number of the collection's revision shown; null where no figure is. */
  revision: number | null;
  children: ReactNode;
};

/** What surrounds every page: the way in, the way to the other language, and on what terms to read. */
export async function Frame({ locale, path, revision, children }: Props) {
  const t = await getTranslations("site");
  const other = otherLocale(locale);
  const current = path.split(/[/?]/)[1] ?? "";
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="masthead">
        <a className="wordmark" href={`/${locale}`} aria-current={current === "" ? "page" : undefined}>
          {t("name")}
        </a>
        <nav aria-label={t("nav.label")}>
          <a href={`/${locale}`} aria-current={current === "" || current === "metrics" ? "page" : undefined}>
            {t("nav.home")}
          </a>
          {sections.map((section) => (
            <a
              key={section}
              href={`/${locale}/${section}`}
              aria-current={current === section ? "page" : undefined}
            >
              {t(`nav.${section}`)}
            </a>
          ))}
        </nav>
        <a className="language" href={`/${other}${path}`} lang={other} hrefLang={other}>
          {t("language")}
        </a>
      </header>
      <main id="content">{children}</main>
      <footer className="colophon">
        <p>{t("footer.what")}</p>
        <p>
          {t("footer.ours")} {t("footer.theirs")}
        </p>
        {revision !== null && <p className="revision">{t("footer.revision", { revision })}</p>}
      </footer>
    </>
  );
}
