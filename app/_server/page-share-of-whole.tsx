import { getTranslations } from "next-intl/server";
import { claimWords } from "@/components/figures/claim-words";
import { filterWords } from "@/components/figures/filter-words";
import { findCollection } from "@/db/queries/find-collection";
import { findMetric } from "@/db/queries/list-metrics";
import { writeChartView } from "@/domain/chart-view";
import { writeCompareQuery } from "@/domain/compare-query";
import type { Figure } from "@/domain/figure";
import { rivalText } from "@/domain/rival-text";
import type { Rivalry } from "@/domain/rivals";
import { messagesOf } from "@/messages/messages";
import type { CompareRequest } from "./compare-request";
import { reader } from "./database";
import { type ExplorerRequest, viewOfTable } from "./explorer-request";
import type { PageRequest } from "./page-request";
import { PageShare } from "./page-share";

/** So many disputes go into a text to paste. */
const mostTold = 2;

/** How the table is given away: with its filters, its columns and its place. */
export async function TableShare({
  request,
  figures,
}: {
  request: ExplorerRequest;
  figures: readonly Figure[];
}) {
  const t = await getTranslations("figures");
  const title = await titleWithin(t("title"), request, figures);
  return (
    <PageShare
      request={request}
      of={{ list: "table" }}
      title={title}
      collection={await collectionName(request)}
      said={[title]}
      view={viewOfTable(request)}
    />
  );
}

/** How rival claims are given away: who is held against whom goes with them. */
export async function CompareShare({
  request,
  rivals,
}: {
  request: CompareRequest;
  rivals: readonly Rivalry[];
}) {
  const { locale, compare, view } = request;
  const t = await getTranslations("compare");
  const figures = rivals.flatMap(({ earlier, later }) => [earlier, later]);
  const words = claimWords(locale, figures);
  const title = await titleWithin(t("title"), request, figures);
  const told = rivals.slice(0, mostTold);
  return (
    <PageShare
      request={request}
      of={{ list: "compare" }}
      title={title}
      collection={await collectionName(request)}
      said={
        told.length === 0
          ? [title]
          : told.map((one) => rivalText(one, locale, words, messagesOf(locale).compare.words))
      }
      view={{ ...writeCompareQuery(compare), ...writeChartView(view) }}
    />
  );
}

const collectionName = async ({ locale }: PageRequest): Promise<string> =>
  (await findCollection(await reader()))?.title[locale] ?? "";

/** What a page of the whole is called under its filters: "All figures – Territory held. Shown: Who says so: Ukraine". */
async function titleWithin(
  title: string,
  { locale, query }: PageRequest,
  figures: readonly Figure[],
): Promise<string> {
  const found = query.metric === undefined ? null : await findMetric(await reader(), query.metric);
  const metric = found?.name[locale] ?? query.metric;
  const named = metric === undefined ? title : `${title} – ${metric}`;
  const filters = filterWords(query, locale, figures);
  return filters === "" ? named : `${named}. ${filters}`;
}
