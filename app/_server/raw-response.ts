import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";

/** Modules are loaded more than once in a Next process; what they share is here. */
const shared = globalThis as { verbatimResponses?: AsyncLocalStorage<ServerResponse> };

/** Begins to note which of Node's responses a request is answered by. Once per process, before the first answer. */
export function noteResponses(): void {
  if (shared.verbatimResponses) return;
  const responses = new AsyncLocalStorage<ServerResponse>();
  shared.verbatimResponses = responses;
  subscribe("http.server.request.start", (message) => {
    responses.enterWith((message as { response: ServerResponse }).response);
  });
}

/**
 * Says how the body of the current answer is compressed. Next takes `Content-Encoding` and `Content-Length` out of what
 * a route answers, lest it pass on those of a fetch; ours are true, so they are said to Node itself.
 * @returns whether it could be said; where not, the body must go out as it is
 */
export function sayOfBody(header: "Content-Encoding" | "Content-Length", value: string): boolean {
  const response = shared.verbatimResponses?.getStore();
  if (response === undefined || response.headersSent) return false;
  response.setHeader(header, value);
  return true;
}

/** How to hang up on whoever the current answer is for: an error in its body alone waits until they read on. */
export function hangUpOn(): () => void {
  const response = shared.verbatimResponses?.getStore();
  return () => void response?.destroy();
}
