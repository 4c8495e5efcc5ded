import { requestHeaders } from "./auth";
import { cameByHttps } from "./client";
import { siteUrl } from "./site-env";

/** Where the site is, without a final slash: its public address, else the one this visitor came by. */
export async function siteAddress(): Promise<string> {
  const told = siteUrl();
  if (told !== null) return told.href.replace(/\/$/, "");
  const headers = await requestHeaders();
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? "localhost";
  return `${cameByHttps(headers) ? "https" : "http"}://${host}`;
}
