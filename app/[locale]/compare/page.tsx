import type { Metadata } from "next";
import { ComparePage } from "@/components/compare/compare-page";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { listEvents } from "@/db/queries/list-events";
import { listFilterChoices } from "@/db/queries/list-filter-choices";
import { findMetric } from "@/db/queries/list-metrics";
import { writeChartView } from "@/domain/chart-view";
import { writeCompareQuery } from "@/domain/compare-query";
import { messagesOf } from "@/messages/messages";
import { findDrawn, findReason, findRivals, readCompareRequest } from "../../_server/compare-request";
import { reader } from "../../_server/database";
import { pageMetadata } from "../../_server/metadata";
import { addressOf, readAsOf } from "../../_server/page-request";
import { CompareShare } from "../../_server/page-share-of-whole";

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/[locale]/compare">): Promise<Metadata> {
  const words = { fr: messagesOf("fr").compare, en: messagesOf("en").compare };
  return pageMetadata(
    (await params).locale,
    "/compare",
    { fr: words.fr.title, en: words.en.title },
    { fr: words.fr.intro, en: words.en.intro },
    (await readAsOf(searchParams)).asOf,
  );
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/compare">) {
  const request = await readCompareRequest(params, searchParams);
  const { locale, query, compare, revision } = request;
  const db = await reader();
  const { rivals, more, crowded } = await findRivals(request);
  const metric = query.metric === undefined ? null : await findMetric(db, query.metric);
  return (
    <Frame
      locale={locale}
      path={addressOf("/compare", request, {
        ...writeCompareQuery(compare),
        ...writeChartView(request.view),
      })}
      revision={revision}
      frozenAt={request.frozenAt}
    >
      <Notices {...request} />
      <ComparePage
        query={query}
        compare={compare}
        choices={await listFilterChoices(db, revision)}
        rivals={rivals}
        more={more}
        crowded={crowded}
        reason={await findReason(request, rivals.length)}
        chart={
          metric && {
            metric,
            ...(await findDrawn(request, metric.slug, rivals)),
            events: await listEvents(db),
          }
        }
        view={request.view}
        locale={locale}
        today={request.day}
        hrefTo={request.hrefTo}
      />
      <CompareShare {...{ request, rivals }} />
    </Frame>
  );
}
