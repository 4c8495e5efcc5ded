import type { IncomingMessage } from "node:http";

/** Readers' pages, save the form of an objection, which is for one person. */
const readersPage = /^\/(?:fr|en)(?=[/?]|$)(?!\/figures\/[^/?]+\/objection)/;

/**
 * What a request may say besides: any other header that begins like those Next reads (its own protocol, or one of the
 * tricks played on it), or that makes an answer one person's or a part, takes the request past what is kept.
 */
const besides =
  /^(?:x-(?!forwarded-(?:for|host|proto)$|request-id$|real-ip$|client-)|next-|rsc$|authorization$|cookie$|range$|if-|expect$|purpose$|transfer-encoding$)/;

/**
 * What a page for everyone depends on besides the database and the day: its address, and the name of the site it was
 * asked of, as a trusted proxy tells it. Null where an answer is not for everyone.
 */
export function pageKey({ method, url = "", headers }: Pick<IncomingMessage, "method" | "url" | "headers">) {
  if (method !== "GET" || !readersPage.test(url)) return null;
  if (Object.keys(headers).some((name) => besides.test(name))) return null;
  const { host, "x-forwarded-host": forwarded, "x-forwarded-proto": scheme } = headers;
  return JSON.stringify([host, forwarded, scheme, url]);
}
