import type { IncomingMessage } from "node:http";

/** Readers' pages, save the form of an objection, which is for one person. */
const readersPage = /^\/(?:fr|en)(?=[/?]|$)(?!\/figures\/[^/?]+\/objection)/;

/**
 * What a request may not say besides: any other header that begins like those Next reads (its own protocol, or one of the
 * tricks played on it), or that makes an answer one person's or a part, takes the request past what is kept.
 */
const besides =
  /^(?:x-(?!forwarded-(?:for|host|proto)$|request-id$|real-ip$|client-)|next-|rsc$|authorization$|cookie$|range$|if-|expect$|purpose$|transfer-encoding$)/;

/** Who asks for a part of a page is given all of it: were each drawn anew, a few of them would keep everyone else waiting. */
const asWhole = ["range", "if-range"];

type Headers = IncomingMessage["headers"];

/** Whether a request says nothing besides, save what an answer knows to make of. */
export const isPlain = (headers: Headers, known: readonly string[] = []): boolean =>
  Object.keys(headers).every((name) => !besides.test(name) || known.includes(name));

/** The names of the site it was asked by. */
export const siteAsked = (headers: Headers) =>
  [headers.host, headers["x-forwarded-host"], headers["x-forwarded-proto"]] as const;

/**
 * What a page for everyone depends on besides the database and the day: its address, and the name of the site it was
 * asked of, as a trusted proxy tells it. Null where an answer is not for everyone.
 */
export function pageKey({ method, url = "", headers }: Pick<IncomingMessage, "method" | "url" | "headers">) {
  if ((method !== "GET" && method !== "HEAD") || !readersPage.test(url)) return null;
  if (!isPlain(headers, asWhole)) return null;
  return JSON.stringify([...siteAsked(headers), url]);
}
