import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { UnsentNotice } from "@/components/ui/unsent-notice";
import { otherLocale } from "@/domain/locale";
import { type Editor, may, type Permission } from "@/domain/permission";
import type { Locale } from "@/domain/vocabulary";

const sections = [
  ["home", "/admin", "keep_account"],
  ["newSource", "/admin/sources/new", "record"],
  ["imports", "/admin/imports", "record"],
  ["review", "/admin/review", "review"],
  ["objections", "/admin/objections", "review"],
  ["lists", "/admin/lists/metrics", "describe"],
  ["audit", "/admin/audit", "read_audit"],
  ["users", "/admin/users", "manage_editors"],
] as const satisfies readonly [string, string, Permission][];

type Props = {
  locale: Locale;
  /** The address of this page, query included. */
  path: string;
  /** Null on the pages before the door. */
  editor: (Editor & { readonly name: string }) | null;
  signOut: () => Promise<void>;
  chooseLanguage: (form: FormData) => Promise<void>;
  children: ReactNode;
};

/** What surrounds every page of the desk: where one may go, who one is, and the way out. */
export async function DeskFrame({ locale, path, editor, signOut, chooseLanguage, children }: Props) {
  const t = await getTranslations("accounts");
  const site = await getTranslations("site");
  const other = otherLocale(locale);
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="masthead desk-masthead">
        <a className="wordmark" href={editor ? "/admin" : `/${locale}`}>
          {site("name")}
        </a>
        {editor && <Sections editor={editor} path={path} />}
        <div className="desk-self">
          {editor && (
            <>
              <a href="/admin/account" aria-current={isAt(path, "/admin/account") ? "page" : undefined}>
                {editor.name}
              </a>
              <form action={signOut}>
                <button type="submit" className="plain">
                  {t("signOut")}
                </button>
              </form>
            </>
          )}
          <form action={chooseLanguage}>
            <input type="hidden" name="next" value={path} />
            <button type="submit" className="plain" name="locale" value={other} lang={other}>
              {t("language")}
            </button>
          </form>
        </div>
      </header>
      <main id="content">{children}</main>
      <UnsentNotice locale={locale} />
      <footer className="colophon desk-colophon">
        <a href={`/${locale}`}>{t("readers")}</a>
      </footer>
    </>
  );
}

async function Sections({ editor, path }: { editor: Editor; path: string }) {
  const t = await getTranslations("accounts.nav");
  return (
    <nav aria-label={t("label")}>
      {sections
        .filter(([, , permission]) => may(editor, permission))
        .map(([key, href]) => (
          <a key={key} href={href} aria-current={isAt(path, href) ? "page" : undefined}>
            {t(key)}
          </a>
        ))}
    </nav>
  );
}

/** Whether a page lies in a section; every list is in the section of lists. */
function isAt(path: string, href: string): boolean {
  const pathname = path.split("?")[0]!;
  if (href.startsWith("/admin/lists/")) return pathname.startsWith("/admin/lists/");
  return pathname === href || (href === "/admin/imports" && pathname.startsWith(`${href}/`));
}
