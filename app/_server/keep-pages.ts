import { randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { withinPatience } from "@/db/away";
import { currentState } from "@/db/queries/current-state";
import { patience } from "@/db/replicas";
import { BoundedCache } from "@/domain/bounded-cache";
import { captured } from "./capture-answer";
import { today } from "./clock";
import { reader } from "./database";
import { gzippedWith, headersWith, type KeptPage, keep, nonceLength, plainWith } from "./kept-page";
import { errorFacts, log } from "./log";
import { pageKey } from "./page-key";

/** All pages kept together, in bytes, as they are and deflated. */
const most = 64 * 1024 * 1024;

type Answer = () => void;

/** Modules are loaded more than once in a Next process; what they share is here. */
const shared = globalThis as {
  verbatimPages?: { shelf: BoundedCache<KeptPage>; known: WeakSet<Server>; kept: number; drawn: number };
};

/** Pages answered from memory and drawn, and the bytes that those kept weigh. */
export function pagesNow() {
  const { kept = 0, drawn = 0, shelf } = shared.verbatimPages ?? {};
  return { kept, drawn, weight: shelf?.weight ?? 0 };
}

/**
 * Begins to keep the pages that readers are answered, so that the next one is answered from memory while nothing was
 * written: a page is filed under the state of the whole database (`currentState`), read for every request, and under
 * the day, so there is nothing to invalidate and an old one cannot be met (docs/decisions/0024). Nonces are drawn anew
 * for each copy. Once per process, before the first answer; in development pages change with the code, and none is kept.
 */
export function keepPages(): void {
  if (shared.verbatimPages || process.env.NODE_ENV !== "production") return;
  const pages = { shelf: new BoundedCache<KeptPage>(most), known: new WeakSet<Server>(), kept: 0, drawn: 0 };
  shared.verbatimPages = pages;
  const { shelf, known } = pages;
  const underWay = new Map<string, Promise<KeptPage | null>>();
  // Node says of a request before it hands it to Next: the first one is where a server is met.
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    if (known.has(server)) return;
    known.add(server);
    const listeners = server.listeners("request") as ((...all: [IncomingMessage, ServerResponse]) => void)[];
    server.removeAllListeners("request");
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      const render = () => {
        for (const listener of listeners) listener.call(server, request, response);
      };
      const address = pageKey(request);
      if (address === null) return render();
      answer(request, response, address, render).catch((error) => {
        log("error", "an answer from what is kept failed", errorFacts(error));
        response.destroy();
      });
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse, address: string, render: Answer) {
    const key = await keyOf(address);
    if (key === null) return render();
    const page = shelf.get(key) ?? (await underWay.get(key));
    pages[page ? "kept" : "drawn"]++;
    if (page) return send(page, request.headers["accept-encoding"], response);
    const drawn = draw(request, response, render);
    underWay.set(key, drawn);
    try {
      const made = await drawn;
      // What was written meanwhile may stand in one half of the page and not in the other.
      if (made && (await keyOf(address)) === key) shelf.set(key, made, made.weight);
    } finally {
      underWay.delete(key);
    }
  }

  /** Renders a page for the first who asks, and keeps it for the others; null where it is nothing to keep. */
  async function draw(request: IncomingMessage, response: ServerResponse, render: Answer) {
    const accepts = request.headers["accept-encoding"];
    delete request.headers["accept-encoding"]; // a page is deflated once, here
    const body = await captured(response, render);
    if (body === null) return null;
    const page = keepable(response) ? await keep(body, plainHeaders(response), nonceOf(response)!) : null;
    if (page === null) response.end(body);
    else send(page, accepts, response);
    return page;
  }
}

/** Under what a page is kept; null where the database does not answer, which the page then says itself. */
async function keyOf(address: string): Promise<string | null> {
  try {
    const state = await withinPatience(currentState(await reader()), patience.primary);
    return `${state} ${today()} ${address}`;
  } catch (error) {
    log("error", "no page is kept: the database does not answer", errorFacts(error));
    return null;
  }
}

function keepable(response: ServerResponse): boolean {
  const type = String(response.getHeader("Content-Type") ?? "");
  const isPage = response.statusCode === 200 && type.startsWith("text/html");
  return isPage && !response.hasHeader("Set-Cookie") && nonceOf(response) !== null;
}

/** Each answer has an id of its own, and its body a length of its own. */
const itsOwn: ReadonlySet<string> = new Set(["x-request-id", "content-length", "vary", "date", "connection"]);

const plainHeaders = (response: ServerResponse): [string, string][] =>
  Object.entries(response.getHeaders())
    .filter(([name, value]) => value !== undefined && !itsOwn.has(name))
    .map(([name, value]) => [name, String(value)]);

function nonceOf(response: ServerResponse): string | null {
  const policy = String(response.getHeader("Content-Security-Policy") ?? "");
  return /'nonce-([^']+)'/.exec(policy)?.[1] ?? null;
}

function send(page: KeptPage, accepts: string | string[] | undefined, response: ServerResponse): void {
  if (response.destroyed) return;
  const nonce = randomBytes((nonceLength * 3) / 4).toString("base64");
  const gzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(accepts ?? ""));
  const body = gzip ? gzippedWith(page, nonce) : plainWith(page, nonce);
  for (const [name, value] of headersWith(page, nonce)) response.setHeader(name, value);
  response.setHeader("Vary", "Accept-Encoding");
  if (gzip) response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Length", body.length);
  response.statusCode = 200;
  response.end(body);
}
