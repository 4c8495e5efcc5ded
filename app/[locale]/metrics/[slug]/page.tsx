import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MetricPage } from "@/components/charts/metric-page";
import { RivalSection } from "@/components/compare/rival-section";
import { Downloads } from "@/components/figures/downloads";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { listEvents } from "@/db/queries/list-events";
import { listMetricFigures } from "@/db/queries/list-figures";
import { findMetric, listMetrics } from "@/db/queries/list-metrics";
import { findWidest } from "../../../_server/compare-request";
import { reader } from "../../../_server/database";
import { pageMetadata } from "../../../_server/metadata";
import { addressOf, readAsOf, readPageRequest } from "../../../_server/page-request";

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/[locale]/metrics/[slug]">): Promise<Metadata> {
  const { locale, slug } = await params;
  const metric = await findMetric(await reader(), slug);
  const { asOf } = await readAsOf(searchParams);
  return pageMetadata(locale, `/metrics/${slug}`, metric?.name, metric?.definition, asOf);
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/metrics/[slug]">) {
  const { slug } = await params;
  const request = await readPageRequest(params, searchParams);
  const { locale, query, revision } = request;
  const db = await reader();
  const metric = await findMetric(db, slug);
  if (metric === null) notFound();
  const figures = await listMetricFigures(db, slug, query, revision);
  return (
    <Frame
      locale={locale}
      path={addressOf(`/metrics/${slug}`, request)}
      revision={revision}
      frozenAt={request.frozenAt}
    >
      <Notices {...request} />
      <MetricPage
        metric={metric}
        others={await listMetrics(db)}
        figures={figures}
        events={await listEvents(db)}
        locale={locale}
        today={request.day}
        hrefTo={request.hrefTo}
        rivals={
          <RivalSection
            metric={slug}
            rivals={await findWidest(request, slug)}
            query={query}
            locale={locale}
            hrefTo={request.hrefTo}
          />
        }
      />
      <Downloads
        locale={locale}
        query={query}
        revision={revision}
        count={figures.length}
        metric={slug}
        chart={slug}
      />
    </Frame>
  );
}
