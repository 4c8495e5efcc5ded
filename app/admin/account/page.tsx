import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MySessions } from "@/components/admin/accounts/my-sessions";
import { MyTokens } from "@/components/admin/accounts/my-tokens";
import { PasswordForm } from "@/components/admin/accounts/password-form";
import { SecondFactorForm } from "@/components/admin/accounts/second-factor-form";
import { TokenForm } from "@/components/admin/accounts/token-form";
import { listSessions } from "@/db/queries/list-editors";
import { listTokens } from "@/db/queries/list-tokens";
import { accountsMessagesOf } from "@/messages/accounts";
import { reader } from "../../_server/database";
import { owesSecondStep, requirePerson } from "../../_server/editor";
import { secondStepRequired } from "../../_server/site-env";
import { changeSecondFactor, endElsewhere, endToken, newToken, replacePassword } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.account"))("title") };
}

/** Who looks: an editor making their own account safe; must see their password, second step, sign-ins and tokens. */
export default async function AccountPage() {
  const editor = await requirePerson();
  const owes = owesSecondStep(editor);
  const t = await getTranslations("accounts.account");
  const roles = await getTranslations("accounts.role");
  const hint = (await getTranslations("accounts.invite"))("hint");
  const locale = await getLocale();
  const { tokens } = accountsMessagesOf(locale);
  const db = await reader();
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
        {owes && <p className="said">{t("owed")}</p>}
        <SecondFactorForm
          action={changeSecondFactor}
          on={editor.twoFactor}
          stays={secondStepRequired()}
          words={factorWords()}
        />
      </section>
      <section className="account-section">
        <h2>{t("sessionsTitle")}</h2>
        <MySessions
          sessions={await listSessions(db, editor.id)}
          here={editor.sessionId}
          locale={locale}
          action={endElsewhere}
        />
      </section>
      {!owes && (
        <section className="account-section">
          <h2>{tokens.title}</h2>
          <p>
            {tokens.what} <a href={`/${locale}/api#write`}>{tokens.how}</a>
          </p>
          <TokenForm action={newToken} words={tokens} />
          <MyTokens tokens={await listTokens(db, editor.id)} locale={locale} action={endToken} />
        </section>
      )}
    </>
  );

  function factorWords() {
    const keys = ["off", "on", "password", "begin", "addKey", "openApp", "key"] as const;
    const more = ["codesTitle", "codes", "code", "confirm", "disable", "stays"] as const;
    return Object.fromEntries([...keys, ...more].map((key) => [key, t(key)])) as Record<
      (typeof keys)[number] | (typeof more)[number],
      string
    >;
  }
}
