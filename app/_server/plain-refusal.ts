import { type NextRequest, NextResponse } from "next/server";
import { preferredLocale } from "@/domain/locale";
import { accountsMessagesOf } from "@/messages/accounts";
import { log } from "./log";
import { plainHeaders, plainPage } from "./plain-page";

/** What a form of another site is answered. */
export function crossSiteRefusal(request: NextRequest): NextResponse {
  const origin = request.headers.get("origin")?.slice(0, 200) ?? null;
  log("warn", "what another site sent was refused", { method: request.method, origin });
  return plainRefusal(request, 403, "crossSite");
}

/** What a form is answered that breaks off, or was never one. */
export const unreadableRefusal = (request: NextRequest): NextResponse =>
  plainRefusal(request, 400, "unreadable");

const titles = { 400: "Bad Request", 403: "Forbidden" } as const;

/** Plain, without a page of ours that could be mistaken for success. */
function plainRefusal(
  request: NextRequest,
  status: keyof typeof titles,
  reason: "crossSite" | "unreadable",
): NextResponse {
  if (request.nextUrl.pathname.startsWith("/api/")) {
    const problem = {
      type: "about:blank",
      title: titles[status],
      status,
      detail: accountsMessagesOf("en")[reason].text,
    };
    const headers = { ...plainHeaders, "Content-Type": "application/problem+json" };
    return NextResponse.json(problem, { status, headers });
  }
  const locale = preferredLocale(request.headers.get("accept-language"));
  const { title, text } = accountsMessagesOf(locale)[reason];
  return new NextResponse(plainPage(locale, title, [text]), { status, headers: plainHeaders });
}
