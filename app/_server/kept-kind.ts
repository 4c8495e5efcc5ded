import type { IncomingMessage, ServerResponse } from "node:http";
import type { KeptPage } from "./kept-page";

/** A kind of answer that is kept in memory. */
export type Kind = {
  /** All that an answer depends on besides the database and the day; null where it is not for everyone. */
  keyOf(request: IncomingMessage): string | null;
  /** Whether whoever asks has asked too much of late; it is the site that says so. Counts nothing. */
  isOverAsked(request: IncomingMessage): boolean;
  /** Counts an answer from memory; false where it may not be had. */
  count(request: IncomingMessage): boolean;
  /** An answer ready to be kept; null where it is none for everyone. */
  keep(body: Buffer, response: ServerResponse): Promise<KeptPage | null>;
  send(kept: KeptPage, request: IncomingMessage, response: ServerResponse): void;
};

/** Each answer has an id of its own, and its body a length of its own. */
const itsOwn: ReadonlySet<string> = new Set(["x-request-id", "content-length", "vary", "date", "connection"]);

export const plainHeaders = (response: ServerResponse): [string, string][] =>
  Object.entries(response.getHeaders())
    .filter(([name, value]) => value !== undefined && !itsOwn.has(name))
    .map(([name, value]) => [name, String(value)]);

/** Sends a body that is the same for all who take it in this encoding. */
export function sendBody(response: ServerResponse, body: Buffer, gzip: boolean): void {
  response.setHeader("Vary", "Accept-Encoding");
  if (gzip) response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Content-Length", body.length);
  response.statusCode = 200;
  response.end(body);
}

/** Whether whoever asks takes what is kept deflated. */
export const takesGzip = ({ headers }: IncomingMessage): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(headers["accept-encoding"] ?? ""));
