import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies, headers } from "next/headers";
import { type Auth, createAuth } from "@/db/accounts/auth";
import { cameByHttps, clientHeader } from "./client";
import { database } from "./database";
import { formerSecrets, secret } from "./secret";

const made = new Map<boolean, Auth>();

/** better-auth as this request needs it: cookies for https, or for http. */
export async function authOf(requestHeaders: Headers): Promise<Auth> {
  const secure = cameByHttps(requestHeaders);
  const { db } = await database();
  const auth =
    made.get(secure) ??
    createAuth(db, { secret: secret(), former: formerSecrets(), secure, clientHeader: clientHeader() });
  made.set(secure, auth);
  return auth;
}

/** Hands the cookies better-auth has set on to the browser; from a server action, which may set them. */
export async function passCookiesOn(from: Headers): Promise<void> {
  const jar = await cookies();
  for (const [name, cookie] of parseSetCookieHeader(from.getSetCookie().join(", ")))
    jar.set(name, cookie.value, toCookieOptions(cookie));
}

/**
 * The headers of the request at hand, as better-auth wants them, with the cookies as they are by now: an action that
 * has just been given a new session renders its page with it.
 */
export async function requestHeaders(): Promise<Headers> {
  const asked = new Headers(await headers());
  const jar = (await cookies()).getAll();
  asked.set("cookie", jar.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; "));
  return asked;
}
