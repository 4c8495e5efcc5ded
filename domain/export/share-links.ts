import { type Embedded, embedAddress } from "../embed";
import { type FigureQuery, writeFigureQuery } from "../figure-query";
import type { Locale } from "../vocabulary";

/** What is shared: a chart, a figure, or the whole. */
export type Shared = Embedded | { readonly list: "collection" };

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
  const extra: Readonly<Record<string, string>> = point === undefined ? {} : { point };
  const at = (path: string, state: FigureQuery, more: Readonly<Record<string, string>>) => {
    const said = writeFigureQuery(state, more);
    return said === "" ? path : `${path}?${said}`;
  };
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
