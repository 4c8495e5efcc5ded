"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { LinkState } from "@/components/admin/accounts/link-state";
import { changeRole } from "@/db/mutations/change-role";
import { disableEditor, enableEditor } from "@/db/mutations/disable-editor";
import { forgetSecondFactor } from "@/db/mutations/forget-second-factor";
import { inviteEditor, renewInvitation } from "@/db/mutations/invite-editor";
import { revokeSessions } from "@/db/mutations/revoke-sessions";
import { type PersonRole, personRoles } from "@/domain/account";
import { database } from "../../_server/database";
import { requireEditor } from "../../_server/editor";
import { formOf } from "../../_server/form-of";
import { inviteLink } from "../../_server/invite-link";
import { refusalInWords } from "../../_server/refusal-in-words";

const field = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Any other word is no role: the mutation refuses it. */
const roleIn = (form: FormData) =>
  personRoles.find((role) => role === form.get("role")) ?? ("" as PersonRole);

/** Makes an account and its one-time link. */
export async function invite(_: LinkState, sent: FormData): Promise<LinkState> {
  const form = formOf(sent);
  const editor = await requireEditor();
  const email = field(form, "email");
  const { db } = await database();
  const made = await inviteEditor(db, editor, { email, role: roleIn(form) });
  if (!made.ok) return { problem: await refusalInWords(made.refusal), typed: email };
  revalidatePath("/admin/users");
  return { link: await inviteLink(made.value.token), email };
}

/** What an admin does to someone's account: the button says what. */
export async function manage(_: LinkState, sent: FormData): Promise<LinkState> {
  const form = formOf(sent);
  const editor = await requireEditor();
  const { db } = await database();
  const editorId = field(form, "editor");
  const rowVersion = Number(form.get("rowVersion"));
  const verbs = {
    role: () => changeRole(db, editor, { editorId, rowVersion, role: roleIn(form) }),
    disable: () => disableEditor(db, editor, { editorId, rowVersion }),
    enable: () => enableEditor(db, editor, { editorId, rowVersion }),
    revoke: () => revokeSessions(db, editor, { editorId }),
    forget: () => forgetSecondFactor(db, editor, { editorId }),
    link: () => renewInvitation(db, editor, { editorId }),
  };
  const verb = field(form, "verb");
  if (!Object.hasOwn(verbs, verb)) return { problem: await refusalInWords({ kind: "invalid", fields: {} }) };
  const done = await verbs[verb as keyof typeof verbs](); // checked just above
  revalidatePath("/admin/users");
  if (!done.ok) return { problem: await refusalInWords(done.refusal) };
  const { value } = done;
  if (typeof value === "object") return { link: await inviteLink(value.token), email: field(form, "email") };
  return { done: (await getTranslations("accounts.users"))("done") };
}
