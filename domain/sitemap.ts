import { addressesIn } from "./address";
import { element, type Xml } from "./feed/xml";
import { type Locale, locales } from "./vocabulary";

/** A page as search engines are told of it: its address without a language, and when it last changed. */
export type SitemapPage = { readonly path: string; readonly changed: Date | null };

/** So many figures a file: in two languages some 2 MB, far below what the protocol allows. */
export const figuresPerSitemap = 2500;

const head = '<?xml version="1.0" encoding="utf-8"?>\n';
const protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";

const lastmod = (changed: Date | null): Xml | null =>
  changed === null ? null : element("lastmod", {}, changed.toISOString());

/** Pages in every language, each naming the others, piece by piece. `site` is the address of the site. */
export async function* sitemap(
  pages: Iterable<SitemapPage>,
  site: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const utf8 = new TextEncoder();
  yield utf8.encode(`${head}<urlset xmlns="${protocol}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`);
  for (const { path, changed } of pages) {
    const at = (locale: Locale) => `${site}${addressesIn(locale)(path)}`;
    const others = locales.map((locale) =>
      element("xhtml:link", { rel: "alternate", hreflang: locale, href: at(locale) }),
    );
    const urls = locales.map((locale) =>
      element("url", {}, element("loc", {}, at(locale)), lastmod(changed), ...others),
    );
    yield utf8.encode(`${urls.map(({ xml }) => xml).join("\n")}\n`);
  }
  yield utf8.encode("</urlset>\n");
}

/** The list of the sitemaps themselves. */
export function sitemapIndex(files: readonly SitemapPage[], site: string): string {
  const entries = files.map(({ path, changed }) =>
    element("sitemap", {}, element("loc", {}, `${site}${path}`), lastmod(changed)),
  );
  return `${head}${element("sitemapindex", { xmlns: protocol }, ...entries).xml}\n`;
}

/** What robots are asked to leave alone: pieces of other pages, and the desk. Everything else is for everyone. */
export function robots(site: string): string {
  const closed = ["/embed/", "/admin", "/sign-in", "/invite/", "/api/auth/"];
  return [
    "User-agent: *",
    "Allow: /",
    ...closed.map((path) => `Disallow: ${path}`),
    ...(site === "" ? [] : ["", `Sitemap: ${site}/sitemap.xml`]),
    "",
  ].join("\n");
}
