import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MetricPage } from "@/components/charts/metric-page";
import { RivalSection } from "@/components/compare/rival-section";
import { claimWords } from "@/components/figures/claim-words";
import { Downloads } from "@/components/figures/downloads";
import { saidText } from "@/components/figures/said-text";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { findCollection } from "@/db/queries/find-collection";
import { listEvents } from "@/db/queries/list-events";
import { findMetric, listMetrics } from "@/db/queries/list-metrics";
import { writeChartView } from "@/domain/chart-view";
import { latestFigures } from "@/domain/latest-figures";
import { begun } from "../../../_server/begun";
import { metricInView } from "../../../_server/chart-figures";
import { marksHref, readChartRequest, readReports } from "../../../_server/chart-request";
import { findWidest } from "../../../_server/compare-request";
import { reader } from "../../../_server/database";
import { pageMetadata } from "../../../_server/metadata";
import { PageDataset } from "../../../_server/page-dataset";
import { pointParameters } from "../../../_server/page-parameters";
import { readAsOf, rowsHref } from "../../../_server/page-request";
import { PageShare } from "../../../_server/page-share";
import { readPoint } from "../../../_server/point";

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
  const request = await readChartRequest(`/metrics/${slug}`, params, searchParams, pointParameters);
  const { locale, query, revision, view } = request;
  const db = await reader();
  const metric = await findMetric(db, slug);
  if (metric === null) notFound();
  const widest = begun(findWidest(request, slug));
  const [seen, reports, collection, others, events] = await Promise.all([
    metricInView(slug, query, revision, view, request.params.get("point")),
    readReports(request, slug),
    findCollection(db),
    listMetrics(db),
    listEvents(db),
  ]);
  const { figures } = seen;
  const { selected, more } = await readPoint(request, figures);
  const point = selected?.id;
  const words = claimWords(locale, figures);
  return (
    <Frame
      locale={locale}
      path={request.pathWith(point === undefined ? {} : { point })}
      revision={revision}
      frozenAt={request.frozenAt}
    >
      <Notices {...request} more={more} />
      <MetricPage
        metric={metric}
        others={others}
        figures={figures}
        population={seen.population}
        choices={seen.choices}
        selected={selected}
        reports={reports}
        view={view}
        query={query}
        addressWith={request.addressWith}
        allHref={rowsHref(request, slug)}
        marksHref={marksHref(slug, request)}
        events={events}
        locale={locale}
        today={request.day}
        hrefTo={request.hrefTo}
        rivals={
          <RivalSection metric={slug} found={widest} query={query} locale={locale} hrefTo={request.hrefTo} />
        }
      />
      <PageShare
        {...{ request, point }}
        view={writeChartView(view)}
        of={{ list: "metrics", name: slug }}
        title={metric.name[locale]}
        collection={collection?.title[locale] ?? ""}
        said={(selected ? [selected] : latestFigures(figures)).map((one) => saidText(one, locale, words))}
      />
      <Downloads
        locale={locale}
        query={query}
        revision={revision}
        count={seen.rows}
        metric={slug}
        chart={slug}
        view={writeChartView(view)}
      />
      <PageDataset {...{ request, collection, figures, metric }} metrics={[metric]} />
    </Frame>
  );
}
