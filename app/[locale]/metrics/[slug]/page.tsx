import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MetricPage } from "@/components/charts/metric-page";
import { Downloads } from "@/components/figures/downloads";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { listEvents } from "@/db/queries/list-events";
import { findMetric, listMetrics } from "@/db/queries/list-metrics";
import { metricInView } from "../../../_server/chart-figures";
import { marksHref, readChartRequest, readReports } from "../../../_server/chart-request";
import { today } from "../../../_server/clock";
import { reader } from "../../../_server/database";
import { pageMetadata } from "../../../_server/metadata";
import { hrefOfFigure, rowsHref } from "../../../_server/page-request";

export async function generateMetadata({ params }: PageProps<"/[locale]/metrics/[slug]">): Promise<Metadata> {
  const { locale, slug } = await params;
  const metric = await findMetric(await reader(), slug);
  return pageMetadata(locale, `/metrics/${slug}`, metric?.name, metric?.definition);
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/metrics/[slug]">) {
  const { slug } = await params;
  const request = await readChartRequest(`/metrics/${slug}`, params, searchParams);
  const { locale, query, revision, view, path } = request;
  const db = await reader();
  const metric = await findMetric(db, slug);
  if (metric === null) notFound();
  return (
    <Frame locale={locale} path={path} revision={revision}>
      <Notices {...request} />
      <MetricPage
        metric={metric}
        others={await listMetrics(db)}
        {...(await metricInView(slug, query, revision, view))}
        reports={await readReports(request, slug)}
        view={view}
        query={query}
        addressWith={request.addressWith}
        allHref={rowsHref(request, slug)}
        marksHref={marksHref(slug, request)}
        events={await listEvents(db)}
        locale={locale}
        today={today()}
        hrefOf={hrefOfFigure(request)}
      />
      <div data-known="downloads">
        <Downloads locale={locale} query={query} metric={slug} />
      </div>
    </Frame>
  );
}
