import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Downloads } from "@/components/figures/downloads";
import { FigurePage } from "@/components/figures/figure-page";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { findFigure } from "@/db/queries/find-figure";
import { listFigureChanges } from "@/db/queries/list-figure-changes";
import { listFigureChecks } from "@/db/queries/list-figure-checks";
import { listMetricFigures } from "@/db/queries/list-figures";
import { listReach } from "@/db/queries/list-reach";
import { reader } from "../../../_server/database";
import { figureMetadata } from "../../../_server/figure-metadata";
import { addressOf, readAsOf, readPageRequest } from "../../../_server/page-request";

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/[locale]/figures/[id]">): Promise<Metadata> {
  const { locale, id } = await params;
  const { asOf, revision } = await readAsOf(searchParams);
  const figure = await findFigure(await reader(), id, revision);
  return figureMetadata(locale, figure, asOf);
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/figures/[id]">) {
  const { id } = await params;
  const request = await readPageRequest(params, searchParams);
  const { locale, revision } = request;
  const db = await reader();
  const figure = await findFigure(db, id, revision);
  if (figure === null) notFound();
  return (
    <Frame
      locale={locale}
      path={addressOf(`/figures/${id}`, request)}
      revision={revision}
      frozenAt={request.frozenAt}
    >
      <Notices {...request} />
      <FigurePage
        figure={figure}
        checks={await listFigureChecks(db, id, revision)}
        reach={await listReach(db, id, revision)}
        history={await listFigureChanges(db, id, revision)}
        series={await listMetricFigures(db, figure.metric.slug, {}, revision)}
        locale={locale}
        revision={revision}
        today={request.day}
        hrefTo={request.hrefTo}
      />
      <Downloads locale={locale} query={{ as_of: request.query.as_of }} figure={id} />
    </Frame>
  );
}
