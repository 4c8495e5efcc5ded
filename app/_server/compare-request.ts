import { getTranslations } from "next-intl/server";
import { listFigures } from "@/db/queries/list-figures";
import {
  findDisputes,
  findPairsOf,
  type RivalKeys,
  type RivalPage,
  readRivals,
} from "@/db/queries/list-rivals";
import { type ChartView, readChartView, viewParameters } from "@/domain/chart-view";
import {
  type CompareQuery,
  compareParameters,
  readCompareQuery,
  writeCompareQuery,
} from "@/domain/compare-query";
import { type FigureQuery, writeFigureQuery } from "@/domain/figure-query";
import { mostComparedBeside, type Rivalry, whyIncomparable } from "@/domain/rivals";
import { metricAmong } from "./chart-figures";
import { marksHref } from "./chart-request";
import { reader } from "./database";
import { figuresState } from "./figures-state";
import { type PageRequest, readPageRequest } from "./page-request";
import { remembered } from "./remember";
import { rememberedFigures } from "./remembered-figures";

/** So many pairs are shown: more are not read. */
export const mostRivals = 30;
/** So many of a claimant's figures are looked through for why two are never compared. */
const mostAsked = 200;

export type CompareRequest = PageRequest & { readonly compare: CompareQuery; readonly view: ChartView };

/** Reads what is to be held against what. A `claimant` alone is one of the two; what has no place here is named. */
export async function readCompareRequest(
  ...address: Parameters<typeof readPageRequest> extends [infer P, infer S, ...unknown[]] ? [P, S] : never
): Promise<CompareRequest> {
  const request = await readPageRequest(...address, [...compareParameters, ...viewParameters]);
  const { claimant, status, sort, ...query } = request.query;
  const { compare, malformed } = readCompareQuery(request.params);
  const t = await getTranslations();
  const unknown = [
    ...request.unknown,
    ...(status === undefined ? [] : ["status"]),
    ...(sort === undefined ? [] : ["sort"]),
  ];
  const more = malformed.map(({ name, value }) =>
    t("notice.malformed", {
      value: value.slice(0, 80),
      name: name === "by" ? t("compare.order") : t(`compare.${name}`),
    }),
  );
  return {
    ...request,
    query,
    unknown,
    more: [...request.more, ...more],
    compare: joined(compare, claimant),
    view: readChartView(request.params),
  };
}

/** The filter that every page knows stands for one of the two, where there is room for it. */
function joined(compare: CompareQuery, claimant: string | undefined): CompareQuery {
  if (claimant === undefined || claimant === compare.a) return compare;
  if (compare.a === null) return { ...compare, a: claimant };
  return compare.b === null ? { ...compare, b: claimant } : compare;
}

/** The pairs to show: every one of two claimants, or each dispute once. */
export async function findRivals({ query, compare, revision }: CompareRequest): Promise<RivalPage> {
  const { a, b, by } = compare;
  const asked = { revision, order: by, size: mostRivals };
  const about = a === null ? query : { ...query, claimant: a };
  return found(about, writeCompareQuery(compare), revision, async () => {
    const db = await reader();
    if (a !== null && b !== null) return findPairsOf(db, query, [a, b], asked);
    return findDisputes(db, about, asked);
  });
}

/** The disputes a metric's own page tells. */
export async function findWidest({ query, revision }: PageRequest, metric: string): Promise<RivalPage> {
  const about = { ...query, metric };
  const ask = async () =>
    findDisputes(await reader(), about, { revision, order: "gap", size: 3, among: mostComparedBeside });
  return found(about, { page: "metric" }, revision, ask);
}

/** Which claims make a pair is asked once for every reader, as are the claims themselves. */
async function found(
  query: FigureQuery,
  how: Readonly<Record<string, string>>,
  revision: number,
  ask: () => Promise<RivalKeys>,
): Promise<RivalPage> {
  const db = await reader();
  const key = `rivals ${writeFigureQuery({}, how)} ${await figuresState(db, query, revision)}`;
  return readRivals(db, await remembered(key, ask), revision, await rememberedFigures(db));
}

/** Why the two claimants asked for are never held against each other. */
export async function findReason({ query, compare: { a, b }, revision }: CompareRequest, found: number) {
  if (a === null || b === null || found > 0) return null;
  const db = await reader();
  const of = async (claimant: string) => {
    const { figures } = await listFigures(db, { ...query, claimant }, { revision, size: mostAsked });
    return figures;
  };
  return whyIncomparable(await of(a), await of(b));
}

/**
 * What is drawn claimant by claimant: the two asked for, or all who differ. Of a dense metric the outline, and where the
 * explorer fetches the rest.
 */
export async function findDrawn(request: CompareRequest, metric: string, rivals: readonly Rivalry[]) {
  const { query, compare, revision, view } = request;
  const among = speakersOf(compare.a, compare.b, rivals);
  const { figures, population } = await metricAmong(metric, query, revision, view, among);
  const more = { facets: "1", ...(among.length > 0 && { among: among.join(",") }) };
  return { figures, population, marksHref: marksHref(metric, request, more) };
}

function speakersOf(a: string | null, b: string | null, rivals: readonly Rivalry[]): string[] {
  if (a !== null && b !== null) return [a, b];
  const differing = rivals.flatMap(({ earlier, later }) => [earlier.claimant?.slug, later.claimant?.slug]);
  return [...new Set([a, ...differing])].filter((slug) => slug !== null && slug !== undefined);
}
