import { randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { cookiePrefix } from "@/db/accounts/auth";
import { clientAddress, networkOf, plainAddress, readTrustedProxies } from "@/db/accounts/client-address";
import { siteUrl } from "./site-env";

/**
 * Next hands on X-Forwarded-For as any client wrote it and no socket. So each request is told its true client where
 * Node's server takes it in, in a header whose name is drawn anew at every start: nobody outside can write it.
 */
const shared = globalThis as { verbatimClientHeader?: string; verbatimNotesClients?: true };

/** In which a proxy that keeps pages names the nonce to write into them: it puts a fresh one in its place each time. */
export const givenNonceHeader = "x-page-nonce";

export function clientHeader(): string {
  shared.verbatimClientHeader ??= `x-client-${randomBytes(12).toString("hex")}`;
  return shared.verbatimClientHeader;
}

/** Begins to note clients. Once per process, before the first answer. @throws where TRUSTED_PROXY cannot be read */
export function noteClients(): void {
  const proxies = readTrustedProxies();
  const name = clientHeader();
  if (shared.verbatimNotesClients) return;
  shared.verbatimNotesClients = true;
  subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    const { headers } = request;
    const forwarded = headers["x-forwarded-for"];
    headers[name] = clientAddress(socket.remoteAddress, [forwarded].flat().join(",") || undefined, proxies);
    // What a stranger says of how it came is not believed either.
    if (!proxies.trusts(plainAddress(socket.remoteAddress ?? ""))) {
      delete headers["x-forwarded-proto"];
      delete headers["x-forwarded-host"];
      delete headers["x-forwarded-for"];
      delete headers[givenNonceHeader];
    }
  });
}

/** The address of the client, or "unknown". */
export const clientOf = (headers: Headers): string => headers.get(clientHeader()) ?? "unknown";

/** Whom a request is counted with: the network of its client. */
export const networkAsking = (headers: Headers): string => networkOf(clientOf(headers));

/**
 * Whether the browser came by https: by our public address, by a trusted proxy's word, by its own (a form's Origin,
 * already checked to be ours), or by a cookie that browsers keep for https alone.
 */
export function cameByHttps(headers: Headers): boolean {
  return (
    siteUrl()?.protocol === "https:" ||
    headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https" ||
    headers.get("origin")?.startsWith("https://") === true ||
    headers.get("cookie")?.includes(`${cookiePrefix(true)}.`) === true
  );
}

/** The hosts this site is known by: as asked for, as a trusted proxy was asked for it, and as published. */
export function ownHosts(headers: Headers): string[] {
  const asked = [headers.get("host"), headers.get("x-forwarded-host")];
  return [...asked, siteUrl()?.host].filter((host) => typeof host === "string");
}
