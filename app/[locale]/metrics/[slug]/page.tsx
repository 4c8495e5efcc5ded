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
import { today } from "../../../_server/clock";
import { findWidest } from "../../../_server/compare-request";
import { reader } from "../../../_server/database";
import { pageMetadata } from "../../../_server/metadata";
import { addressOf, hrefOfFigure, readPageRequest } from "../../../_server/page-request";

export async function generateMetadata({ params }: PageProps<"/[locale]/metrics/[slug]">): Promise<Metadata> {
  const { locale, slug } = await params;
  const metric = await findMetric(await reader(), slug);
  return pageMetadata(locale, `/metrics/${slug}`, metric?.name, metric?.definition);
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/metrics/[slug]">) {
  const { slug } = await params;
  const request = await readPageRequest(params, searchParams);
  const { locale, query, revision } = request;
  const db = await reader();
  const metric = await findMetric(db, slug);
  if (metric === null) notFound();
  return (
    <Frame locale={locale} path={addressOf(`/metrics/${slug}`, request)} revision={revision}>
      <Notices {...request} />
      <MetricPage
        metric={metric}
        others={await listMetrics(db)}
        figures={await listMetricFigures(db, slug, query, revision)}
        events={await listEvents(db)}
        locale={locale}
        today={today()}
        hrefOf={hrefOfFigure(request)}
        rivals={
          <RivalSection
            metric={slug}
            rivals={await findWidest(request, slug)}
            query={query}
            locale={locale}
            hrefOf={hrefOfFigure(request)}
          />
        }
      />
      <Downloads locale={locale} query={query} metric={slug} />
    </Frame>
  );
}
