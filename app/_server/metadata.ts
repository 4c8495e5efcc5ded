import type { Metadata } from "next";
import { addressesIn } from "@/domain/address";
import type { Localized } from "@/domain/figure";
import { isLocale } from "@/domain/locale";
import { type Locale, locales } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { type FeedQuery, feedAddress } from "./feed-address";
import { siteAddress } from "./site-env";

/** Title, description and the same page in the other language. `path` is the address without its language. */
export function pageMetadata(
  locale: string,
  path: string,
  title?: Localized | null,
  description?: Localized | null,
  asOf?: string,
): Metadata {
  if (!isLocale(locale)) return {};
  return {
    ...(title ? { title: title[locale] } : {}),
    ...(description ? { description: description[locale].slice(0, 300) } : {}),
    alternates: alternatesOf(locale, path, asOf, title?.[locale]),
  };
}

/**
 * Where a page stands for good, in which languages, and its feeds. Filtered and frozen it is the same page for a search
 * engine (docs/decisions/0016); absolute where SITE_URL tells the address of the site.
 */
export function alternatesOf(
  locale: Locale,
  path: string,
  asOf?: string,
  name?: string,
): NonNullable<Metadata["alternates"]> {
  const site = siteAddress();
  return {
    canonical: `${site}${addressesIn(locale)(path)}`,
    types: feedsOf(locale, path, name),
    languages: Object.fromEntries(locales.map((one) => [one, `${site}${addressesIn(one, asOf)(path)}`])),
  };
}

/** The feeds a page is found by: of all changes, and on the page of a metric, by its name, first of its own. */
function feedsOf(locale: Locale, path: string, name: string | undefined) {
  const { title } = messagesOf(locale).changes;
  const metric = /^\/metrics\/([a-z0-9-]+)$/.exec(path)?.[1];
  return feedsOfQuery(locale, { metric }, `${title} – ${name ?? metric}`);
}

/** The feed of what a query keeps, so called, and that of everything. */
export function feedsOfQuery(locale: Locale, query: FeedQuery, name: string) {
  const { title } = messagesOf(locale).changes;
  const [all, own] = [feedAddress(locale), feedAddress(locale, query)];
  const feeds = [{ url: all, title }];
  if (own !== all) feeds.unshift({ url: own, title: name });
  return { "application/atom+xml": feeds };
}
