"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { InviteState } from "@/components/admin/accounts/invite-form";
import { acceptInvitation } from "@/db/mutations/accept-invitation";
import { nameInput, type PasswordProblem } from "@/domain/account";
import { database } from "../../_server/database";
import { formOf } from "../../_server/form-of";
import { signIn } from "../../_server/sign-in";

/** Opens an account by its link, and signs in to it. */
export async function openAccount(_: InviteState, sent: FormData): Promise<InviteState> {
  const form = formOf(sent);
  const t = await getTranslations("accounts");
  const [name, password, token] = ["name", "password", "token"].map((key) => String(form.get(key) ?? ""));
  if (!nameInput.safeParse(name).success)
    return { name: name!.slice(0, 80), problems: { name: t("problem.nameMissing") } };
  const { db } = await database();
  const opened = await acceptInvitation(db, { name: name!, password: password!, token: token! });
  if (opened.ok) {
    const outcome = await signIn(opened.value.email, password!);
    redirect(outcome.kind === "in" ? "/admin" : outcome.kind === "code" ? "/sign-in?step=code" : "/sign-in");
  }
  const fields = opened.refusal.kind === "invalid" ? opened.refusal.fields : {};
  const [problem] = fields.password ?? [];
  if (problem)
    return { name: name!, problems: { password: t(`passwordProblem.${problem as PasswordProblem}`) } };
  return { name: name!, problems: { token: t("invite.void") } };
}
