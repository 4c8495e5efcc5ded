import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * What Next's own parts say to each other and no browser to us. Each of these once opened a way round a middleware or
 * into a cache (CVE-2025-29927, CVE-2024-46982, CVE-2025-49005), so none is believed from outside, known hole or not.
 * Left is `x-action-forwarded`, by which Next tells itself not to pass an action on for ever.
 */
const inner = /^(?:next-resume$|x-(?:middleware|invoke|now-route|matched-path|nextjs-data|prerender|next-))/;

/** Methods that Node reads and Next does not: it answers 500 to them. */
const strange: readonly (string | undefined)[] = ["TRACE", "TRACK"];

/** Takes from a request what only the server may say. */
export function disarm(request: Pick<IncomingMessage, "headers" | "method">): void {
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
}
