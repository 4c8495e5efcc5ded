import type { Auth } from "@/db/accounts/auth";
import { cookiePrefix } from "@/db/accounts/auth";
import { cameByHttps } from "./client";

/** Whose second factor a browser is being asked for; null where no password was given, or too long ago. */
export async function pendingEmail(auth: Auth, headers: Headers): Promise<string | null> {
  const name = `${cookiePrefix(cameByHttps(headers))}.two_factor=`;
  const cookie = headers
    .get("cookie")
    ?.split("; ")
    .find((one) => one.startsWith(name));
  const identifier = decodeURIComponent(cookie?.slice(name.length) ?? "").split(".")[0];
  if (!identifier) return null;
  const { internalAdapter } = await auth.$context;
  const pending = await internalAdapter.findVerificationValue(identifier);
  if (!pending || pending.expiresAt < new Date()) return null;
  return (await internalAdapter.findUserById(pending.value))?.email ?? null;
}
