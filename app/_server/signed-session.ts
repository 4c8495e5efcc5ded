import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { cookiePrefix } from "@/db/accounts/auth";
import { secret } from "./secret";

/** As better-auth writes it: the token of the session, and our signature of it. */
const cookie = (prefix: string) =>
  new RegExp(`(?:^|;\\s*)${prefix}\\.session_token=([^;]{1,400}?)\\.([^;.]{1,100})(?:;|$)`);
const forms = [true, false].map((secure) => cookie(cookiePrefix(secure)));

/**
 * A name for the session whose cookie a request bears, where we have signed that; null where it bears none. Whether the
 * session is still open is not asked: it is counted by this, and let in by nothing.
 */
export function signedSession(cookies: string | undefined): string | null {
  for (const form of forms) {
    const [, token, signature] = form.exec(cookies ?? "") ?? [];
    if (token && signature && isOurs(token, signature))
      return `session ${createHash("sha256").update(token).digest("base64url")}`;
  }
  return null;
}

function isOurs(token: string, signature: string): boolean {
  const given = Buffer.from(signature.replaceAll("%2B", "+").replaceAll("%2F", "/").replaceAll("%3D", "="));
  const expected = Buffer.from(createHmac("sha256", secret()).update(token).digest("base64"));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
