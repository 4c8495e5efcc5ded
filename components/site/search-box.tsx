import { getTranslations } from "next-intl/server";
import type { Locale } from "@/domain/vocabulary";

type Props = {
  locale: Locale /** Of this page, without its language. */;
  path: string;
  asOf: string | undefined;
};

/** The way to search from every page: a form that writes the address, frozen as the page is. */
export async function SearchBox({ locale, path, asOf }: Props) {
  const t = await getTranslations("search");
  const [page, query] = path.split("?");
  const typed = page === "/search" ? (new URLSearchParams(query).get("q") ?? "") : "";
  return (
    <search>
      <form className="search-box" method="get" action={`/${locale}/search`}>
        <label className="visually-hidden" htmlFor="search-q">
          {t("label")}
        </label>
        <input
          id="search-q"
          name="q"
          type="search"
          maxLength={200}
          required
          placeholder={t("title")}
          defaultValue={typed}
        />
        {asOf !== undefined && <input type="hidden" name="as_of" value={asOf} />}
        <button type="submit">{t("submit")}</button>
      </form>
    </search>
  );
}
