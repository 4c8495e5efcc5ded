import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Downloads } from "@/components/figures/downloads";
import { FigurePage } from "@/components/figures/figure-page";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { findFigure } from "@/db/queries/find-figure";
import { cardOutline } from "@/db/queries/list-chart-figures";
import { listFigureChecks } from "@/db/queries/list-figure-checks";
import { chartFigures } from "../../../_server/chart-figures";
import { today } from "../../../_server/clock";
import { newestRevision, reader } from "../../../_server/database";
import { figureMetadata } from "../../../_server/figure-metadata";
import { addressOf, hrefOfFigure, readPageRequest } from "../../../_server/page-request";

export async function generateMetadata({ params }: PageProps<"/[locale]/figures/[id]">): Promise<Metadata> {
  const { locale, id } = await params;
  const figure = await findFigure(await reader(), id, await newestRevision());
  return figureMetadata(locale, figure);
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/figures/[id]">) {
  const { id } = await params;
  const request = await readPageRequest(params, searchParams);
  const { locale, revision } = request;
  const db = await reader();
  const figure = await findFigure(db, id, revision);
  if (figure === null) notFound();
  const { slug } = figure.metric;
  const found = await chartFigures({ metric: slug }, revision, cardOutline);
  const chart = found.get(slug) ?? { figures: [], population: null };
  return (
    <Frame locale={locale} path={addressOf(`/figures/${id}`, request)} revision={revision}>
      <Notices {...request} />
      <FigurePage
        figure={figure}
        checks={await listFigureChecks(db, id)}
        series={chart.figures.some((other) => other.id === id) ? chart.figures : [...chart.figures, figure]}
        population={chart.population}
        locale={locale}
        revision={revision}
        today={today()}
        hrefOf={hrefOfFigure(request)}
      />
      <Downloads locale={locale} query={{ as_of: request.query.as_of }} figure={id} />
    </Frame>
  );
}
