import { requestHeaders } from "./auth";
import { cameByHttps } from "./client";
import { siteUrl } from "./site-env";

/** The whole address of a one-time link: under the public address, else under the one the admin came by. */
export async function inviteLink(token: string): Promise<string> {
  const headers = await requestHeaders();
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? "localhost";
  const base = siteUrl()?.origin ?? `${cameByHttps(headers) ? "https" : "http"}://${host}`;
  return `${base}/invite/${token}`;
}
