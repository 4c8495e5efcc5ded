import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { claimWords } from "@/components/figures/claim-words";
import { Downloads } from "@/components/figures/downloads";
import { FigurePage } from "@/components/figures/figure-page";
import { saidText } from "@/components/figures/said-text";
import { Frame } from "@/components/site/frame";
import { JsonLd } from "@/components/site/json-ld";
import { Notices } from "@/components/site/notices";
import { findCollection } from "@/db/queries/find-collection";
import { findFigure } from "@/db/queries/find-figure";
import { listFigureChanges } from "@/db/queries/list-figure-changes";
import { listFigureChecks } from "@/db/queries/list-figure-checks";
import { listReach } from "@/db/queries/list-reach";
import { headlineText } from "@/domain/claim-text";
import { claimJsonLd } from "@/domain/export/figure-json-ld";
import { seriesAround } from "../../../_server/chart-figures";
import { reader } from "../../../_server/database";
import { figureMetadata } from "../../../_server/figure-metadata";
import { addressOf, readAsOf, readPageRequest } from "../../../_server/page-request";
import { PageShare } from "../../../_server/page-share";
import { siteAddress } from "../../../_server/site-env";

/** Asked for what is said of the page and for the page itself. */
const figureOf = cache(async (id: string, revision: number) => findFigure(await reader(), id, revision));

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/[locale]/figures/[id]">): Promise<Metadata> {
  const { locale, id } = await params;
  const { asOf, revision } = await readAsOf(searchParams);
  const figure = await figureOf(id, revision);
  return figureMetadata(locale, figure, asOf);
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/figures/[id]">) {
  const { id } = await params;
  const request = await readPageRequest(params, searchParams);
  const { locale, revision } = request;
  const db = await reader();
  const figure = await figureOf(id, revision);
  if (figure === null) notFound();
  const words = claimWords(locale, [figure]);
  const path = `/figures/${id}`;
  const place = {
    revision,
    site: siteAddress(),
    asOf: request.frozenAt === null ? undefined : request.query.as_of,
  };
  const { slug } = figure.metric;
  const [{ figures, population }, checks, reach, history, collection] = await Promise.all([
    seriesAround(figure, revision),
    listFigureChecks(db, id, revision),
    listReach(db, id, revision),
    listFigureChanges(db, id, revision),
    findCollection(db),
  ]);
  return (
    <Frame locale={locale} path={addressOf(path, request)} revision={revision} frozenAt={request.frozenAt}>
      <Notices {...request} />
      <FigurePage
        figure={figure}
        checks={checks}
        reach={reach}
        history={history}
        series={figures}
        population={population}
        locale={locale}
        revision={revision}
        today={request.day}
        hrefTo={request.hrefTo}
      />
      <PageShare
        request={request}
        of={{ list: "figures", name: id }}
        title={headlineText(figure, locale, words)}
        collection={collection?.title[locale] ?? ""}
        said={[saidText(figure, locale, words)]}
        {...(figure.status === "published"
          ? { onChart: request.hrefTo(`/metrics/${figure.metric.slug}?point=${id}`) }
          : {})}
      />
      <Downloads
        locale={locale}
        query={{ as_of: request.query.as_of }}
        revision={revision}
        count={null}
        figure={id}
        chart={slug}
      />
      <JsonLd data={claimJsonLd(figure, `${place.site}${request.hrefTo(path)}`, place)} />
    </Frame>
  );
}
