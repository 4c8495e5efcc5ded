import type { Locale } from "../vocabulary";
import { element, type Xml } from "./xml";

/** One entry of a feed. */
export type FeedEntry = {
  /** Names the same change for ever, whatever the site is called (`urn:uuid:…`). */
  readonly id: string;
  readonly title: string;
  readonly updated: Date;
  /** The page it is about. */
  readonly url: string;
  /** In words. */
  readonly summary: string;
  /** As a fragment of HTML. */
  readonly content: Xml;
  /** What kind of change it is, as a word and for readers. */
  readonly category: { readonly term: string; readonly label: string };
};

export type Feed = {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly rights: string;
  readonly lang: Locale;
  readonly updated: Date;
  /** Where the feed itself is, and the page that tells the same. */
  readonly self: string;
  readonly page: string;
  /** The newest entries, and those older than these; null where there are none older. */
  readonly first: string;
  readonly next: string | null;
  readonly entries: readonly FeedEntry[];
};

/** A feed by RFC 4287, in pages by RFC 5005: whoever was away reads back as far as they like. */
export function atom(feed: Feed): string {
  const root = element(
    "feed",
    { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": feed.lang },
    element("id", {}, feed.id),
    element("title", {}, feed.title),
    element("subtitle", {}, feed.subtitle),
    element("updated", {}, feed.updated.toISOString()),
    element("author", {}, element("name", {}, feed.author)),
    element("rights", {}, feed.rights),
    element("link", { rel: "self", type: "application/atom+xml", href: feed.self }),
    element("link", { rel: "alternate", type: "text/html", hreflang: feed.lang, href: feed.page }),
    element("link", { rel: "first", type: "application/atom+xml", href: feed.first }),
    ...(feed.next === null
      ? []
      : [element("link", { rel: "next", type: "application/atom+xml", href: feed.next })]),
    ...feed.entries.map(entry),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`;
}

const entry = ({ id, title, updated, url, summary, content, category }: FeedEntry): Xml =>
  element(
    "entry",
    {},
    element("id", {}, id),
    element("title", {}, title),
    element("updated", {}, updated.toISOString()),
    element("link", { rel: "alternate", type: "text/html", href: url }),
    element("category", { term: category.term, label: category.label }),
    element("summary", {}, summary),
    element("content", { type: "html" }, content.xml), // escaped once more: it travels as text
  );
