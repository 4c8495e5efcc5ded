import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { InvitePerson } from "@/components/admin/accounts/invite-person";
import { People } from "@/components/admin/accounts/people";
import { listEditors } from "@/db/queries/list-editors";
import { personRoles } from "@/domain/account";
import { may } from "@/domain/permission";
import { reader } from "../../_server/database";
import { requireEditor } from "../../_server/editor";
import { invite, manage } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.users"))("title") };
}

/** Who looks: an admin adding a colleague or shutting one out; must see who has which role and who can sign in. */
export default async function UsersPage() {
  const editor = await requireEditor();
  if (!may(editor, "manage_editors")) return null; // the proxy has answered 403
  const t = await getTranslations("accounts");
  const roles = { editor: t("role.editor"), reviewer: t("role.reviewer"), admin: t("role.admin") };
  const words = {
    email: t("signIn.email"),
    role: t("users.role"),
    submit: t("users.invite"),
    link: t.raw("users.link") as string, // its hole is filled once there is a link
    linkLabel: t("users.linkLabel"),
  };
  return (
    <>
      <header className="page-head">
        <h1>{t("users.title")}</h1>
        <p>{t("users.what")}</p>
      </header>
      <InvitePerson
        action={invite}
        roles={roles}
        words={words}
        title={t("users.inviteTitle")}
        meanings={personRoles.map((role) => `${t(`role.${role}`)} — ${t(`roleMeaning.${role}`)}`)}
      />
      <People
        people={await listEditors(await reader())}
        me={editor.id}
        locale={await getLocale()}
        action={manage}
      />
    </>
  );
}
