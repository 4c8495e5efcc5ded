import type { Metadata } from "next";
import { Downloads } from "@/components/figures/downloads";
import { FigureExplorer } from "@/components/figures/figure-explorer";
import { Frame } from "@/components/site/frame";
import { Notices } from "@/components/site/notices";
import { findTable } from "@/db/queries/list-figures";
import { listFilterChoices } from "@/db/queries/list-filter-choices";
import { messagesOf } from "@/messages/messages";
import { reader } from "../../_server/database";
import { addressOfTable, countCap, pageSize, readExplorerRequest } from "../../_server/explorer-request";
import { pageMetadata } from "../../_server/metadata";
import { readAsOf } from "../../_server/page-request";
import { TableShare } from "../../_server/page-share-of-whole";

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<"/[locale]/figures">): Promise<Metadata> {
  const words = { fr: messagesOf("fr").figures, en: messagesOf("en").figures };
  return pageMetadata(
    (await params).locale,
    "/figures",
    { fr: words.fr.title, en: words.en.title },
    { fr: words.fr.intro, en: words.en.intro },
    (await readAsOf(searchParams)).asOf,
  );
}

export default async function Page({ params, searchParams }: PageProps<"/[locale]/figures">) {
  const request = await readExplorerRequest(params, searchParams);
  const { locale, query, revision, cursor, columns } = request;
  const db = await reader();
  const { count, page } = await findTable(db, query, { revision, size: pageSize, cursor, cap: countCap });
  return (
    <Frame locale={locale} path={addressOfTable(request)} revision={revision} frozenAt={request.frozenAt}>
      <Notices {...request} />
      <FigureExplorer
        page={page}
        count={count}
        countCap={countCap}
        choices={await listFilterChoices(db, revision)}
        query={query}
        columns={columns}
        locale={locale}
        hrefTo={request.hrefTo}
      />
      <TableShare {...{ request }} figures={page.figures} />
      <Downloads locale={locale} query={query} revision={revision} count={count} cap={countCap} />
    </Frame>
  );
}
