import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { plainAddress, readTrustedProxies } from "@/db/accounts/client-address";
import { type AskedFor, askedFor, leastRevisionHeader } from "./asked-for";

/** The request being answered, wherever in the program it is asked for. */
export type ThisRequest = {
  /** By which it is found again in the log, in its answer, and in the log of a proxy before us. */
  readonly id: string;
  readonly response: ServerResponse;
  readonly asked: AskedFor;
};

/** Modules are loaded more than once in a Next process; what they share is here. */
const shared = globalThis as { verbatimRequests?: AsyncLocalStorage<ThisRequest> };

/**
 * Begins to note which request is being answered. Once per process, before the first answer.
 * @throws where TRUSTED_PROXY cannot be read
 */
export function noteRequests(): void {
  const proxies = readTrustedProxies();
  if (shared.verbatimRequests) return;
  const requests = new AsyncLocalStorage<ThisRequest>();
  shared.verbatimRequests = requests;
  subscribe("http.server.request.start", (message) => {
    const { request, response, socket } = message as RequestStart;
    const isProxy = proxies.trusts(plainAddress(socket.remoteAddress ?? ""));
    const id = (isProxy && wellFormedId(request.headers["x-request-id"])) || randomUUID();
    request.headers["x-request-id"] = id;
    response.setHeader("X-Request-Id", id);
    if (!isProxy) delete request.headers[leastRevisionHeader];
    requests.enterWith({ id, response, asked: askedFor(request) });
  });
}

type RequestStart = { request: IncomingMessage; response: ServerResponse; socket: Socket };

/** What nginx, Caddy and the others make of their own: nothing that could say more than itself in a log or a header. */
function wellFormedId(given: string | string[] | undefined): string | null {
  return typeof given === "string" && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : null;
}

/** The request being answered; undefined outside of any. */
export const thisRequest = (): ThisRequest | undefined => shared.verbatimRequests?.getStore();
