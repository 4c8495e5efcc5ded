import type { IncomingMessage } from "node:http";
import { accepts, typesAt } from "../api/v1/_server/accepts";
import { chooseEncoding } from "../api/v1/_server/body";
import { leastRevisionHeader } from "./asked-for";
import { givenNonceHeader } from "./client";
import { isPlain, siteAsked } from "./page-key";

/** What programs are answered in one piece, and in text: of the figures a page alone, for a whole table streams. */
const wholeText =
  /^\/api\/v1\/(?:figures\.json\?(?:[^#]*&)?limit=[1-9]\d{0,3}(?:&|$)|(?:figures\/[0-9a-z]{8}\.json|metrics\/[a-z0-9-]{1,80}\.svg|(?:metrics|agents|sources)\.(?:json|ndjson|csv|tsv)|(?:datapackage|openapi|figure\.schema)\.json)(?:\?|$))/;

/** Said by who has an answer already, and by a proxy that keeps answers. */
const known = ["if-none-match", "if-modified-since", leastRevisionHeader, givenNonceHeader];

/**
 * What an answer to a program depends on besides the database and the day, as `pageKey` tells it of a page. Null where an
 * answer is not for everyone, is too long to hold, or is not had in the way it is asked for.
 */
export function programKey({
  method,
  url = "",
  headers,
}: Pick<IncomingMessage, "method" | "url" | "headers">): string | null {
  if ((method !== "GET" && method !== "HEAD") || !wholeText.test(url) || !isPlain(headers, known))
    return null;
  if (!accepts(headers.accept ?? null, typesAt(url.split("?")[0]!))) return null;
  const accepted = headers["accept-encoding"];
  // What is kept is deflated, or as it is.
  if (accepted !== undefined && chooseEncoding(String(accepted)) === "br") return null;
  return JSON.stringify([...siteAsked(headers), url]);
}
