import type { IncomingMessage } from "node:http";
import { networkOf } from "@/db/accounts/client-address";
import { askingAt, takeFromAllowance, waitOf } from "../api/v1/_server/allowance";
import { clientHeader } from "./client";
import { encodedEtag, knownEtag } from "./etag";
import { type Kind, plainHeaders, sendBody, takesGzip } from "./kept-kind";
import { keepWhole } from "./kept-page";
import { programKey } from "./program-key";

/** What programs are answered: the same bytes for all, to each as often as the API allows, once to who has it already. */
export const programs: Kind = {
  keyOf: programKey,
  isOverAsked: (request) => waitOf(...counted(request)) > 0,
  count: (request) => takeFromAllowance(...counted(request)) === 0,
  async keep(body, response) {
    const isWhole = response.statusCode === 200 && response.hasHeader("ETag");
    if (!isWhole || response.hasHeader("Content-Encoding") || response.hasHeader("Set-Cookie")) return null;
    return keepWhole(body, plainHeaders(response));
  },
  send({ headers, pieces, deflated }, request, response) {
    const gzip = takesGzip(request);
    for (const [name, value] of headers) response.setHeader(name, value);
    const etag = String(response.getHeader("ETag")); // kept for it
    const at = response.getHeader("Last-Modified");
    const known = knownEtag(conditionsOf(request), etag, at === undefined ? null : new Date(String(at)));
    response.setHeader("ETag", known ?? encodedEtag(etag, gzip ? "gzip" : "identity"));
    if (known === null) return sendBody(response, (gzip ? deflated : pieces)[0]!, gzip); // one of each
    response.setHeader("Vary", "Accept-Encoding");
    response.removeHeader("Content-Type");
    response.statusCode = 304;
    response.end();
  },
};

function counted({ headers, url = "" }: IncomingMessage) {
  const client = networkOf(String(headers[clientHeader()] ?? "unknown"));
  return [client, askingAt(url.split("?")[0]!)] as const;
}

const conditionsOf = ({ headers }: IncomingMessage) => ({
  ifNoneMatch: headers["if-none-match"] ?? null,
  ifModifiedSince: headers["if-modified-since"] ?? null,
});
