import type { Metadata } from "next";
import { Dashboard } from "@/components/site/dashboard";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { findCollection } from "@/db/queries/find-collection";
import { cardOutline } from "@/db/queries/list-chart-figures";
import { listMetrics } from "@/db/queries/list-metrics";
import { listSources } from "@/db/queries/list-sources";
import { chartFigures } from "../_server/chart-figures";
import { readChartRequest, readReports } from "../_server/chart-request";
import { today } from "../_server/clock";
import { reader } from "../_server/database";
import { pageMetadata } from "../_server/metadata";
import { hrefOfFigure, rowsHref } from "../_server/page-request";

export async function generateMetadata({ params }: PageProps<"/[locale]">): Promise<Metadata> {
  const { locale } = await params;
  const collection = await findCollection(await reader());
  return pageMetadata(locale, "", collection?.title, collection?.description);
}

export default async function DashboardPage({ params, searchParams }: PageProps<"/[locale]">) {
  const request = await readChartRequest("", params, searchParams);
  const { locale, query, revision, view, path } = request;
  const db = await reader();
  return (
    <Frame locale={locale} path={path} revision={revision}>
      <Notices {...request} />
      <Dashboard
        collection={await findCollection(db)}
        metrics={await listMetrics(db)}
        charts={await chartFigures(query, revision, cardOutline, view.ghosts)}
        reports={await readReports(request)}
        knownOn={query.known_on}
        ghosts={view.ghosts}
        addressWith={request.addressWith}
        rowsOf={(metric) => rowsHref(request, metric)}
        sourceCount={(await listSources(db, revision)).length}
        locale={locale}
        today={today()}
        hrefOf={hrefOfFigure(request)}
      />
    </Frame>
  );
}
