import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";

/**
 * What Next's own parts say to each other and no browser to us. Each of these once opened a way round a middleware or
 * into a cache (CVE-2025-29927, CVE-2024-46982, CVE-2025-49005), so none is believed from outside, known hole or not.
 * Left is `x-action-forwarded`, by which Next tells itself not to pass an action on for ever.
 */
const inner = /^(?:next-resume$|x-(?:middleware|invoke|now-route|matched-path|nextjs-data|prerender|next-))/;

/** Methods that Node reads and Next does not: it answers 500 to them. */
const strange: readonly (string | undefined)[] = ["TRACE", "TRACK"];

/** All that may be done with the files of the build: Next answers 500 to anything else. */
const reads: readonly (string | undefined)[] = ["GET", "HEAD"];

/** Asked for where a request names no path: nothing is there. */
const nowhere = "/-";

/**
 * The path a request asks for. A request may name a whole address (RFC 9112, 3.2.2): Next would send whoever asks on to
 * that address, of whatever host and kind it is, so its path alone is taken. "*" asks about no page, and Next breaks on it.
 */
export function pathIn(target: string | undefined): string {
  if (target?.startsWith("/")) return target;
  if (target === undefined || !/^https?:/i.test(target) || !URL.canParse(target)) return nowhere;
  const { pathname, search } = new URL(target);
  return pathname + search;
}

/** Takes from a request what only the server may say. */
export function disarm(request: Pick<IncomingMessage, "headers" | "method" | "url">): void {
  request.url = pathIn(request.url);
  if (request.url.startsWith("/_next/") && !reads.includes(request.method)) request.url = nowhere;
  for (const name of Object.keys(request.headers)) if (inner.test(name)) delete request.headers[name];
  // Nothing here is deleted by that method: whoever asks is told so, and their words are not echoed.
  if (strange.includes(request.method)) request.method = "DELETE";
}

const shared = globalThis as { verbatimEntrance?: true };

/** Begins to disarm requests where Node's server takes them in. Once per process, before the first answer. */
export function guardEntrance(): void {
  if (shared.verbatimEntrance) return;
  shared.verbatimEntrance = true;
  subscribe("http.server.request.start", (message) =>
    disarm((message as { request: IncomingMessage }).request),
  );
  // While it is developed, a page is told by such a connection what has changed.
  if (process.env.NODE_ENV === "production")
    subscribe("net.server.socket", (message) => keepToRequests((message as { socket: ServedSocket }).socket));
}

type ServedSocket = Socket & { readonly server?: Server };

/**
 * Nothing here speaks anything but HTTP: who asks for an upgrade is answered as anyone. Next takes the connection over,
 * answers nothing on some addresses, and holds it for as long as the other side likes, past every limit of time.
 */
export function keepToRequests({ server }: Pick<ServedSocket, "server">): void {
  server?.removeAllListeners("upgrade");
}
