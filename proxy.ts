import { type NextRequest, NextResponse } from "next/server";
import { type Address, readAddress } from "./app/_server/addresses";
import { givenNonceHeader, ownHosts } from "./app/_server/client";
import { contentSecurityPolicy } from "./app/_server/content-security-policy";
import { newestRevision, reader } from "./app/_server/database";
import { carryOut, deskAnswer } from "./app/_server/desk-request";
import { errorFacts, log } from "./app/_server/log";
import { figureCursorParameters } from "./app/_server/page-parameters";
import { crossSiteRefusal, unreadableRefusal } from "./app/_server/plain-refusal";
import { isReadable } from "./app/_server/unreadable";
import { retryAfter, unsent } from "./app/_server/unsent";
import { notFound as nothingThere } from "./app/api/v1/_server/problem";
import { pageExists } from "./db/queries/exists";
import { readChangeQuery, readMoments } from "./domain/change-query";
import { isDeskPath } from "./domain/desk-address";
import { readFigureQuery } from "./domain/figure-query";
import { isLocale, preferredLocale } from "./domain/locale";
import { isFromOurPages } from "./domain/same-site";

/**
 * Refuses what another site sends us to change something, whatever it is sent to. Then decides the status of a page
 * before it is rendered: `notFound()` inside a page answers with an empty document to a reader without JavaScript, so
 * an address that leads nowhere is rewritten to a real page here.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname } = request.nextUrl;
  if (!isOurs(request)) return crossSiteRefusal(request);
  if (answersForItself(pathname)) return isText(pathname) ? NextResponse.next() : nothingThere();
  if (sends(request) && !(await isReadable(request))) return unreadableRefusal(request);
  if (isDeskPath(pathname)) return desk(request);
  if (pathname === "/") return greet(request);
  const address = readAddress(pathname);
  const problem = address === null ? 404 : await problemOf(address, request.nextUrl.searchParams);
  if (problem === 503 && sends(request)) return unsent(request);
  return problem === null ? page(request) : page(request, problem);
}

/**
 * What runs through it, it keeps the whole body of, and answers only then: files and rows are brought in past it, and
 * ask for themselves, so that who may not send them, or too much, is told so before they have sent it. To the API there is
 * nothing to say where its address can be read at all.
 */
export const config = {
  matcher: [
    "/((?!_next/|icon\\.svg$|admin/imports/upload$|api/v1/[\\w-]+(?:/[\\w-]+)*(?:\\.\\w+)?$|api/reports$).*)",
  ],
};

/** Nothing under /api/v1 looks at a cookie: what comes from elsewhere can do no more there than anyone. */
const asksNoCookie = (pathname: string) => pathname.startsWith("/api/v1/");

function isOurs({ method, headers, nextUrl }: NextRequest): boolean {
  if (asksNoCookie(nextUrl.pathname)) return true;
  const [secFetchSite, origin] = [headers.get("sec-fetch-site"), headers.get("origin")];
  return isFromOurPages({ method, secFetchSite, origin, hosts: ownHosts(headers) });
}

async function desk(request: NextRequest): Promise<Response> {
  try {
    return carryOut(request, await deskAnswer(request), withPolicy);
  } catch (error) {
    log("error", "the desk does not answer", errorFacts(error));
    return sends(request) ? unsent(request) : page(request, 503);
  }
}

function greet(request: NextRequest): NextResponse {
  const url = request.nextUrl.clone();
  url.pathname = `/${preferredLocale(request.headers.get("accept-language"))}`;
  return NextResponse.redirect(url, { headers: { Vary: "Accept-Language" } });
}

/** What is no page in a frame of ours: it says by itself what it lacks, and under which policy it may be shown. */
const answersForItself = (pathname: string) =>
  /^\/(api\/|embed\/|sitemaps\/|(changes\.atom|oembed|robots\.txt|sitemap\.xml|llms\.txt)$)/.test(pathname);

/** Next breaks on what no route can read: it is answered here. */
function isText(pathname: string): boolean {
  try {
    return decodeURIComponent(pathname) !== "";
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

const sends = ({ method }: NextRequest) => method !== "GET" && method !== "HEAD";

type Problem = 400 | 404 | 503;

async function problemOf(address: Address, params: URLSearchParams): Promise<Problem | null> {
  try {
    const { query, malformed } =
      address.page === "changes" ? readChangeQuery(params) : readFigureQuery(params, figureCursorParameters);
    const db = await reader();
    const newest = await newestRevision();
    const asked = Number(query.as_of ?? newest);
    if ("name" in address && !(await pageExists[address.page](db, address.name, Math.min(asked, newest))))
      return 404;
    if (address.page === "changes" && readMoments(query, newest) === "unreadable") return 400;
    return malformed.length > 0 || asked > newest ? 400 : null;
  } catch (error) {
    log("error", "the database does not answer", errorFacts(error));
    return 503;
  }
}

/** Renders the page with a fresh nonce; a malformed filter keeps its page, which says what is wrong, under status 400. */
function page(request: NextRequest, problem?: Problem): NextResponse {
  const { headers, policy } = withPolicy(new Headers(request.headers));
  const response =
    problem === undefined ? NextResponse.next({ request: { headers } }) : instead(request, problem, headers);
  response.headers.set("Content-Security-Policy", policy);
  if (problem === 503) response.headers.set("Retry-After", retryAfter);
  return response;
}

/** Gives a request its nonce, for the page to write, and the policy that names it. */
function withPolicy(headers: Headers): { headers: Headers; policy: string } {
  const nonce = nonceFor(headers);
  const policy = contentSecurityPolicy(nonce);
  headers.set("Content-Security-Policy", policy);
  headers.set("x-nonce", nonce);
  return { headers, policy };
}

/** A fresh nonce, save for a trusted proxy that keeps the page and puts a fresh one into each copy of it. */
function nonceFor(headers: Headers): string {
  const given = headers.get(givenNonceHeader);
  return given !== null && /^[A-Za-z0-9]{32,64}$/.test(given)
    ? given
    : Buffer.from(crypto.randomUUID()).toString("base64");
}

function instead(request: NextRequest, status: Problem, headers: Headers): NextResponse {
  const url = request.nextUrl.clone();
  if (status !== 400) {
    const first = url.pathname.split("/")[1];
    const locale = isLocale(first) ? first : preferredLocale(request.headers.get("accept-language"));
    url.pathname = `/${locale}/problem/${status}`;
    url.search = "";
  }
  return NextResponse.rewrite(url, { status, request: { headers } });
}
