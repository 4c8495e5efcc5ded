import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

const statusOf = (word: string) => (word === "403" ? "403" : "404");

export async function generateMetadata({ params }: PageProps<"/admin/problem/[status]">): Promise<Metadata> {
  const t = await getTranslations("accounts.refused");
  return { title: t(`${statusOf((await params).status)}.title`) };
}

/** What an editor is shown instead of a page that is not for them, or not there; the proxy rewrites to it. */
export default async function Page({ params }: PageProps<"/admin/problem/[status]">) {
  const t = await getTranslations("accounts.refused");
  const status = statusOf((await params).status);
  return (
    <section className="problem">
      <h1>{t(`${status}.title`)}</h1>
      <p>{t(`${status}.text`)}</p>
      <p>
        <a href="/admin">{t("back")}</a>
      </p>
    </section>
  );
}
