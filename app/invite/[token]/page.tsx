import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InviteForm } from "@/components/admin/accounts/invite-form";
import { findInvitation } from "@/db/queries/find-invitation";
import { reader } from "../../_server/database";
import { openAccount } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.invite"))("title") };
}

/** Where a one-time link leads: someone chooses their password. */
export default async function InvitePage({ params }: PageProps<"/invite/[token]">) {
  const { token } = await params;
  const t = await getTranslations("accounts.invite");
  const invitation = await findInvitation(await reader(), token);
  if (invitation === null)
    return (
      <section className="door">
        <h1>{t("voidTitle")}</h1>
        <p>{t("void")}</p>
        <p>
          <a href="/sign-in">{t("toSignIn")}</a>
        </p>
      </section>
    );
  const words = { name: t("name"), password: t("password"), hint: t("hint"), submit: t("submit") };
  return (
    <section className="door">
      <h1>{t("title")}</h1>
      <p>{t("what", { email: invitation.email })}</p>
      <InviteForm action={openAccount} {...invitation} token={token} words={words} />
    </section>
  );
}
