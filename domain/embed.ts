import { escaped } from "./feed/xml";
import { type FigureQuery, writeFigureQuery } from "./figure-query";
import type { Locale } from "./vocabulary";

/** What can stand in another site's page: a chart or a figure. */
export type Embedded = { readonly list: "metrics" | "figures"; readonly name: string };

/** As high as what is embedded mostly is on a column of 700 px, in pixels. A page that listens is told the true height. */
export const embedHeights: Readonly<Record<Embedded["list"], number>> = { metrics: 720, figures: 320 };
export const embedWidth = 700;

/** The address of an embed, as a path. It is frozen where the query has `as_of`. */
export function embedAddress(
  { list, name }: Embedded,
  query: FigureQuery,
  lang: Locale,
  point?: string,
  look: Readonly<Record<string, string>> = {},
): string {
  const { metric: _own, ...filters } = query;
  const path = list === "metrics" ? `/embed/${name}` : `/embed/figures/${name}`;
  const kept = list === "metrics" ? filters : { as_of: query.as_of };
  const more = { lang, ...(point === undefined ? {} : { point }), ...(list === "metrics" ? look : {}) };
  return `${path}?${writeFigureQuery(kept, more)}`;
}

/** HTML that puts an embed into a page. */
export function embedCode(
  src: string,
  title: string,
  height: number,
  width: number | "100%" = "100%",
): string {
  return `<iframe src="${escaped(src)}" title="${escaped(title)}" width="${width}" height="${height}" loading="lazy" style="border:0"></iframe>`;
}

/** What an address of a page, or of an embed itself, would embed; null where it is neither a chart nor a figure. */
export function embeddedAt(pathname: string): (Embedded & { readonly locale: Locale | null }) | null {
  const [, locale, page, embed, name] =
    /^\/(?:(fr|en)\/(metrics|figures)|embed(\/figures)?)\/([a-z0-9-]{1,80})$/.exec(pathname) ?? [];
  if (name === undefined) return null;
  const list = page === "figures" || embed !== undefined ? "figures" : "metrics";
  return { list, name, locale: locale === "fr" || locale === "en" ? locale : null };
}
