import type { Agent, Anchor, AttributionLink, Figure, Metric, Place, Unit } from "../figure";

/** What the figures of a metric share, by slug: thousands of them name a few dozen agents and places. */
export type SharedNames = {
  readonly agents: Readonly<Record<string, Agent>>;
  readonly places: Readonly<Record<string, Place>>;
  readonly units: Readonly<Record<string, Unit>>;
};

type LinkLine = Omit<AttributionLink, "agent"> & { readonly agent: string };

/** A figure of a metric on its way to the browser, with slugs for what is shared. */
export type FigureLine = Omit<
  Figure,
  "metric" | "subject" | "place" | "unit" | "claimant" | "attribution" | "anchor"
> & {
  readonly subject: string | null;
  readonly place: string | null;
  readonly unit: string;
  readonly claimant: string | null;
  readonly attribution: readonly LinkLine[];
  /** Whose attribution is null where it is that of the figure. */
  readonly anchor: Omit<Anchor, "attribution"> & { readonly attribution: readonly LinkLine[] | null };
};

/** Figures of one metric as lines, and what these name. `readFigureLine` is its inverse. */
export function toFigureLines(figures: readonly Figure[]): { names: SharedNames; lines: FigureLine[] } {
  const names = {
    agents: {} as Record<string, Agent>,
    places: {} as Record<string, Place>,
    units: {} as Record<string, Unit>,
  };
  const agent = (one: Agent) => note(names.agents, one);
  const links = (all: readonly AttributionLink[]) =>
    all.map((link) => ({ ...link, agent: agent(link.agent) }));
  const lines = figures.map(({ metric: _, ...figure }) => {
    const [attribution, spoken] = [links(figure.attribution), links(figure.anchor.attribution)];
    const isSame = JSON.stringify(spoken) === JSON.stringify(attribution);
    return {
      ...figure,
      subject: figure.subject && agent(figure.subject),
      place: figure.place && note(names.places, figure.place),
      unit: note(names.units, figure.unit),
      claimant: figure.claimant && agent(figure.claimant),
      attribution,
      anchor: { ...figure.anchor, attribution: isSame ? null : spoken },
    };
  });
  return { names, lines };
}

function note<Named extends { readonly slug: string }>(names: Record<string, Named>, one: Named): string {
  if (!Object.hasOwn(names, one.slug)) names[one.slug] = one; // "constructor" is a slug, too
  return one.slug;
}

/** The figure of a line. Figures that name the same share it in memory, too. */
export function readFigureLine(line: FigureLine, metric: Metric, names: SharedNames): Figure {
  const agent = (slug: string | null) => (slug === null ? null : names.agents[slug]!); // noted above
  const links = (all: readonly LinkLine[]) => all.map((link) => ({ ...link, agent: agent(link.agent)! }));
  const attribution = links(line.attribution);
  const spoken = line.anchor.attribution;
  return {
    ...line,
    metric,
    subject: agent(line.subject),
    place: line.place === null ? null : names.places[line.place]!,
    unit: names.units[line.unit]!,
    claimant: agent(line.claimant),
    attribution,
    anchor: { ...line.anchor, attribution: spoken === null ? attribution : links(spoken) },
  };
}
