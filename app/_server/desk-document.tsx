import "@/components/site/styles/tokens.css";
import "@/components/site/styles/base.css";
import "@/components/site/styles/frame.css";
import "@/components/site/styles/figures.css";
import "@/components/site/styles/table.css";
import "@/components/admin/accounts/desk.css";
import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { sansFont, serifFont } from "./fonts";

export const deskViewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf8f1" },
    { media: "(prefers-color-scheme: dark)", color: "#141312" },
  ],
};

/** What every page of the desk says of itself: its name, and that no search engine is to keep it. */
export async function deskMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  const name = `${t("accounts.desk")} · ${t("site.name")}`;
  return { title: { default: name, template: `%s · ${name}` }, robots: { index: false, follow: false } };
}

/** The document of a desk page, in the editor's language and the readers' type and colours. */
export async function DeskDocument({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} className={`${sansFont.variable} ${serifFont.variable}`}>
      <body>{children}</body>
    </html>
  );
}
