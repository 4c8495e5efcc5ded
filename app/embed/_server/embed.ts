import { createElement, type ReactNode } from "react";
import { today } from "@/app/_server/clock";
import { textBody } from "@/app/_server/kept-bodies";
import { freeze, headOf, kept, notModified } from "@/app/api/v1/_server/frozen";
import { EmbedDocument } from "@/components/embed/embed-document";
import type { Embedded } from "@/domain/embed";
import { readOwnOf } from "@/domain/export/plain-request";
import { readFigureQuery, writeFigureQuery } from "@/domain/figure-query";
import { fill } from "@/domain/format";
import { messagesOf } from "@/messages/messages";
import { embedCss, embedPolicy, heightScript, type Theme } from "./embed-files";
import { type EmbedRequest, embeddedFigure, embeddedMetric, type Shown } from "./embedded";

const own = ["lang", "theme", "point"] as const;

/**
 * `GET /embed/{slug}`, `/embed/figures/{id}`: a chart or a figure to stand in another site's page. No cookie, nothing
 * loaded, no frame around it. Live, or frozen by `as_of`.
 */
export async function embed(request: Request, of: Embedded): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const { query, unknown, malformed } = readFigureQuery(searchParams, own);
  const read = readOwnOf(searchParams, own);
  const lang = searchParams.get("lang") === "fr" ? "fr" : "en";
  const words = messagesOf(lang).share;
  const wrong = [
    ...malformed.map(({ name }) => name),
    ...(read.ok ? [] : read.refusal.map(({ name }) => name)),
  ];
  if (!read.ok || wrong.length > 0)
    return refuse(400, lang, fill(words.notRead, { names: wrong.join(", ") }));
  const frozen = await freeze(query.as_of);
  if (frozen instanceof Response)
    return refuse(frozen.status, lang, fill(words.notRead, { names: query.as_of ? "as_of" : "" }));
  const { point, theme } = read.value;
  const day =
    query.as_of === undefined ? today() : (frozen.standing.at?.toISOString().slice(0, 10) ?? today());
  const asked: EmbedRequest = { frozen, query, lang, point, day };
  const css = await embedCss(theme as Theme | undefined); // read above
  const what = [of.list, of.name, writeFigureQuery(query), lang, theme, point, day, unknown.join()].join(" ");
  const head = headOf(request, frozen, what, "text/html; charset=utf-8", false);
  Object.assign(head.headers, framing(css));
  if (head.unchanged) return notModified(head);
  const page = await kept(request, frozen, head, async () => {
    const shown =
      of.list === "metrics" ? await embeddedMetric(asked, of.name) : await embeddedFigure(asked, of.name);
    if (shown === null) return null;
    const ignored =
      unknown.length > 0 ? [fill(messagesOf(lang).notice.unknown, { names: unknown.join(", ") })] : [];
    const foot = [...shown.foot, ...ignored];
    return textBody(await documentOf({ ...shown, foot }, lang, css, theme as Theme | undefined));
  });
  return page ?? refuse(404, lang, words.notHere);
}

const framing = (css: string) => ({
  "Content-Security-Policy": embedPolicy(css),
  // For pages that ask of all they embed that it asks the same.
  "Cross-Origin-Embedder-Policy": "require-corp",
});

async function documentOf(
  { title, page, foot, content }: Omit<Shown, "page"> & { page: string | null },
  locale: "fr" | "en",
  css: string,
  theme: Theme | undefined,
): Promise<string> {
  // React's renderer to text, which Next lets a route have only by asking late.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const props = { locale, title, page, foot, css, theme, script: heightScript, children: content };
  return `<!doctype html>${renderToStaticMarkup(createElement(EmbedDocument, props))}`;
}

/** A word in place of what is not there: a reader of the page around it must not see a blank. */
async function refuse(status: number, lang: "fr" | "en", says: string): Promise<Response> {
  const css = await embedCss(undefined);
  const content: ReactNode = createElement("p", null, says);
  const html = await documentOf({ title: says, page: null, foot: [], content }, lang, css, undefined);
  return new Response(html, {
    status,
    headers: { ...framing(css), "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}
