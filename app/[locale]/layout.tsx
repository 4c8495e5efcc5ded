import "@/components/site/styles/tokens.css";
import "@/components/site/styles/base.css";
import "@/components/site/styles/frame.css";
import "@/components/site/styles/figures.css";
import "@/components/site/styles/compare.css";
import "@/components/site/styles/table.css";
import "@/components/site/styles/changes.css";
import "@/components/share/share.css";
import "@/components/charts/marks.css";
import "@/components/charts/chart.css";
import "@/components/charts/explore.css";
import "@/components/site/styles/print.css";
import type { Metadata, Viewport } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { sansFont, serifFont } from "../_server/fonts";
import { readLocale } from "../_server/locale";

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf8f1" },
    { media: "(prefers-color-scheme: dark)", color: "#141312" },
  ],
};

export async function generateMetadata({ params }: LayoutProps<"/[locale]">): Promise<Metadata> {
  const locale = readLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "site" });
  return { title: { default: t("name"), template: `%s · ${t("name")}` }, description: t("motto") };
}

export default async function LocaleLayout({ children, params }: LayoutProps<"/[locale]">) {
  const locale = readLocale((await params).locale);
  setRequestLocale(locale);
  return (
    <html lang={locale} className={`${sansFont.variable} ${serifFont.variable}`}>
      <body>{children}</body>
    </html>
  );
}
