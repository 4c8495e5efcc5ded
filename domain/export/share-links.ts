import { lookOf } from "../chart-view";
import { type Embedded, embedAddress } from "../embed";
import { type FigureQuery, writeFigureQuery } from "../figure-query";
import type { Locale } from "../vocabulary";

/** Pages that stand for the whole collection, each under its own filters, and where they are. */
const wholes = { collection: "", table: "/figures", compare: "/compare" } as const;

/** What is shared: a chart, a figure, the whole, its table, or who contradicts whom in it. */
export type Shared = Embedded | { readonly list: keyof typeof wholes };

/** Whether it is a page of the whole: it has filters but no name. */
export const isWhole = (of: Shared): of is Exclude<Shared, Embedded> => of.list in wholes;

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

type State = {
  readonly query: FigureQuery;
  /** The revision shown, at which a link can be frozen. */
  readonly revision: number;
  readonly point?: string | undefined;
  /** What the page alone understands of its address beside the filters: how it shows, not which figures. */
  readonly view?: Readonly<Record<string, string>> | undefined;
};

/** Where a view is given away from. */
export function shareLinks(
  of: Shared,
  locale: Locale,
  { query, revision, point, view = {} }: State,
): ShareLinks {
  const { as_of: asOf, ...rest } = query;
  const extra: Readonly<Record<string, string>> = point === undefined ? {} : { point };
  const at = (path: string, state: FigureQuery, more: Readonly<Record<string, string>>) => {
    const said = writeFigureQuery(state, more);
    return said === "" ? path : `${path}?${said}`;
  };
  const path = `/${locale}${isWhole(of) ? wholes[of.list] : `/${of.list}/${of.name}`}`;
  // The page of a figure has no filters: it is the whole of what it shows.
  const state = of.list === "figures" ? {} : rest;
  const pictured = asOf === undefined ? state : { ...state, as_of: asOf };
  const name = isWhole(of) ? "collection" : `${of.list}/${of.name}`;
  const shown = { ...view, ...extra };
  const look = of.list === "metrics" ? lookOf(view) : {};
  const drawn = { lang: locale, ...extra, ...look };
  const [live, frozen] = [at(path, state, shown), at(path, { ...state, as_of: String(revision) }, shown)];
  return {
    page: asOf === undefined ? live : frozen,
    live,
    frozen,
    card: at(`/api/v1/cards/${name}.png`, pictured, drawn),
    chart: of.list === "metrics" ? at(`/api/v1/${name}.png`, pictured, drawn) : null,
    embed: isWhole(of) ? null : embedAddress(of, pictured, locale, point, look),
  };
}
