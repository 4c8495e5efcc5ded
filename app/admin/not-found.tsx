import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

/** Of every page sent under status 404 Next takes the title from here. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.refused"))("404.title") };
}

/** What a page of the desk that finds nothing shows, should the proxy have let it through. */
export default async function NotFound() {
  const t = await getTranslations("accounts.refused");
  return (
    <section className="problem">
      <h1>{t("404.title")}</h1>
      <p>{t("404.text")}</p>
      <p>
        <a href="/admin">{t("back")}</a>
      </p>
    </section>
  );
}
