import { type ChangeQuery, writeChangeQuery } from "@/domain/change-query";
import type { Locale } from "@/domain/vocabulary";

/** What a feed can be of: a comparison ends, and a frozen page never changes. */
export type FeedQuery = {
  readonly [Name in "metric" | "claimant" | "from" | "to" | "kind"]?: ChangeQuery[Name] | undefined;
};

/** The address of the feed of some changes in a language; of those older than a revision, where one is told. */
export function feedAddress(
  locale: Locale,
  { metric, claimant, from, to, kind }: FeedQuery = {},
  before: number | null = null,
): string {
  const given = Object.entries({ metric, claimant, from, to, kind }).filter(
    ([, value]) => value !== undefined,
  );
  const extra = { ...(before === null ? {} : { before: String(before) }), lang: locale };
  return `/changes.atom?${writeChangeQuery(Object.fromEntries(given) as ChangeQuery, extra)}`;
}
