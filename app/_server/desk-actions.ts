"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { endSession } from "@/db/mutations/revoke-sessions";
import { ownPath } from "@/domain/account";
import { isLocale } from "@/domain/locale";
import { deskLocaleCookie } from "@/messages/request";
import { authOf, passCookiesOn, requestHeaders } from "./auth";
import { cameByHttps } from "./client";
import { database } from "./database";
import { currentPerson } from "./editor";
import { formOf } from "./form-of";

/** Ends the session at hand and forgets its cookies. */
export async function signOut(): Promise<void> {
  const editor = await currentPerson();
  if (editor) await endSession((await database()).db, editor, { sessionId: editor.sessionId });
  const headers = await requestHeaders();
  const auth = await authOf(headers);
  await passCookiesOn((await auth.api.signOut({ headers, returnHeaders: true })).headers);
  redirect("/sign-in");
}

/** Changes the language of the desk, on the page it is asked from. */
export async function chooseLanguage(sent: FormData): Promise<void> {
  const form = formOf(sent);
  const locale = form.get("locale");
  if (isLocale(locale)) {
    const secure = cameByHttps(await requestHeaders());
    const kept = { path: "/", maxAge: 365 * 24 * 60 * 60, httpOnly: true, sameSite: "lax", secure } as const;
    (await cookies()).set(deskLocaleCookie, locale, kept);
  }
  redirect(ownPath(String(form.get("next") ?? ""), "/admin"));
}
