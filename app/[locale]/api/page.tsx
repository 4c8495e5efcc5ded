import "@/components/api/api.css";
import type { Metadata } from "next";
import { ApiPage } from "@/components/api/api-page";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { findStanding } from "@/db/queries/stream-standing";
import { messagesOf } from "@/messages/messages";
import { reader } from "../../_server/database";
import { describeApi } from "../../_server/describe-api";
import { pageMetadata } from "../../_server/metadata";
import { addressOf, readPageRequest } from "../../_server/page-request";
import { siteAddress } from "../../_server/site-address";

export async function generateMetadata({ params }: PageProps<"/[locale]/api">): Promise<Metadata> {
  const words = { fr: messagesOf("fr").api, en: messagesOf("en").api };
  const title = { fr: words.fr.title, en: words.en.title };
  return pageMetadata((await params).locale, "/api", title, { fr: words.fr.intro, en: words.en.intro });
}

/** Who looks: a programmer or an analyst with a task; must see an address that works within seconds. */
export default async function Page({ params, searchParams }: PageProps<"/[locale]/api">) {
  const request = await readPageRequest(params, searchParams);
  const { locale, revision } = request;
  const db = await reader();
  const standing = await findStanding(db);
  return (
    <Frame locale={locale} path={addressOf("/api", request)} revision={revision} frozenAt={request.frozenAt}>
      <Notices {...request} />
      <ApiPage
        document={await describeApi(db, standing, revision, locale)}
        locale={locale}
        site={await siteAddress()}
      />
    </Frame>
  );
}
