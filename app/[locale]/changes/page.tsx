import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangeFilters } from "@/components/changes/change-filters";
import { ChangeList } from "@/components/changes/change-list";
import { ChangesPage } from "@/components/changes/changes-page";
import { Comparison } from "@/components/changes/comparison";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { listClaimants } from "@/db/queries/list-claimants";
import { listMetrics } from "@/db/queries/list-metrics";
import { readChangeQuery } from "@/domain/change-query";
import { messagesOf } from "@/messages/messages";
import { addressOfChanges, readChangesRequest } from "../../_server/changes-request";
import { reader } from "../../_server/database";
import { feedAddress } from "../../_server/feed-address";
import { feedTitle } from "../../_server/feed-title";
import { readLocale } from "../../_server/locale";
import { feedsOfQuery, pageMetadata } from "../../_server/metadata";
import { readAsOf, toURLSearchParams } from "../../_server/page-request";
import { readChanges } from "../../_server/read-changes";

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/[locale]/changes">): Promise<Metadata> {
  const words = { fr: messagesOf("fr").changes, en: messagesOf("en").changes };
  const title = { fr: words.fr.title, en: words.en.title };
  const description = { fr: words.fr.intro, en: words.en.intro };
  const { asOf } = await readAsOf(searchParams);
  const locale = readLocale((await params).locale);
  const { query } = readChangeQuery(toURLSearchParams(await searchParams));
  const metadata = pageMetadata(locale, "/changes", title, description, asOf);
  return {
    ...metadata,
    alternates: {
      ...metadata.alternates,
      types: feedsOfQuery(locale, query, await feedTitle(await reader(), locale, query)),
    },
  };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/changes">) {
  const request = await readChangesRequest(params, searchParams);
  const { locale, query, revision, frozenAt, hrefTo, newest, cursor } = request;
  const db = await reader();
  const t = await getTranslations("changes");
  const found = await readChanges(db, request);
  const { as_of: _frozen, ...unfrozen } = query;
  const filtered = Object.keys(unfrozen).length > 0;
  return (
    <Frame locale={locale} path={addressOfChanges(query, cursor)} revision={revision} frozenAt={frozenAt}>
      <Notices unknown={request.unknown} malformed={[]} more={request.more} />
      <ChangesPage
        query={query}
        feed={feedAddress(locale, unfrozen)}
        next={found.next && hrefTo(addressOfChanges(unfrozen, found.next))}
        newest={cursor && hrefTo(addressOfChanges(unfrozen))}
        compare={revision > 1 ? hrefTo(`/changes?since=${revision - 1}&until=${revision}`) : null}
        filters={
          <ChangeFilters
            {...{ query, newest, locale, hrefTo }}
            metrics={await listMetrics(db)}
            claimants={await listClaimants(db, revision)}
          />
        }
      >
        {found.comparison ? (
          <Comparison {...found.comparison} query={query} locale={locale} hrefTo={hrefTo} />
        ) : found.publishes.length > 0 ? (
          <ChangeList publishes={found.publishes} query={query} locale={locale} hrefTo={hrefTo} />
        ) : (
          <p>{filtered ? t("empty") : t("emptyAtAll")}</p>
        )}
      </ChangesPage>
    </Frame>
  );
}
