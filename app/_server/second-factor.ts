import { APIError } from "better-auth";
import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { FactorState } from "@/components/admin/accounts/account-state";
import { recordSecondFactor } from "@/db/mutations/record-second-factor";
import { authOf, passCookiesOn, requestHeaders } from "./auth";
import { database } from "./database";
import type { SignedIn } from "./editor";
import { secondStepRequired } from "./site-env";

/** Gives a key for the phone and recovery codes; nothing is asked for at sign-in before a code has confirmed it. */
export async function beginSecondFactor(editor: SignedIn, password: string): Promise<FactorState> {
  const headers = await requestHeaders();
  const auth = await authOf(headers);
  const begun = await unlessRefused(auth.api.enableTwoFactor({ body: { password }, headers }));
  if (begun?.method !== "totp") return refusal("wrong");
  await note(editor, "begun");
  const key = new URL(begun.totpURI).searchParams.get("secret") ?? "";
  return { setup: { uri: begun.totpURI, key, codes: begun.backupCodes } };
}

/** Switches the second step on, once the phone has shown that it knows the key. */
export async function confirmSecondFactor(
  editor: SignedIn,
  { setup }: FactorState,
  code: string,
): Promise<FactorState> {
  const headers = await requestHeaders();
  const auth = await authOf(headers);
  const body = { code: code.replace(/\s/g, "") };
  const confirmed = await unlessRefused(auth.api.verifyTOTP({ body, headers, returnHeaders: true }));
  if (confirmed === null) return { setup, ...(await refusal("code")) };
  await passCookiesOn(confirmed.headers);
  await note(editor, "enabled");
  revalidatePath("/admin/account");
  return { done: (await getTranslations("accounts.account"))("enabled") };
}

/** Switches the second step off. */
export async function endSecondFactor(editor: SignedIn, password: string): Promise<FactorState> {
  if (secondStepRequired()) return { problem: (await getTranslations("accounts.account"))("stays") };
  const headers = await requestHeaders();
  const auth = await authOf(headers);
  const ended = await unlessRefused(
    auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
  );
  if (ended === null) return refusal("wrong");
  await passCookiesOn(ended.headers);
  await note(editor, "disabled");
  revalidatePath("/admin/account");
  return { done: (await getTranslations("accounts.account"))("disabledNow") };
}

async function note(editor: SignedIn, done: "begun" | "enabled" | "disabled"): Promise<void> {
  const noted = await recordSecondFactor((await database()).db, editor, { done });
  if (!noted.ok) throw new Error("a change of the second step could not be noted");
}

const refusal = async (problem: "wrong" | "code"): Promise<FactorState> => ({
  problem: (await getTranslations("accounts.problem"))(problem),
});

async function unlessRefused<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null;
    throw error;
  }
}
