import "@/components/site/styles/objection.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ObjectionPage } from "@/components/objection/objection-page";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { UnsentNotice } from "@/components/ui/unsent-notice";
import { findFigure } from "@/db/queries/find-figure";
import { messagesOf } from "@/messages/messages";
import { reader } from "../../../../_server/database";
import { pageMetadata } from "../../../../_server/metadata";
import { objectionParameters } from "../../../../_server/page-parameters";
import { addressOf, readAsOf, readPageRequest } from "../../../../_server/page-request";
import { sendObjection } from "./actions";

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/[locale]/figures/[id]/objection">): Promise<Metadata> {
  const { locale, id } = await params;
  const { asOf } = await readAsOf(searchParams);
  const title = { fr: messagesOf("fr").objection.title, en: messagesOf("en").objection.title };
  return { ...pageMetadata(locale, `/figures/${id}/objection`, title, null, asOf), robots: { index: false } };
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/figures/[id]/objection">) {
  const { id } = await params;
  const request = await readPageRequest(params, searchParams, objectionParameters);
  const { locale, revision, frozenAt, hrefTo } = request;
  const figure = await findFigure(await reader(), id, revision);
  if (figure === null) notFound();
  const seen = { publicId: figure.id, asOf: revision, locale };
  const isSent = request.params.has("sent");
  return (
    <Frame
      locale={locale}
      path={addressOf(`/figures/${id}/objection`, { query: { as_of: request.query.as_of } })}
      {...{ revision, frozenAt }}
    >
      <Notices {...request} />
      <ObjectionPage
        figure={figure}
        action={isSent ? null : sendObjection.bind(null, seen, frozenAt !== null)}
        locale={locale}
        hrefTo={hrefTo}
      />
      <UnsentNotice locale={locale} />
    </Frame>
  );
}
