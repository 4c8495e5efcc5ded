import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Downloads } from "@/components/figures/downloads";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { SourceList } from "@/components/sources/source-list";
import { countSources, listSourcesFrom } from "@/db/queries/list-sources";
import { readSourcePlace, sourceParameters } from "@/domain/source-place";
import { messagesOf } from "@/messages/messages";
import { reader } from "../../_server/database";
import { pageMetadata } from "../../_server/metadata";
import { addressOf, readAsOf, readPageRequest } from "../../_server/page-request";

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/[locale]/sources">): Promise<Metadata> {
  const words = { fr: messagesOf("fr").sources, en: messagesOf("en").sources };
  return pageMetadata(
    (await params).locale,
    "/sources",
    { fr: words.fr.title, en: words.en.title },
    { fr: words.fr.intro, en: words.en.intro },
    (await readAsOf(searchParams)).asOf,
  );
}

const sourcesOnPage = 100;

export default async function Page({ params, searchParams }: PageProps<"/[locale]/sources">) {
  const request = await readPageRequest(params, searchParams, sourceParameters);
  const { locale, revision } = request;
  const t = await getTranslations("sources");
  const db = await reader();
  const after = readSourcePlace(request.params);
  const [{ sources, next }, count] = await Promise.all([
    listSourcesFrom(db, revision, { after, size: sourcesOnPage }),
    countSources(db, revision),
  ]);
  const from = (slug: string | null) => addressOf("/sources", request, slug === null ? {} : { after: slug });
  return (
    <Frame locale={locale} path={from(after)} revision={revision} frozenAt={request.frozenAt}>
      <Notices {...request} />
      <header className="page-head">
        <h1>{t("title")}</h1>
        <p>{t("intro")}</p>
      </header>
      <SourceList
        sources={sources}
        locale={locale}
        hrefTo={request.hrefTo}
        next={next && `/${locale}${from(next)}`}
        first={after && `/${locale}${from(null)}`}
      />
      <Downloads
        locale={locale}
        query={{ as_of: request.query.as_of }}
        revision={revision}
        count={count}
        list="sources"
      />
    </Frame>
  );
}
