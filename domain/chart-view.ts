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

export const viewParameters = ["ghosts", "events", "log", "facets", "hide", "explore"] as const;

export const hideable = ["claimant", "subject", "place"] as const;
export type Hideable = (typeof hideable)[number];
const hidden = /^(claimant|subject|place):([a-z0-9]+(-[a-z0-9]+)*)?$/;

/** Reads the view out of an address; what cannot be read is as if it were not there. */
export function readChartView(params: URLSearchParams): ChartView {
  const on = (name: string) => params.get(name) === "1";
  const hide = params.getAll("hide").flatMap((list) => list.split(","));
  return {
    ghosts: on("ghosts"),
    events: params.get("events") !== "0",
    log: on("log"),
    facets: on("facets"),
    hide: [...new Set(hide.filter((one) => hidden.test(one)))].sort(),
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
