import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Downloads } from "@/components/figures/downloads";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { SourceList } from "@/components/sources/source-list";
import { listSources } from "@/db/queries/list-sources";
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

export default async function Page({ params, searchParams }: PageProps<"/[locale]/sources">) {
  const request = await readPageRequest(params, searchParams);
  const { locale, revision } = request;
  const t = await getTranslations("sources");
  const sources = await listSources(await reader(), revision);
  return (
    <Frame
      locale={locale}
      path={addressOf("/sources", request)}
      revision={revision}
      frozenAt={request.frozenAt}
    >
      <Notices {...request} />
      <header className="page-head">
        <h1>{t("title")}</h1>
        <p>{t("intro")}</p>
      </header>
      <SourceList sources={sources} locale={locale} hrefTo={request.hrefTo} />
      <Downloads
        locale={locale}
        query={{ as_of: request.query.as_of }}
        revision={revision}
        count={sources.length}
        list="sources"
      />
    </Frame>
  );
}
