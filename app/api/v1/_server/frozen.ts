import { createHash } from "node:crypto";
import { chosen } from "@/app/_server/database";
import { bareEtag, encodedEtag, knownEtag } from "@/app/_server/etag";
import { type Body, keptBody, type Stood } from "@/app/_server/kept-bodies";
import { siteAddress } from "@/app/_server/site-env";
import type { Database } from "@/db/client";
import { currentState } from "@/db/queries/current-state";
import { findStanding, type Standing } from "@/db/queries/stream-standing";
import { BoundedCache } from "@/domain/bounded-cache";
import { exportVersion } from "@/domain/export/formats";
import { chooseEncoding, type Encoding } from "./body";
import { badRequest, problem } from "./problem";
import { publicHeaders } from "./public-headers";

/** What a request is answered from: the collection as it stands, at one revision. */
export type Frozen = {
  readonly opened: Database;
  /** The state of the whole database when the request was frozen. */
  readonly state: number;
  readonly standing: Standing;
  readonly revision: number;
  /** The address of the site, "" where SITE_URL does not tell: what a visitor writes in Host is not ours to repeat. */
  readonly site: string;
};

/** Freezes a request at the revision it asks for, or at the newest; an answer that says why not where it cannot. */
export async function freeze(asOf: string | undefined): Promise<Frozen | Response> {
  const { database: opened, revision: newest, state: stood } = await chosen();
  const asked = asOf === undefined ? undefined : Number(asOf);
  const state = stood ?? (await currentState(opened.db));
  const standing = await standingAt({ db: opened.db, state }, asked ?? newest ?? undefined);
  if (standing === null)
    return problem(
      { title: "Service Unavailable", status: 503, detail: "The collection is empty." },
      { "Retry-After": "60" },
    );
  if (asked !== undefined && asked > standing.newest)
    return badRequest([{ name: "as_of", reason: `is ahead of the newest revision, ${standing.newest}` }]);
  return { opened, state, standing, revision: asked ?? newest ?? standing.newest, site: siteAddress() };
}

/** Few stand at once: the newest, and those that addresses name. */
const standings = new BoundedCache<Standing>(100);

/** How the collection stands is worked out from every name in it: once, until anything is written. */
async function standingAt({ db, state }: Stood, revision: number | undefined): Promise<Standing | null> {
  const key = `${state} ${revision}`;
  const known = standings.get(key);
  if (known !== undefined) return known;
  const found = await findStanding(db, revision);
  if (found !== null && (await currentState(db)) === state) standings.set(key, found);
  return found;
}

/**
 * An answer that depends on nothing but what its head was made of and the database: made once, until anything is
 * written. Null where there is nothing at the address.
 */
export async function kept(
  request: Request,
  frozen: Frozen,
  head: Head,
  make: () => Promise<Body | null>,
): Promise<Response | null> {
  const stood = { db: frozen.opened.db, state: frozen.state };
  const body = await keptBody(stood, bareEtag(head.headers.ETag!), make); // headOf writes it
  if (body === null) return null;
  Object.assign(head.headers, body.headers);
  return whole(request, head, body.bytes);
}

/** What is known of an answer before anything of it is written. */
export type Head = {
  readonly headers: Record<string, string>;
  readonly encoding: Encoding;
  /** Whether the client has this very answer already. */
  readonly unchanged: boolean;
};

/**
 * The headers of an answer. Its ETag is made of all it depends on, so that a client that has it already costs one row.
 * @param what the request in one spelling, its format included
 * @param type the media type; @param compress whether compressing makes it smaller
 */
export function headOf(request: Request, frozen: Frozen, what: string, type: string, compress = true): Head {
  const { standing, revision, site } = frozen;
  const encoding = compress ? chooseEncoding(request.headers.get("accept-encoding")) : "identity";
  const facts = [exportVersion, revision, standing.names, site, what, type];
  const hash = createHash("sha256").update(JSON.stringify(facts)).digest("base64url").slice(0, 27);
  const etag = encodedEtag(`"${hash}"`, encoding);
  const asked = {
    ifNoneMatch: request.headers.get("if-none-match"),
    ifModifiedSince: request.headers.get("if-modified-since"),
  };
  const known = knownEtag(asked, etag, standing.at);
  const headers: Record<string, string> = {
    ...publicHeaders,
    "Content-Type": type,
    "Cache-Control": "public, no-cache, no-transform",
    ETag: known ?? etag,
    Vary: "Accept-Encoding",
    "X-Revision": String(revision),
    ...(standing.at === null ? {} : { "Last-Modified": standing.at.toUTCString() }),
  };
  return { headers, encoding, unchanged: known !== null };
}

/** 304: the client has it already. */
export function notModified({ headers }: Head): Response {
  const { "Content-Type": _type, ...kept } = headers;
  return new Response(null, { status: 304, headers: kept });
}

/** A small answer, whole. Next compresses it by itself where that is asked for. */
export function whole(request: Request, head: Head, text: string | Uint8Array<ArrayBuffer>): Response {
  if (head.unchanged) return notModified(head);
  return new Response(request.method === "HEAD" ? null : text, { headers: head.headers });
}
