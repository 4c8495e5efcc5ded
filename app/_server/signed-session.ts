import { createHmac, timingSafeEqual } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { cookiePrefix } from "@/db/accounts/auth";
import { sha256 } from "@/db/accounts/hash-tokens";
import { formerSecrets, secret } from "./secret";

const names = [true, false].map((secure) => `${cookiePrefix(secure)}.session_token`);
const longest = { token: 400, signature: 100 };

/** Of one cookie, as better-auth writes it: the token of a session, and our signature of it. Null where it is another. */
function sessionIn(cookie: string) {
  const [start, dot] = [cookie.indexOf("=") + 1, cookie.lastIndexOf(".")];
  if (!names.includes(cookie.slice(0, Math.max(start - 1, 0)).trim())) return null;
  const [token, signature] = [cookie.slice(start, dot), cookie.slice(dot + 1).trim()];
  if (dot <= start || token.length > longest.token || signature.length > longest.signature) return null;
  return { named: cookie.slice(0, start), token, signature };
}

/**
 * What is kept of the token of the session whose cookie a request bears, where we have signed that; null where it bears
 * none. Whether the session is still open is not asked.
 */
export function signedSession(cookies = ""): string | null {
  for (const cookie of cookies.split(";")) {
    const found = sessionIn(cookie);
    if (found !== null && isOf(secret(), found.token, found.signature)) return sha256(found.token);
  }
  return null;
}

/** The cookies of a request, those of sessions that a former secret has signed signed by the one in use. */
export const signedAnew = (cookies: string, former: readonly string[]): string =>
  cookies
    .split(";")
    .map((cookie) => {
      const found = sessionIn(cookie);
      if (found === null || !former.some((one) => isOf(one, found.token, found.signature))) return cookie;
      return `${found.named}${found.token}.${encodeURIComponent(signatureOf(secret(), found.token))}`;
    })
    .join(";");

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
