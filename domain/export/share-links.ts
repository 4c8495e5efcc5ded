import { type Embedded, embedAddress } from "../embed";
import { type FigureQuery, writeFigureQuery } from "../figure-query";
import type { Locale } from "../vocabulary";

/** A page of many figures, with what its address says beside the filters. */
export type SharedView = {
  readonly list: "view";
  readonly path: "/figures" | "/compare";
  readonly more: Readonly<Record<string, string>>;
};

/** What is shared: a chart, a figure, a page of many figures, or the whole. */
export type Shared = Embedded | SharedView | { readonly list: "collection" };

/** Every address under which a view can be given away, as paths: live or frozen as the view itself is. */
export type ShareLinks = {
  readonly page: string;
  /** The same frozen at the revision shown, and live: one of them is the page itself. */
  readonly frozen: string;
  readonly live: string;
  readonly card: string;
  /** The chart with its numbered sources; null of what has no chart of its own. */
  readonly chart: string | null;
  readonly embed: string | null;
};

/** @param revision the revision shown, at which a link can be frozen */
export function shareLinks(
  of: Shared,
  locale: Locale,
  { query, revision, point }: { query: FigureQuery; revision: number; point?: string | undefined },
): ShareLinks {
  const { as_of: asOf, ...rest } = query;
  if (of.list === "view") return viewLinks(of, locale, query, revision);
  const extra: Readonly<Record<string, string>> = point === undefined ? {} : { point };
  const path = `/${locale}${of.list === "collection" ? "" : `/${of.list}/${of.name}`}`;
  // The page of a figure has no filters: it is the whole of what it shows.
  const state = of.list === "figures" ? {} : rest;
  const pictured = asOf === undefined ? state : { ...state, as_of: asOf };
  const name = of.list === "collection" ? "collection" : `${of.list}/${of.name}`;
  const [live, frozen] = [at(path, state, extra), at(path, { ...state, as_of: String(revision) }, extra)];
  return {
    page: asOf === undefined ? live : frozen,
    live,
    frozen,
    card: at(`/api/v1/cards/${name}.png`, pictured, { lang: locale, ...extra }),
    chart: of.list === "metrics" ? at(`/api/v1/${name}.png`, pictured, { lang: locale, ...extra }) : null,
    embed: of.list === "collection" ? null : embedAddress(of, pictured, locale, point),
  };
}

function at(path: string, state: FigureQuery, more: Readonly<Record<string, string>>): string {
  const said = writeFigureQuery(state, more);
  return said === "" ? path : `${path}?${said}`;
}

/** Its picture is the card of the metric it is about, or of the whole. */
function viewLinks(
  { path, more }: SharedView,
  locale: Locale,
  query: FigureQuery,
  revision: number,
): ShareLinks {
  const { as_of: asOf, ...rest } = query;
  const { metric: _metric, ...filters } = rest;
  const pictured = asOf === undefined ? filters : { ...filters, as_of: asOf };
  const of = query.metric === undefined ? "collection" : `metrics/${query.metric}`;
  const live = at(`/${locale}${path}`, rest, more);
  const frozen = at(`/${locale}${path}`, { ...rest, as_of: String(revision) }, more);
  const card = at(`/api/v1/cards/${of}.png`, pictured, { lang: locale });
  return { page: asOf === undefined ? live : frozen, live, frozen, card, chart: null, embed: null };
}
