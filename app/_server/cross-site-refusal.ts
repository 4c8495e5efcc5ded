import { type NextRequest, NextResponse } from "next/server";
import { preferredLocale } from "@/domain/locale";
import { accountsMessagesOf } from "@/messages/accounts";
import { log } from "./log";

/** What a form of another site is answered: plain, without a page of ours that could be mistaken for success. */
export function crossSiteRefusal(request: NextRequest): NextResponse {
  const origin = request.headers.get("origin")?.slice(0, 200) ?? null;
  log("warn", "what another site sent was refused", { method: request.method, origin });
  const headers = { "Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'" };
  if (request.nextUrl.pathname.startsWith("/api/")) {
    const { text } = accountsMessagesOf("en").crossSite;
    const problem = { type: "about:blank", title: "Forbidden", status: 403, detail: text };
    const type = { "Content-Type": "application/problem+json" };
    return NextResponse.json(problem, { status: 403, headers: { ...headers, ...type } });
  }
  const locale = preferredLocale(request.headers.get("accept-language"));
  const { title, text } = accountsMessagesOf(locale).crossSite;
  const html = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${title}</title>
<h1>${title}</h1><p>${text}</p></html>`;
  return new NextResponse(html, {
    status: 403,
    headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
  });
}
