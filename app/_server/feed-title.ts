import type { Reader } from "@/db/client";
import { currentRevision } from "@/db/queries/current-revision";
import { listClaimants } from "@/db/queries/list-claimants";
import { findMetric } from "@/db/queries/list-metrics";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";
import type { FeedQuery } from "./feed-address";

/** What a feed is called: that it is of changes, and by name which of them it keeps; a slug where nothing has the name. */
export async function feedTitle(
  db: Reader,
  locale: Locale,
  { kind, metric, claimant }: FeedQuery,
): Promise<string> {
  const words = messagesOf(locale).changes;
  const title = [words.title];
  if (kind !== undefined) title.push(words.kind[kind]);
  if (metric !== undefined) title.push((await findMetric(db, metric))?.name[locale] ?? metric);
  if (claimant !== undefined) {
    const claimants = await listClaimants(db, await currentRevision(db));
    title.push(claimants.find(({ slug }) => slug === claimant)?.name[locale] ?? claimant);
  }
  return title.join(" – ");
}
