"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { DoorState } from "@/components/admin/accounts/door-state";
import { pathAfterSignIn } from "@/domain/account";
import { formOf } from "../_server/form-of";
import { type SignInOutcome, signIn, signInWithCode } from "../_server/sign-in";

const field = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Signs in by email and password; goes on to the second step where there is one. */
export async function trySignIn(_: DoorState, sent: FormData): Promise<DoorState> {
  const form = formOf(sent);
  const email = field(form, "email").slice(0, 254);
  const next = pathAfterSignIn(field(form, "next"));
  const outcome = await signIn(email, field(form, "password"));
  if (outcome.kind === "in") redirect(next);
  if (outcome.kind === "code") redirect(`/sign-in?step=code&next=${encodeURIComponent(next)}`);
  return { email, problem: await inWords(outcome, "signIn") };
}

/** Signs in by the second step. */
export async function tryCode(_: DoorState, sent: FormData): Promise<DoorState> {
  const form = formOf(sent);
  const outcome = await signInWithCode(field(form, "code"));
  if (outcome.kind === "in") redirect(pathAfterSignIn(field(form, "next")));
  return { email: "", problem: await inWords(outcome, "code") };
}

async function inWords(outcome: SignInOutcome, step: "signIn" | "code"): Promise<string> {
  const t = await getTranslations("accounts");
  if (outcome.kind === "expired") return t("code.expired");
  if (outcome.kind !== "wait") return t(`${step}.wrong`);
  const { seconds } = outcome;
  if (seconds < 120) return t("signIn.wait", { seconds });
  return t("signIn.waitMinutes", { minutes: Math.ceil(seconds / 60) });
}
