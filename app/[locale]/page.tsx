import type { Metadata } from "next";
import { Downloads } from "@/components/figures/downloads";
import { Dashboard } from "@/components/site/dashboard";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { findCollection } from "@/db/queries/find-collection";
import { listMetrics } from "@/db/queries/list-metrics";
import { countSources } from "@/db/queries/list-sources";
import { writeChartView } from "@/domain/chart-view";
import { messagesOf } from "@/messages/messages";
import { cardFigures, withCards } from "../_server/chart-figures";
import { readChartRequest, readReports } from "../_server/chart-request";
import { reader } from "../_server/database";
import { figureCounts } from "../_server/figure-counts";
import { pageMetadata } from "../_server/metadata";
import { PageDataset } from "../_server/page-dataset";
import { readAsOf, rowsHref } from "../_server/page-request";
import { PageShare } from "../_server/page-share";

export async function generateMetadata({ params, searchParams }: PageProps<"/[locale]">): Promise<Metadata> {
  const { locale } = await params;
  const collection = await findCollection(await reader());
  const { asOf } = await readAsOf(searchParams);
  return pageMetadata(locale, "", collection?.title, collection?.description, asOf);
}

export default async function DashboardPage({ params, searchParams }: PageProps<"/[locale]">) {
  const request = await readChartRequest("", params, searchParams);
  const { locale, query, revision, view } = request;
  const db = await reader();
  const collection = await findCollection(db);
  const metrics = await listMetrics(db);
  const counts = await figureCounts(query, revision);
  const { shown, more } = withCards(metrics, counts);
  const charts = await cardFigures(
    query,
    revision,
    counts,
    shown.map(({ slug }) => slug),
    view.ghosts,
  );
  const figures = [...charts.values()].flatMap((chart) => chart.figures);
  const countOf = (metric: string) => counts.get(metric) ?? 0;
  const count = [...counts.values()].reduce((sum, one) => sum + one, 0);
  const { as_of: _frozen, ...filters } = query;
  const filtered = Object.keys(filters).length > 0;
  const title = collection?.title[locale] ?? messagesOf(locale).home.title;
  return (
    <Frame locale={locale} path={request.pathWith()} revision={revision} frozenAt={request.frozenAt}>
      <Notices {...request} />
      <Dashboard
        collection={collection}
        metrics={shown}
        more={more}
        charts={charts}
        countOf={countOf}
        count={count}
        reports={await readReports(request)}
        query={query}
        ghosts={view.ghosts}
        addressWith={request.addressWith}
        rowsOf={(metric) => rowsHref(request, metric)}
        sourceCount={filtered ? null : await countSources(db, revision)}
        locale={locale}
        today={request.day}
        hrefTo={request.hrefTo}
      />
      <PageShare
        {...{ request, title }}
        view={writeChartView(view)}
        of={{ list: "collection" }}
        collection={title}
        said={collection ? [collection.description[locale]] : []}
      />
      <Downloads locale={locale} query={query} revision={revision} count={count} />
      <PageDataset {...{ request, collection, figures, metrics }} />
    </Frame>
  );
}
