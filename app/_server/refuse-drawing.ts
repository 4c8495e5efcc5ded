import type { IncomingMessage, ServerResponse } from "node:http";
import { fill } from "@/domain/format";
import { isLocale, preferredLocale } from "@/domain/locale";
import type { Locale } from "@/domain/vocabulary";
import { refusedWord } from "@/messages/problem-words";
import { refusalWords } from "@/messages/refusal-words";
import { busy, tooMany } from "../api/v1/_server/problem";
import { everyAnswer, mayBeFramed } from "./every-answer";
import { plainHeaders, plainPage, plainPolicy } from "./plain-page";

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
  const { url = "" } = request;
  const answer = url.startsWith("/api/")
    ? (why === "often" ? tooMany : busy)(seconds)
    : page(request, why, seconds);
  const body = Buffer.from(await answer.arrayBuffer());
  if (response.destroyed) return;
  for (const [name, value] of Object.entries(everyAnswer(url))) response.setHeader(name, value);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.setHeader("Content-Length", body.length);
  response.statusCode = answer.status;
  response.end(body);
}

function page({ url = "", method, headers }: IncomingMessage, why: Why, seconds: number): Response {
  const framed = mayBeFramed(url);
  const policy = plainPolicy(framed);
  const said = { ...plainHeaders, "Content-Security-Policy": policy, "Retry-After": String(seconds) };
  const status = statuses[why];
  // Our own script keeps the form as it is and says so there.
  if (headers["next-action"] !== undefined)
    return new Response(refusedWord, { status, headers: { ...said, "Content-Type": "text/plain" } });
  const locale = localeOf(url) ?? preferredLocale(headers["accept-language"] ?? null);
  const { [why]: words, again, reload } = refusalWords[locale];
  // An empty link leads to where its page is; what was sent would not be sent by it.
  const next = method === "GET" || method === "HEAD" ? `<a href="">${again}</a>` : reload;
  const html = plainPage(locale, words.title, [fill(words.text, { seconds }), next], framed);
  return new Response(html, { status, headers: said });
}

/** The language an address names, in its path or, of an embed, in its query. */
function localeOf(url: string): Locale | null {
  const [path = "", query] = url.split(/[?#]/);
  const named = mayBeFramed(path) ? new URLSearchParams(query).get("lang") : path.split("/")[1];
  return isLocale(named) ? named : null;
}
