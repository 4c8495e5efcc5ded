import { type FeedPlace, feedEntries } from "@/components/changes/change-feed";
import { listPublishes, type PublishPage } from "@/db/queries/list-publishes";
import { outcomeOf, type Publish } from "@/domain/change";
import {
  type ChangeQuery,
  changeFilterNames,
  readChangeQuery,
  writeChangeQuery,
} from "@/domain/change-query";
import { atom } from "@/domain/feed/atom";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import { feedAddress } from "../../_server/feed-address";
import { feedTitle } from "../../_server/feed-title";
import { textBody } from "../../_server/kept-bodies";
import { addressOfSite } from "../../api/v1/_server/cited";
import { type Frozen, freeze, headOf, kept, whole } from "../../api/v1/_server/frozen";
import { badRequest, notFound } from "../../api/v1/_server/problem";
import { urnOf } from "./change-urn";

/** A page of the feed: the first tells what is new. */
const most = { publishes: 50, changes: 50 } as const;

/** What a feed understands beside its filters: its language, and where a page of it begins. */
const own = ["before", "lang"] as const;

/** Filters of the page that a feed, which goes on for ever, has no use for. */
const ofPagesOnly: readonly string[] = ["as_of", "since", "until", "outcome"];

/** `GET /changes.atom`: what changed for readers, under the filters of the page, as a feed by RFC 4287. */
export async function changesFeed(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const { query, unknown, malformed } = readChangeQuery(searchParams, own);
  const lang = searchParams.get("lang") || "en";
  const place = searchParams.get("before") || null;
  const known = [...changeFilterNames.filter((name) => !ofPagesOnly.includes(name)), ...own];
  const invalid = [
    ...[...unknown, ...Object.keys(query).filter((name) => ofPagesOnly.includes(name))].map((name) => ({
      name,
      reason: `is not a parameter; there are ${known.join(", ")}`,
    })),
    ...malformed.map(({ name, value }) => ({ name, reason: `cannot be "${value.slice(0, 100)}"` })),
  ];
  if (lang !== "fr" && lang !== "en") invalid.push({ name: "lang", reason: "must be fr or en" });
  if (place !== null && !/^[1-9]\d{0,14}$/.test(place))
    invalid.push({ name: "before", reason: "must be a revision of the data" });
  if (invalid.length > 0) return badRequest(invalid);
  const frozen = await freeze(undefined);
  if (frozen instanceof Response) return frozen;
  const locale: Locale = lang === "fr" ? "fr" : "en";
  const site = addressOfSite(frozen, request);
  const before = place === null ? null : Number(place);
  const what = `changes.atom?${writeChangeQuery(query, { lang, site, before: place ?? "" })}`;
  const head = headOf(request, frozen, what, "application/atom+xml; charset=utf-8", false);
  if (head.unchanged || request.method === "HEAD") return whole(request, head, "");
  const { db } = frozen.opened;
  const feed = await kept(request, frozen, head, async () => {
    const page = await listPublishes(db, query, { ...most, asOf: frozen.revision, before });
    const title = await feedTitle(db, locale, query);
    return textBody(atom(feedOf(page, { frozen, query, title, locale, site, before })));
  });
  return feed ?? notFound();
}

type About = {
  readonly frozen: Frozen;
  readonly query: ChangeQuery;
  readonly title: string;
  readonly locale: Locale;
  readonly site: string;
  /** Only publishes older than this one; null on the first page. */
  readonly before: number | null;
};

function feedOf({ publishes, next }: PublishPage, { frozen, query, title, locale, site, before }: About) {
  const { standing } = frozen;
  const words = messagesOf(locale);
  const page = `${site}/${locale}/changes`;
  const filters = writeChangeQuery(query);
  return {
    id: urnOf(`${standing.slug} ${feedAddress(locale, query)}`),
    title: `${standing.title[locale]} – ${title}`,
    subtitle: words.changes.intro,
    author: words.site.name,
    rights: `${words.site.footer.ours} ${words.site.footer.theirs}`,
    lang: locale,
    updated: publishes[0]?.at ?? standing.at ?? new Date(0),
    self: `${site}${feedAddress(locale, query, before)}`,
    first: `${site}${feedAddress(locale, query)}`,
    next: next === null ? null : `${site}${feedAddress(locale, query, next)}`,
    page: filters === "" ? page : `${page}?${filters}`,
    entries: feedEntries(publishes, placeOf({ locale, query, site }, standing.slug)),
  };
}

function placeOf(
  { locale, query, site }: Omit<About, "frozen" | "title" | "before">,
  slug: string,
): FeedPlace {
  const { kind: _kind, ...filters } = query;
  // The moment of a publish tells two collections of one name apart.
  const nameOf = ({ revision, at }: Publish) => `${slug} ${revision} ${at.toISOString()} ${locale}`;
  return {
    locale,
    site,
    idOfChange: (publish, figureId) => urnOf(`${nameOf(publish)} figure ${figureId}`),
    idOfGroup: (publish, { kind }) => urnOf(`${nameOf(publish)} ${kind} ${writeChangeQuery(filters)}`),
    allOf({ revision }, { kind }) {
      const moments = { since: String(revision - 1), until: String(revision), outcome: outcomeOf[kind] };
      return `${site}/${locale}/changes?${writeChangeQuery({ ...filters, ...moments })}`;
    },
  };
}
