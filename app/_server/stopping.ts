import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

type Answering = { stopping: boolean; readonly servers: Set<Server>; readonly answers: Set<ServerResponse> };

/** Modules are loaded more than once in a Next process; all of them see the same answers. */
const shared = globalThis as { verbatimAnswering?: Answering };

/** Whether this process was told to stop. */
export const isStopping = (): boolean => shared.verbatimAnswering?.stopping ?? false;

/** Begins to note answers under way, so that they can be finished. Once per process, before the first of them. */
export function noteAnswers(): void {
  if (shared.verbatimAnswering) return;
  const all: Answering = { stopping: false, servers: new Set(), answers: new Set() };
  shared.verbatimAnswering = all;
  subscribe("http.server.request.start", (message) => {
    const { response, server } = message as RequestStart;
    all.servers.add(server);
    all.answers.add(response);
    response.once("close", () => all.answers.delete(response));
    if (all.stopping) sayLast(response);
  });
}

type RequestStart = { request: IncomingMessage; response: ServerResponse; server: Server };

/** Nothing more is asked on this connection. */
function sayLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("Connection", "close");
}

/**
 * Takes no connection any more and finishes the answers under way, downloads among them.
 * @param longest in milliseconds; what is not finished by then is cut off, so that whoever reads it sees that it is
 * @returns how many answers were cut off
 */
export async function finishAnswers(longest: number): Promise<number> {
  const all = shared.verbatimAnswering;
  if (!all) return 0;
  all.stopping = true;
  for (const server of all.servers) server.close();
  for (const answer of all.answers) sayLast(answer);
  const until = Date.now() + longest;
  while (all.answers.size > 0 && Date.now() < until) {
    // An answer that had begun leaves its connection open, and so does a browser that only opened one.
    for (const server of all.servers) server.closeIdleConnections();
    await pause(50);
  }
  const { size } = all.answers;
  for (const server of all.servers) server.closeAllConnections();
  return size;
}
