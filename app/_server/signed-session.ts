import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { cookiePrefix } from "@/db/accounts/auth";
import { formerSecrets, secret } from "./secret";

/** As better-auth writes it: the token of the session, and our signature of it. */
const form = new RegExp(
  `(?<=^|;\\s*)((?:${cookiePrefix(true)}|${cookiePrefix(false)})\\.session_token=)([^;]{1,400}?)\\.([^;.]{1,100})(?=;|$)`,
  "g",
);

/**
 * A name for the session whose cookie a request bears, where we have signed that; null where it bears none. Whether the
 * session is still open is not asked: it is counted by this, and let in by nothing.
 */
export function signedSession(cookies = ""): string | null {
  for (const [, , token = "", signature = ""] of cookies.matchAll(form))
    if (isOf(secret(), token, signature))
      return `session ${createHash("sha256").update(token).digest("base64url")}`;
  return null;
}

/** The cookies of a request, those of sessions that a former secret has signed signed by the one in use. */
export const signedAnew = (cookies: string, former: readonly string[]): string =>
  cookies.replace(form, (whole, name: string, token: string, signature: string) =>
    former.some((one) => isOf(one, token, signature))
      ? `${name}${token}.${encodeURIComponent(signatureOf(secret(), token))}`
      : whole,
  );

const signatureOf = (by: string, token: string) => createHmac("sha256", by).update(token).digest("base64");

function isOf(by: string, token: string, signature: string): boolean {
  const given = Buffer.from(signature.replaceAll("%2B", "+").replaceAll("%2F", "/").replaceAll("%3D", "="));
  const expected = Buffer.from(signatureOf(by, token));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const shared = globalThis as { verbatimSignsAnew?: true };

/**
 * Begins to take sessions that a former secret has signed, where one is named. Their browsers are given a cookie of the
 * new one when the session is prolonged, a day after it last was. Once per process, before the first answer.
 */
export function takeFormerSessions(): void {
  const former = formerSecrets();
  if (former.length === 0 || shared.verbatimSignsAnew) return;
  shared.verbatimSignsAnew = true;
  subscribe("http.server.request.start", (message) => {
    const { headers } = (message as { request: IncomingMessage }).request;
    if (headers.cookie !== undefined) headers.cookie = signedAnew(headers.cookie, former);
  });
}
