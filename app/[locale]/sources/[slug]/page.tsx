import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { claimWords } from "@/components/figures/claim-words";
import { Downloads } from "@/components/figures/downloads";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { figuresOf, SourcePage } from "@/components/sources/source-page";
import { findSource, findSourceFacts, rowsOnPage } from "@/db/queries/find-source";
import { countFigures } from "@/db/queries/list-figures";
import { listLinkChecks } from "@/db/queries/list-links";
import { inQuotes } from "@/domain/in-quotes";
import { readRowPlace, rowParameters, writeRowPlace } from "@/domain/row-place";
import type { RowPlace, Source } from "@/domain/source";
import { reader } from "../../../_server/database";
import { countCap } from "../../../_server/explorer-request";
import { pageMetadata } from "../../../_server/metadata";
import { addressOf, readAsOf, readPageRequest } from "../../../_server/page-request";

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/[locale]/sources/[slug]">): Promise<Metadata> {
  const { locale, slug } = await params;
  const { asOf, revision } = await readAsOf(searchParams);
  const source = await findSourceFacts(await reader(), slug, revision);
  return pageMetadata(
    locale,
    `/sources/${slug}`,
    source && { fr: source.title, en: source.title },
    source && describe(source),
    asOf,
  );
}

/** What a search engine is told of a source: how many figures, and from what. */
const describe = ({ title, figureCount, isDataset }: Source) => ({
  fr: `${figureCount} chiffres tirés de ${inQuotes(title, "fr")}, chacun avec ${isDataset ? "sa ligne du tableau" : "sa phrase exacte"}.`,
  en: `${figureCount} figures taken from ${inQuotes(title, "en")}, each with its ${isDataset ? "row of the table" : "exact sentence"}.`,
});

export default async function Page({ params, searchParams }: PageProps<"/[locale]/sources/[slug]">) {
  const { slug } = await params;
  const request = await readPageRequest(params, searchParams, rowParameters);
  const { locale, revision } = request;
  const from = readRowPlace(request.params);
  const db = await reader();
  const source = await findSource(db, slug, revision, { from, size: rowsOnPage });
  if (source === null) notFound();
  const rowsFrom = (place: RowPlace | null) =>
    `/${locale}${addressOf(`/sources/${slug}`, request, place === null ? {} : writeRowPlace(place))}`;
  return (
    <Frame
      locale={locale}
      path={addressOf(`/sources/${slug}`, request, from === null ? {} : writeRowPlace(from))}
      revision={revision}
      frozenAt={request.frozenAt}
    >
      <Notices {...request} />
      <SourcePage
        source={source}
        links={request.frozenAt === null ? await listLinkChecks(await reader(), slug) : []}
        locale={locale}
        words={claimWords(locale, figuresOf(source))}
        hrefTo={request.hrefTo}
        rowsFrom={rowsFrom}
        isFirst={from === null}
      />
      <Downloads
        locale={locale}
        query={{ source: slug, as_of: request.query.as_of }}
        revision={revision}
        count={await countFigures(db, { source: slug }, revision, countCap)}
        cap={countCap}
      />
    </Frame>
  );
}
