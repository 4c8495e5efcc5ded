import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { claimWords } from "@/components/figures/claim-words";
import { Downloads } from "@/components/figures/downloads";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { figuresOf, SourcePage } from "@/components/sources/source-page";
import { findSource } from "@/db/queries/find-source";
import { countFigures } from "@/db/queries/list-figures";
import type { Source } from "@/domain/source";
import { newestRevision, reader } from "../../../_server/database";
import { countCap } from "../../../_server/explorer-request";
import { pageMetadata } from "../../../_server/metadata";
import { addressOf, readPageRequest } from "../../../_server/page-request";

export async function generateMetadata({ params }: PageProps<"/[locale]/sources/[slug]">): Promise<Metadata> {
  const { locale, slug } = await params;
  const source = await findSource(await reader(), slug, await newestRevision());
  return pageMetadata(
    locale,
    `/sources/${slug}`,
    source && { fr: source.title, en: source.title },
    source && describe(source),
  );
}

/** What a search engine is told of a source: how many figures, and from what. */
const describe = ({ title, figureCount }: Source) => ({
  fr: `${figureCount} chiffres tirés de « ${title} », chacun avec sa phrase exacte.`,
  en: `${figureCount} figures taken from “${title}”, each with its exact sentence.`,
});

export default async function Page({ params, searchParams }: PageProps<"/[locale]/sources/[slug]">) {
  const { slug } = await params;
  const request = await readPageRequest(params, searchParams);
  const { locale, revision } = request;
  const db = await reader();
  const source = await findSource(db, slug, revision);
  if (source === null) notFound();
  return (
    <Frame locale={locale} path={addressOf(`/sources/${slug}`, request)} revision={revision}>
      <Notices {...request} />
      <SourcePage source={source} locale={locale} words={claimWords(locale, figuresOf(source))} />
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
