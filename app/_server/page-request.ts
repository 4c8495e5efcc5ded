import { getTranslations, setRequestLocale } from "next-intl/server";
import { type QueryReading, readFigureQuery, writeFigureQuery } from "@/domain/figure-query";
import type { Locale } from "@/domain/vocabulary";
import { newestRevision } from "./database";
import { readLocale } from "./locale";

type Params = Promise<{ locale: string }>;
type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export type PageRequest = QueryReading & {
  readonly locale: Locale;
  readonly params: URLSearchParams;
  /** The revision of the collection to show: the newest, or the one the address asks for. */
  readonly revision: number;
  /** Further notices: what was asked for and cannot be had. */
  readonly more: readonly string[];
};

/** Reads what a page is asked for: its language, its filters and the revision they are answered at. */
export async function readPageRequest(
  params: Params,
  searchParams: SearchParams,
  known: readonly string[] = [],
): Promise<PageRequest> {
  const locale = readLocale((await params).locale);
  setRequestLocale(locale);
  const address = toURLSearchParams(await searchParams);
  const reading = readFigureQuery(address, known);
  const newest = await newestRevision();
  const asked = Number(reading.query.as_of ?? newest);
  const t = await getTranslations("notice");
  const more = asked > newest ? [t("asOf", { asOf: asked, revision: newest })] : [];
  return { ...reading, locale, params: address, revision: Math.min(asked, newest), more };
}

function toURLSearchParams(record: Awaited<SearchParams>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(record)) {
    for (const one of [value].flat()) if (one !== undefined) params.append(name, one);
  }
  return params;
}

/** Where figures lead from a page: to their permalink, at the same revision where the address asks for one. */
export const hrefOfFigure = ({ locale, query }: Pick<PageRequest, "locale" | "query">) => {
  const frozen = query.as_of === undefined ? "" : `?as_of=${query.as_of}`;
  return (id: string) => `/${locale}/figures/${id}${frozen}`;
};

/** The address of this very page with other parameters: `null` takes one away, and what is empty is left out. */
export const addressChanger =
  (path: string, { locale, params }: Pick<PageRequest, "locale" | "params">) =>
  (change: Readonly<Record<string, string | null>>): string => {
    const next = new URLSearchParams(
      [...params].filter(([name, value]) => value !== "" && !(name in change)),
    );
    for (const [name, value] of Object.entries(change)) if (value !== null) next.set(name, value);
    const query = next.toString();
    return `/${locale}${path}${query === "" ? "" : `?${query}`}`;
  };

/** The address of a page without its language: what the link to the other language repeats. */
export function addressOf(
  path: string,
  { query }: Pick<PageRequest, "query">,
  extra: Readonly<Record<string, string>> = {},
): string {
  const filters = writeFigureQuery(query, extra);
  return filters === "" ? path : `${path}?${filters}`;
}

/** Where the figures of a metric stand row by row, under the filters of this page. */
export const rowsHref = ({ locale, query }: Pick<PageRequest, "locale" | "query">, metric: string): string =>
  `/${locale}/figures?${writeFigureQuery({ ...query, metric })}`;
