import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { cookiePrefix } from "@/db/accounts/auth";
import { requestHeaders } from "./auth";
import { cameByHttps } from "./client";
import { secret } from "./secret";

const year = 365 * 24 * 60 * 60;
const nameOf = (headers: Headers) => `${cookiePrefix(cameByHttps(headers))}.device`;

const sealOf = (device: string, email: string): string =>
  createHmac("sha256", secret()).update(`device\n${device}\n${email}`).digest("base64url");

/**
 * The browser a request comes from, where it has signed in to this account before. It opens nothing: it is only
 * counted apart when a password is wrong, so that a stranger who hammers at an account does not make its owner wait.
 */
export function deviceOf(headers: Headers, email: string): string | null {
  const cookie = headers
    .get("cookie")
    ?.split("; ")
    .find((one) => one.startsWith(`${nameOf(headers)}=`))
    ?.slice(nameOf(headers).length + 1);
  const [device, seal] = decodeURIComponentSafely(cookie ?? "").split("~");
  if (!device || !seal) return null;
  const expected = Buffer.from(sealOf(device, email));
  const given = Buffer.from(seal);
  return given.length === expected.length && timingSafeEqual(given, expected) ? device : null;
}

function decodeURIComponentSafely(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch (error) {
    if (error instanceof URIError) return ""; // no cookie of ours
    throw error;
  }
}

/** Tells the browser that has just signed in who it is. */
export async function rememberDevice(email: string): Promise<void> {
  const headers = await requestHeaders();
  const device = deviceOf(headers, email) ?? randomBytes(18).toString("base64url");
  (await cookies()).set(nameOf(headers), `${device}~${sealOf(device, email)}`, {
    httpOnly: true,
    sameSite: "lax",
    secure: cameByHttps(headers),
    path: "/",
    maxAge: year,
  });
}
