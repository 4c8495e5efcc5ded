import { getTranslations, setRequestLocale } from "next-intl/server";
import { findMoment } from "@/db/queries/find-moment";
import { addressesIn, type HrefTo } from "@/domain/address";
import type { Day } from "@/domain/figure";
import { type QueryReading, readFigureQuery, writeFigureQuery } from "@/domain/figure-query";
import type { Locale } from "@/domain/vocabulary";
import { today } from "./clock";
import { newestRevision, reader } from "./database";
import { readLocale } from "./locale";

export type Params = Promise<{ locale: string }>;
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export type PageRequest = QueryReading & {
  readonly locale: Locale;
  readonly params: URLSearchParams;
  /** The revision of the collection to show: the newest, or the one the address asks for. */
  readonly revision: number;
  /** When that revision was published, on a page frozen at it; null on a page that shows the newest. */
  readonly frozenAt: Date | null;
  /** The day the page is of: that of its revision where it is frozen, so that it stays as it is for ever. */
  readonly day: Day;
  /** Addresses of other pages, frozen as this one is. */
  readonly hrefTo: HrefTo;
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
  return { ...reading, locale, params: address, ...(await readMoment(locale, reading.query.as_of)) };
}

/** The revision that an address asks for, for what is said of a page before it is drawn. */
export async function readAsOf(searchParams: SearchParams): Promise<{ asOf?: string; revision: number }> {
  const { as_of: asOf } = readFigureQuery(toURLSearchParams(await searchParams)).query;
  const newest = await newestRevision();
  return asOf === undefined || Number(asOf) > newest
    ? { revision: newest }
    : { asOf, revision: Number(asOf) };
}

/** What a page shows of time: the revision asked for, or the newest. */
export async function readMoment(locale: Locale, asOf: string | undefined) {
  const newest = await newestRevision();
  const asked = Number(asOf ?? newest);
  const revision = Math.min(asked, newest);
  const frozenAt = asOf === undefined || asked > newest ? null : await findMoment(await reader(), revision);
  const t = await getTranslations("notice");
  return {
    revision,
    frozenAt,
    day: frozenAt === null ? today() : frozenAt.toISOString().slice(0, 10),
    hrefTo: addressesIn(locale, asked > newest ? undefined : asOf),
    more: asked > newest ? [t("asOf", { asOf: asked, revision: newest })] : [],
  };
}

export function toURLSearchParams(record: Awaited<SearchParams>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(record)) {
    for (const one of [value].flat()) if (one !== undefined) params.append(name, one);
  }
  return params;
}

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
