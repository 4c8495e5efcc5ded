"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { FactorState, PasswordState, SessionsState } from "@/components/admin/accounts/account-state";
import type { TokenState } from "@/components/admin/accounts/token-state";
import { changePassword } from "@/db/mutations/change-password";
import { makeToken } from "@/db/mutations/make-token";
import { endSessionElsewhere } from "@/db/mutations/revoke-sessions";
import { revokeToken } from "@/db/mutations/revoke-token";
import { tokenDays } from "@/domain/token";
import { database } from "../../_server/database";
import { requireEditor, requirePerson } from "../../_server/editor";
import { boundAs, formOf } from "../../_server/form-of";
import { refusalInWords } from "../../_server/refusal-in-words";
import { beginSecondFactor, confirmSecondFactor, endSecondFactor } from "../../_server/second-factor";
import { slowDown, speedUp } from "../../_server/slow-down";

const field = (form: FormData, name: string) => String(form.get(name) ?? "").slice(0, 1000);

/** The key for the phone, which comes back with the code that confirms it. */
const setupBefore = z.object({
  setup: z.object({ uri: z.string(), key: z.string(), codes: z.array(z.string()) }).optional(),
});

/** Changes one's password, and signs one out everywhere else. */
export async function replacePassword(_: PasswordState, sent: FormData): Promise<PasswordState> {
  const form = formOf(sent);
  const editor = await requirePerson();
  const t = await getTranslations("accounts.account");
  const wait = await slowDown(editor);
  if (wait !== null) return { current: wait };
  const { db } = await database();
  const passwords = { current: field(form, "current"), next: field(form, "next") };
  const changed = await changePassword(db, editor, { ...passwords, sessionId: editor.sessionId });
  revalidatePath("/admin/account");
  if (changed.ok) {
    await speedUp(editor);
    return { done: t("changed") };
  }
  const { refusal } = changed;
  const words = await refusalInWords(refusal);
  return refusal.kind === "invalid" && "next" in refusal.fields ? { next: words } : { current: words };
}

/** Switches the second step on, in two steps of its own: a key for the phone, then a code to show that it works. */
export async function changeSecondFactor(before: FactorState, sent: FormData): Promise<FactorState> {
  const form = formOf(sent);
  const state = boundAs(setupBefore, before);
  const editor = await requirePerson();
  const wait = await slowDown(editor);
  if (wait !== null) return { ...state, problem: wait };
  const verb = field(form, "verb");
  const after =
    verb === "confirm"
      ? await confirmSecondFactor(editor, state, field(form, "code"))
      : verb === "end"
        ? await endSecondFactor(editor, field(form, "password"))
        : await beginSecondFactor(editor, field(form, "password"));
  if (after.problem === undefined) await speedUp(editor);
  return after;
}

/** Ends one of one's sessions elsewhere. */
export async function endElsewhere(_: SessionsState, sent: FormData): Promise<SessionsState> {
  const form = formOf(sent);
  const editor = await requirePerson();
  const wait = await slowDown(editor);
  if (wait !== null) return { problem: wait };
  const { db } = await database();
  const asked = { sessionId: field(form, "session"), password: field(form, "password") };
  const ended = await endSessionElsewhere(db, editor, asked);
  if (!ended.ok) return { problem: await refusalInWords(ended.refusal) };
  await speedUp(editor);
  revalidatePath("/admin/account");
  return { done: (await getTranslations("accounts.account"))("sessionEnded") };
}

/** Makes a token for a script, and tells it this once. */
export async function newToken(_: TokenState, sent: FormData): Promise<TokenState> {
  const form = formOf(sent);
  const editor = await requireEditor();
  const t = await getTranslations("accounts.tokens");
  const name = field(form, "name");
  const days = tokenDays.find((one) => one === form.get("days")) ?? "30";
  const made = await makeToken((await database()).db, editor, { name, days });
  revalidatePath("/admin/account");
  if (made.ok) return { token: made.value.token };
  const { refusal } = made;
  if (refusal.kind !== "invalid") return { problem: await refusalInWords(refusal), typed: name };
  return { problem: t(refusal.fields.name?.includes("many") ? "many" : "nameMissing"), typed: name };
}

/** Takes back one of one's tokens. */
export async function endToken(sent: FormData): Promise<void> {
  const form = formOf(sent);
  const editor = await requireEditor();
  await revokeToken((await database()).db, editor, { tokenId: Number(field(form, "token")) });
  revalidatePath("/admin/account");
}
