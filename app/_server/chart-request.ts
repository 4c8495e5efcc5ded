import { redirect } from "next/navigation";
import type { Reports } from "@/db/queries/list-report-days";
import { type ChartView, readChartView, viewParameters, writeChartView } from "@/domain/chart-view";
import { writeFigureQuery } from "@/domain/figure-query";
import { reportDays } from "./figure-counts";
import { addressChanger, addressOf, type PageRequest, readPageRequest } from "./page-request";

export type ChartRequest = PageRequest & {
  readonly view: ChartView;
  /** The address without its language, the view included, and what else a page understands. */
  readonly pathWith: (extra?: Readonly<Record<string, string>>) => string;
  readonly addressWith: ReturnType<typeof addressChanger>;
};

/** Reads what a page with charts is asked for: filters, and how they are looked at. */
export async function readChartRequest(
  path: string,
  params: Parameters<typeof readPageRequest>[0],
  searchParams: Parameters<typeof readPageRequest>[1],
  own: readonly string[] = [],
): Promise<ChartRequest> {
  const request = await readPageRequest(params, searchParams, [...viewParameters, "report", ...own]);
  const view = readChartView(request.params);
  return {
    ...request,
    view,
    pathWith: (extra = {}) => addressOf(path, request, { ...writeChartView(view), ...extra }),
    addressWith: addressChanger(path, request),
  };
}

/**
 * The days of reports to choose from. Where the slider was sent as a form it says only which report: the reader is led
 * to the address that names its day, which stays true when more is reported.
 */
export async function readReports(request: ChartRequest, metric?: string): Promise<Reports> {
  const { query, revision, params, addressWith } = request;
  const reports = await reportDays(metric ? { ...query, metric } : query, revision);
  const asked = Number(params.get("report"));
  const day = Number.isInteger(asked) && asked > 0 ? reports.days[asked - 1]?.day : undefined;
  if (day !== undefined) redirect(addressWith({ report: null, known_on: day }));
  return reports;
}

/** Where the explorer of a metric fetches what it draws: the filters of the page but its stretch of time. */
export function marksHref(
  metric: string,
  { locale, query, view }: Pick<ChartRequest, "locale" | "query" | "view">,
  more: Readonly<Record<string, string>> = {},
): string {
  const { from: _from, to: _to, metric: _metric, ...rest } = query;
  const own = { lang: locale, ...(view.ghosts && { ghosts: "1" }), ...more };
  return `/api/marks/${metric}?${writeFigureQuery(rest, own)}`;
}
