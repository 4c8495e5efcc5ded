import { NextResponse } from "next/server";
import { problem } from "@/app/api/v1/_server/problem";
import { preferredLocale } from "@/domain/locale";
import { problemWords, unsentWord } from "@/messages/problem-words";
import { plainHeaders, plainPage } from "./plain-page";

/** After so many seconds a database that was away may be back. */
export const retryAfter = "5";

/**
 * What is answered to whoever sends something while the database cannot be written to: that nothing was changed, and how
 * to send it again. It stands alone: a page of ours in its place would be handed the form, and carry it out.
 */
export function unsent({ url, headers }: Request): Response {
  const said = { ...plainHeaders, "Retry-After": retryAfter };
  if (new URL(url).pathname.startsWith("/api/")) return awayProblem();
  // Our own script keeps the form as it is and says so there.
  if (headers.has("next-action"))
    return new NextResponse(unsentWord, { status: 503, headers: { ...said, "Content-Type": "text/plain" } });
  const locale = preferredLocale(headers.get("accept-language"));
  const { title, text, reload } = problemWords[locale].unsent;
  return new NextResponse(plainPage(locale, title, [text, reload]), { status: 503, headers: said });
}

/** The same to a program. */
export const awayProblem = (): Response =>
  problem(
    {
      title: "Service Unavailable",
      status: 503,
      detail: `The database does not answer. Ask again in ${retryAfter} s.`,
    },
    { "Retry-After": retryAfter },
  );
