import { type ChangeQuery, writeChangeQuery } from "@/domain/change-query";
import type { Locale } from "@/domain/vocabulary";

/** What a feed can be of: a comparison ends, and a frozen page never changes. */
export type FeedQuery = {
  readonly [Name in "metric" | "claimant" | "from" | "to" | "kind"]?: ChangeQuery[Name] | undefined;
};

/** The address of the feed of some changes in a language. */
export function feedAddress(locale: Locale, { metric, claimant, from, to, kind }: FeedQuery = {}): string {
  const given = Object.entries({ metric, claimant, from, to, kind }).filter(
    ([, value]) => value !== undefined,
  );
  return `/changes.atom?${writeChangeQuery(Object.fromEntries(given) as ChangeQuery, { lang: locale })}`;
}
