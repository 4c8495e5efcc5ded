import type { Metadata } from "next";
import { Frame } from "@/components/site/frame";
import { Method } from "@/components/site/method";
import { Notices } from "@/components/site/notices";
import { findRecordsSetting } from "@/db/queries/find-records-setting";
import { messagesOf } from "@/messages/messages";
import { reader } from "../../_server/database";
import { pageMetadata } from "../../_server/metadata";
import { addressOf, readAsOf, readPageRequest } from "../../_server/page-request";

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/[locale]/method">): Promise<Metadata> {
  const words = { fr: messagesOf("fr").method, en: messagesOf("en").method };
  const title = { fr: words.fr.title, en: words.en.title };
  return pageMetadata(
    (await params).locale,
    "/method",
    title,
    { fr: words.fr.intro, en: words.en.intro },
    (await readAsOf(searchParams)).asOf,
  );
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/method">) {
  const request = await readPageRequest(params, searchParams);
  const { locale, revision } = request;
  return (
    <Frame
      locale={locale}
      path={addressOf("/method", request)}
      revision={revision}
      frozenAt={request.frozenAt}
    >
      <Notices {...request} />
      <Method locale={locale} hrefTo={request.hrefTo} records={await findRecordsSetting(await reader())} />
    </Frame>
  );
}
