import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MySessions } from "@/components/admin/accounts/my-sessions";
import { PasswordForm } from "@/components/admin/accounts/password-form";
import { SecondFactorForm } from "@/components/admin/accounts/second-factor-form";
import { listSessions } from "@/db/queries/list-editors";
import { reader } from "../../_server/database";
import { requireEditor } from "../../_server/editor";
import { changeSecondFactor, leave, replacePassword } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.account"))("title") };
}

/** Who looks: an editor making their own account safe; must see their password, their second step, their sign-ins. */
export default async function AccountPage() {
  const editor = await requireEditor();
  const t = await getTranslations("accounts.account");
  const roles = await getTranslations("accounts.role");
  const hint = (await getTranslations("accounts.invite"))("hint");
  return (
    <>
      <header className="page-head">
        <h1>{t("title")}</h1>
        <p>{t("what", { email: editor.email, role: roles(editor.role) })}</p>
      </header>
      <section className="account-section">
        <h2>{t("passwordTitle")}</h2>
        <PasswordForm
          action={replacePassword}
          email={editor.email}
          words={{ current: t("current"), next: t("next"), hint, submit: t("change") }}
        />
      </section>
      <section className="account-section">
        <h2>{t("twoFactorTitle")}</h2>
        <SecondFactorForm action={changeSecondFactor} on={editor.twoFactor} words={factorWords()} />
      </section>
      <section className="account-section">
        <h2>{t("sessionsTitle")}</h2>
        <MySessions
          sessions={await listSessions(await reader(), editor.id)}
          here={editor.sessionId}
          locale={await getLocale()}
          action={leave}
        />
      </section>
    </>
  );

  function factorWords() {
    const keys = ["off", "on", "password", "begin", "addKey", "openApp", "key"] as const;
    const more = ["codesTitle", "codes", "code", "confirm", "disable"] as const;
    return Object.fromEntries([...keys, ...more].map((key) => [key, t(key)])) as Record<
      (typeof keys)[number] | (typeof more)[number],
      string
    >;
  }
}
