import type { IncomingMessage, ServerResponse } from "node:http";
import { fill } from "@/domain/format";
import { isLocale, preferredLocale } from "@/domain/locale";
import { refusalWords } from "@/messages/refusal-words";
import { busy, tooMany } from "../api/v1/_server/problem";
import { plainHeaders, plainPage } from "./plain-page";

/** Why something is not drawn: its client has asked too often, or too many wait. */
export type Why = "often" | "busy";

const statuses = { often: 429, busy: 503 } as const;

/** Says so before Next is asked, as cheaply as it can be said: to a program as a problem, to a reader as a page. */
export async function refuseDrawing(
  request: IncomingMessage,
  response: ServerResponse,
  why: Why,
  seconds: number,
): Promise<void> {
  const answer = (request.url ?? "").startsWith("/api/")
    ? (why === "often" ? tooMany : busy)(seconds)
    : page(request, why, seconds);
  const body = Buffer.from(await answer.arrayBuffer());
  if (response.destroyed) return;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.setHeader("Content-Length", body.length);
  response.statusCode = answer.status;
  response.end(body);
}

function page({ url = "", headers }: IncomingMessage, why: Why, seconds: number): Response {
  const first = url.split(/[/?#]/)[1];
  const locale = isLocale(first) ? first : preferredLocale(headers["accept-language"] ?? null);
  const { [why]: words, again } = refusalWords[locale];
  // An empty link leads to where its page is.
  const html = plainPage(locale, words.title, [fill(words.text, { seconds }), `<a href="">${again}</a>`]);
  return new Response(html, {
    status: statuses[why],
    headers: { ...plainHeaders, "Retry-After": String(seconds) },
  });
}
