import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type Kind, plainHeaders, sendBody, takesGzip } from "./kept-kind";
import { gzippedWith, headersWith, keep, nonceLength, plainWith } from "./kept-page";
import { pageKey } from "./page-key";

/** Readers' pages: each copy has a nonce of its own. */
export const pages: Kind = {
  keyOf: pageKey,
  isOverAsked: () => false,
  count: () => true,
  async keep(body, response) {
    const nonce = nonceOf(response);
    const isPage = response.statusCode === 200 && typeOf(response).startsWith("text/html");
    if (!isPage || nonce === null || response.hasHeader("Set-Cookie")) return null;
    return keep(body, plainHeaders(response), nonce);
  },
  send(page, request, response) {
    const nonce = randomBytes((nonceLength * 3) / 4).toString("base64");
    const gzip = takesGzip(request);
    for (const [name, value] of headersWith(page, nonce)) response.setHeader(name, value);
    sendBody(response, gzip ? gzippedWith(page, nonce) : plainWith(page, nonce), gzip);
  },
};

const typeOf = (response: ServerResponse) => String(response.getHeader("Content-Type") ?? "");

function nonceOf(response: ServerResponse): string | null {
  const policy = String(response.getHeader("Content-Security-Policy") ?? "");
  return /'nonce-([^']+)'/.exec(policy)?.[1] ?? null;
}
