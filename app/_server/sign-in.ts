import { APIError } from "better-auth";
import { doors, forgive, knock, takeOnce } from "@/db/accounts/throttle";
import type { Database } from "@/db/client";
import { site } from "@/db/mutations/accept-invitation";
import { recordFailedSignIn, recordSignIn } from "@/db/mutations/record-sign-in";
import { endSession } from "@/db/mutations/revoke-sessions";
import { emailInput } from "@/domain/account";
import type { Editor } from "@/domain/permission";
import { authOf, passCookiesOn, requestHeaders } from "./auth";
import { networkAsking } from "./client";
import { database } from "./database";
import { deviceOf, rememberDevice } from "./device";
import { editorOf } from "./editor";
import { pendingEmail } from "./second-step";
import { secret } from "./secret";

/** How a try to sign in ended. `wait` is in seconds; `code` asks for the second factor. */
export type SignInOutcome =
  | { readonly kind: "in" | "code" | "wrong" | "expired" }
  | { readonly kind: "wait"; readonly seconds: number };

const longestField = 1000;

/** How long six digits are taken for, their neighbours in time included. */
const secondsOfCode = 120;

/**
 * Tries an email and a password. What is said, and how long it takes, is the same for a stranger, a wrong password and
 * an account shut out. Each try knocks at the doors of its client and its account first.
 */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const headers = await requestHeaders();
  const opened = await database();
  const address = emailInput.safeParse(email).data ?? "nobody@invalid.invalid";
  const { own, shared } = doorsOf(headers, email.trim().toLowerCase().slice(0, longestField));
  const seconds = await knock(opened.db, [shared, own]);
  if (seconds > 0) return { kind: "wait", seconds };
  const auth = await authOf(headers);
  const answer = await tried(
    auth.api.signInEmail({
      body: { email: address, password: password.slice(0, longestField) },
      headers,
      returnHeaders: true,
    }),
  );
  if (answer === null) return wrong(opened, email, "password");
  await passCookiesOn(answer.headers);
  if ("twoFactorRedirect" in answer.response) {
    await forgive(opened.db, [], [shared]);
    return { kind: "code" };
  }
  await forgive(opened.db, [own], [shared]);
  await welcome(opened, headers, answer.response.user, "none");
  return { kind: "in" };
}

/** Tries the second factor: six digits of an authenticator app, or a recovery code. */
export async function signInWithCode(given: string): Promise<SignInOutcome> {
  const headers = await requestHeaders();
  const opened = await database();
  const auth = await authOf(headers);
  const email = await pendingEmail(auth, headers);
  if (email === null) return { kind: "expired" };
  const { own, shared } = doorsOf(headers, `second factor of ${email}`);
  const seconds = await knock(opened.db, [shared, own]);
  if (seconds > 0) return { kind: "wait", seconds };
  const code = given.replace(/\s/g, "").slice(0, 40);
  const isTotp = /^\d{6}$/.test(code);
  if (isTotp && !(await takeOnce(opened.db, doors(secret()).code(email, code), secondsOfCode)))
    return wrong(opened, email, "second_factor");
  const body = { code };
  const answer = await tried(
    isTotp
      ? auth.api.verifyTOTP({ body, headers, returnHeaders: true })
      : auth.api.verifyBackupCode({ body, headers, returnHeaders: true }),
  );
  if (answer === null) return wrong(opened, email, "second_factor");
  await passCookiesOn(answer.headers);
  const { own: account } = doorsOf(headers, email);
  await forgive(opened.db, [own, account], [shared]);
  await welcome(opened, headers, { ...answer.response.user, email }, isTotp ? "totp" : "recovery_code");
  return { kind: "in" };
}

function doorsOf(headers: Headers, account: string) {
  const { client, account: doorOf, device } = doors(secret());
  const known = deviceOf(headers, account);
  return { shared: client(networkAsking(headers)), own: known ? device(known) : doorOf(account) };
}

/** The answer of better-auth; null where it refuses. Anything else it throws is a fault of ours. */
async function tried<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null;
    throw error;
  }
}

async function wrong(
  { db }: Database,
  email: string,
  step: "password" | "second_factor",
): Promise<SignInOutcome> {
  await recordFailedSignIn(db, site, { email, step });
  return { kind: "wrong" };
}

/**
 * Notes the sign-in before anyone is let in by it: the cookies go out with the answer. Who was signed in at this
 * browser till now no longer is: a session nobody can reach any more must not stay open.
 */
async function welcome(
  { db }: Database,
  headers: Headers,
  user: { id: string; email: string; role?: unknown },
  secondFactor: "none" | "totp" | "recovery_code",
): Promise<void> {
  const editor = { id: user.id, role: user.role } as Editor; // a person's role, as the table has it
  const noted = await recordSignIn(db, editor, { secondFactor });
  if (!noted.ok) throw new Error("a sign-in could not be noted");
  const before = await editorOf(headers);
  if (before !== null) await endSession(db, before, { sessionId: before.sessionId });
  await rememberDevice(user.email);
}
