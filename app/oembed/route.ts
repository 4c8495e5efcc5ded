import { claimWords } from "@/components/figures/claim-words";
import { findFigure } from "@/db/queries/find-figure";
import { findMetric } from "@/db/queries/list-metrics";
import { lookOf, readChartView, viewParameters, writeChartView } from "@/domain/chart-view";
import { headlineText } from "@/domain/claim-text";
import { type Embedded, embedAddress, embedCode, embeddedAt, embedHeights, embedWidth } from "@/domain/embed";
import { cardSize } from "@/domain/export/card";
import { readFigureQuery, writeFigureQuery } from "@/domain/figure-query";
import { type OEmbed, readOEmbedRequest, writeOEmbed } from "@/domain/oembed";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { ownHosts } from "../_server/client";
import { siteUrl } from "../_server/site-env";
import { type Frozen, freeze, headOf, whole } from "../api/v1/_server/frozen";
import { notFound, problem } from "../api/v1/_server/problem";
import { readingPreflight } from "../api/v1/_server/public-headers";

export const dynamic = "force-dynamic";

const titles = { 400: "Bad Request", 404: "Not Found", 501: "Not Implemented" } as const;

/** `GET /oembed?url=…`: how to embed a page of ours, by oEmbed 1.0. */
async function answer(request: Request): Promise<Response> {
  const asked = readOEmbedRequest(new URL(request.url).searchParams);
  if (asked.status !== 200)
    return problem({ title: titles[asked.status], status: asked.status, detail: asked.reason });
  const { url, format, maxWidth, maxHeight } = asked;
  if (!isOurs(url, request)) return notFound();
  const of = embeddedAt(url.pathname);
  const { query, malformed } = readFigureQuery(url.searchParams, [
    "point",
    "lang",
    "theme",
    ...viewParameters,
  ]);
  const frozen = of && malformed.length === 0 ? await freeze(query.as_of) : null;
  if (of === null || frozen === null || (frozen instanceof Response && frozen.status === 400))
    return notFound();
  if (frozen instanceof Response) return frozen;
  const lang = of.locale ?? (url.searchParams.get("lang") === "fr" ? "fr" : "en");
  const title = await titleOf(of, frozen, lang);
  if (title === null) return notFound();
  const given = url.searchParams.get("point") ?? "";
  const point = /^[0-9a-z]{8}$/.test(given) ? given : undefined;
  const look = of.list === "metrics" ? lookOf(writeChartView(readChartView(url.searchParams))) : {};
  const src = url.origin + embedAddress(of, query, lang, point, look);
  const width = Math.min(embedWidth, maxWidth);
  const height = Math.min(embedHeights[of.list], maxHeight);
  const says = messagesOf(lang).site.name;
  const thumbnail = maxWidth >= cardSize.width && maxHeight >= cardSize.height;
  const card = `${url.origin}/api/v1/cards/${of.list}/${of.name}.png?${writeFigureQuery(query, { lang, ...look })}`;
  const found: OEmbed = {
    type: "rich",
    version: "1.0",
    title,
    provider_name: says,
    provider_url: `${url.origin}/${lang}`,
    cache_age: query.as_of === undefined ? 3600 : 31_536_000,
    html: embedCode(src, title, height, width),
    width,
    height,
    ...(thumbnail
      ? { thumbnail_url: card, thumbnail_width: cardSize.width, thumbnail_height: cardSize.height }
      : {}),
  };
  const type = format === "json" ? "application/json" : "text/xml; charset=utf-8";
  const text = writeOEmbed(found, format);
  const head = headOf(request, frozen, `oembed ${text}`, type, false);
  // Where the site was not told its address it believes the visitor: nobody else may be given that answer.
  if (frozen.site === "") head.headers["Cache-Control"] = "private, no-store";
  return whole(request, head, text);
}

/** Whether an address is of this site: as published, or, where that is not told, the one the visitor came by. */
function isOurs(url: URL, request: Request): boolean {
  const told = siteUrl();
  return told === null ? ownHosts(request.headers).includes(url.host) : told.origin === url.origin;
}

async function titleOf(
  { list, name }: Embedded,
  { opened, revision }: Frozen,
  lang: Locale,
): Promise<string | null> {
  if (list === "metrics") return (await findMetric(opened.db, name))?.name[lang] ?? null;
  const figure = await findFigure(opened.db, name, revision);
  return figure && headlineText(figure, lang, claimWords(lang, [figure]));
}

export { answer as GET, answer as HEAD, readingPreflight as OPTIONS };
