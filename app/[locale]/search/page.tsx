import "@/components/site/styles/search.css";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SearchPage } from "@/components/search/search-page";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { listMetrics } from "@/db/queries/list-metrics";
import { readCursor, writeCursor } from "@/domain/cursor";
import { day } from "@/domain/inputs";
import { messagesOf } from "@/messages/messages";
import { reader } from "../../_server/database";
import { pageMetadata } from "../../_server/metadata";
import { searchParameters } from "../../_server/page-parameters";
import { addressOf, readAsOf, readPageRequest } from "../../_server/page-request";
import { search } from "../../_server/search";

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/[locale]/search">): Promise<Metadata> {
  const { asOf } = await readAsOf(searchParams);
  const title = { fr: messagesOf("fr").search.title, en: messagesOf("en").search.title };
  // What anyone may type into an address is not for search engines to keep.
  return {
    ...pageMetadata((await params).locale, "/search", title, null, asOf),
    robots: { index: false, follow: true },
  };
}

/** A place among the sentences found: a day, and the key of a revision. */
const isKey = (key: string) => day.safeParse(key).success;
const isPlace = ({ id }: { id: string }) => /^[1-9]\d{0,8}$/.test(id);

export default async function Page({ params, searchParams }: PageProps<"/[locale]/search">) {
  const request = await readPageRequest(params, searchParams, searchParameters);
  const { locale, revision, hrefTo } = request;
  const { q, as_of, ...others } = request.query;
  const cursor = readCursor(request.params, isKey);
  const isLost = cursor === "unreadable" || (cursor !== null && !isPlace(cursor));
  const after = isLost ? null : cursor;
  const { hits, asks } = await search(q, revision, after);
  const t = await getTranslations("notice");
  const here = (extra: Record<string, string> = {}) =>
    `/${locale}${addressOf("/search", { query: { q, as_of } }, extra)}`;
  return (
    <Frame
      locale={locale}
      path={addressOf("/search", { query: { q, as_of } })}
      revision={revision}
      frozenAt={request.frozenAt}
    >
      <Notices
        {...request}
        unknown={[...request.unknown, ...Object.keys(others)]}
        more={isLost ? [...request.more, t("cursor")] : request.more}
      />
      <SearchPage
        {...{ q, asks, hits, locale, hrefTo }}
        metrics={await listMetrics(await reader())}
        next={hits.next && here({ after: writeCursor({ direction: "after", ...hits.next }) })}
        first={after === null ? null : here()}
      />
    </Frame>
  );
}
