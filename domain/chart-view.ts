import type { Figure } from "./figure";

/** How a reader looks at charts, all of it in the address, beside the filters that say which figures there are. */
export type ChartView = {
  /** What later turned out replaced or withdrawn is drawn as such. */
  readonly ghosts: boolean;
  readonly events: boolean;
  readonly log: boolean;
  /** Every claimant in a plot of its own. */
  readonly facets: boolean;
  /** What is left out of sight, as `claimant:slug`, `subject:slug` or `place:slug`; an empty slug is what has none. */
  readonly hide: readonly string[];
  /** The explorer is open. */
  readonly explore: boolean;
};

export const plainView: ChartView = {
  ghosts: false,
  events: true,
  log: false,
  facets: false,
  hide: [],
  explore: false,
};

/** How a chart looks wherever it is drawn, on its page or in what is given away of it. */
export const lookParameters = ["ghosts", "events", "log", "facets", "hide"] as const;
export const viewParameters = [...lookParameters, "explore"] as const;

/** Of the parameters of a page those that a picture of its chart has, too. */
export const lookOf = (view: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    lookParameters.flatMap((name) => (view[name] === undefined ? [] : [[name, view[name]]])),
  );

export const hideable = ["claimant", "subject", "place"] as const;
export type Hideable = (typeof hideable)[number];
const hidden = /^(claimant|subject|place):([a-z0-9]+(-[a-z0-9]+)*)?$/;
export const isHidden = (one: string): boolean => hidden.test(one);

/** Reads the view out of an address; what cannot be read is as if it were not there. */
export function readChartView(params: URLSearchParams): ChartView {
  const on = (name: string) => params.get(name) === "1";
  const hide = params.getAll("hide").flatMap((list) => list.split(","));
  return {
    ghosts: on("ghosts"),
    events: params.get("events") !== "0",
    log: on("log"),
    facets: on("facets"),
    hide: [...new Set(hide.filter(isHidden))].sort(),
    explore: on("explore"),
  };
}

/** The parameters that say a view, what is plain left out. */
export function writeChartView(view: ChartView): Record<string, string> {
  return {
    ...(view.ghosts && { ghosts: "1" }),
    ...(!view.events && { events: "0" }),
    ...(view.log && { log: "1" }),
    ...(view.facets && { facets: "1" }),
    ...(view.hide.length > 0 && { hide: view.hide.join(",") }),
    ...(view.explore && { explore: "1" }),
  };
}

/** Tells a look at a chart apart from any other. */
export const keyOf = (view: ChartView): string => new URLSearchParams(writeChartView(view)).toString();

/** The names under which a figure can be left out of sight. */
export const hidingNames = ({ claimant, subject, place }: Figure): readonly string[] => [
  `claimant:${claimant?.slug ?? ""}`,
  `subject:${subject?.slug ?? ""}`,
  `place:${place?.slug ?? ""}`,
];

/** The figures a view leaves in sight; the same list where it leaves out none. */
export function inSight(figures: readonly Figure[], { hide }: Pick<ChartView, "hide">): readonly Figure[] {
  if (hide.length === 0) return figures;
  const out = new Set(hide);
  return figures.filter((figure) => !hidingNames(figure).some((name) => out.has(name)));
}
