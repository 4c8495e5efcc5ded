import { type NextRequest, NextResponse } from "next/server";
import { type Address, readAddress } from "./app/_server/addresses";
import { contentSecurityPolicy } from "./app/_server/content-security-policy";
import { reader } from "./app/_server/database";
import { errorFacts, log } from "./app/_server/log";
import { figureCursorParameters } from "./app/_server/page-parameters";
import { currentRevision } from "./db/queries/current-revision";
import { pageExists } from "./db/queries/exists";
import { readFigureQuery } from "./domain/figure-query";
import { isLocale, preferredLocale } from "./domain/locale";

/**
 * Decides the status of a page before it is rendered: `notFound()` inside a page answers with an empty document to
 * a reader without JavaScript, so an address that leads nowhere is rewritten to a real page here.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (pathname === "/") return greet(request);
  const address = readAddress(pathname);
  const problem = address === null ? 404 : await problemOf(address, request.nextUrl.searchParams);
  return problem === null ? page(request) : page(request, problem);
}

export const config = {
  matcher: ["/((?!api/|_next/|icon\\.svg$).*)"],
};

function greet(request: NextRequest): NextResponse {
  const url = request.nextUrl.clone();
  url.pathname = `/${preferredLocale(request.headers.get("accept-language"))}`;
  return NextResponse.redirect(url, { headers: { Vary: "Accept-Language" } });
}

type Problem = 400 | 404 | 503;

async function problemOf(address: Address, params: URLSearchParams): Promise<Problem | null> {
  try {
    const { query, malformed } = readFigureQuery(params, figureCursorParameters);
    const db = await reader();
    const newest = await currentRevision(db);
    const asked = Number(query.as_of ?? newest);
    if ("name" in address && !(await pageExists[address.page](db, address.name, Math.min(asked, newest))))
      return 404;
    return malformed.length > 0 || asked > newest ? 400 : null;
  } catch (error) {
    log("error", "the database does not answer", errorFacts(error));
    return 503;
  }
}

/** Renders the page with a fresh nonce; a malformed filter keeps its page, which says what is wrong, under status 400. */
function page(request: NextRequest, problem?: Problem): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set("x-nonce", nonce);
  const response =
    problem === undefined ? NextResponse.next({ request: { headers } }) : instead(request, problem, headers);
  response.headers.set("Content-Security-Policy", policy);
  return response;
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
