import type { IncomingMessage } from "node:http";
import { isDeskPath } from "@/domain/desk-address";

/** What a request wants of the database it is answered from. */
export type AskedFor = {
  /** Whether whoever asks may have just written, and must see that: they are answered from the primary. */
  readonly own: boolean;
  /** A revision that the database must have reached. */
  readonly least: number;
};

/** In which a proxy that keeps pages names the revision it will keep this one under. */
export const leastRevisionHeader = "x-least-revision";

const session = /(?:^|;\s*)(?:__Host-)?verbatim\.session_token=/;

/** Reads it off a request as it came in: Next writes addresses anew on their way to a page. */
export function askedFor({ method, url = "", headers }: IncomingMessage): AskedFor {
  const reads = method === "GET" || method === "HEAD";
  const [path = ""] = url.split(/[?#]/);
  const own =
    !reads || headers.authorization !== undefined || session.test(headers.cookie ?? "") || isDeskPath(path);
  const given = [headers[leastRevisionHeader]].flat().join();
  return { own, least: Math.max(revisionsIn(url), /^\d{1,15}$/.test(given) ? Number(given) : 0) };
}

/** The newest revision an address names, be it within an address that it asks about. */
function revisionsIn(url: string): number {
  const named = decoded(url).matchAll(/[?&](?:as_of|since|until)=(\d{1,15})(?=$|[&#])/g);
  return Math.max(0, ...[...named].map(([, revision]) => Number(revision)));
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch (error) {
    if (error instanceof URIError) return url; // refused further on
    throw error;
  }
}
