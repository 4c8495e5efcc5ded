import type { Chart } from "../chart/chart";
import { placeNumbers } from "../chart/place-numbers";
import type { Figure } from "../figure";
import { fillPlural, type Plural } from "../format";
import type { Locale } from "../vocabulary";
import { wrapped } from "./wrapped";
import { escapeXml } from "./xlsx";

export type PictureSource = {
  readonly slug: string;
  readonly title: string;
  readonly ids: ReadonlySet<string>;
};

/** The sources of the figures in a picture, numbered in the order their sentences come in time. */
export function sourcesOf(figures: readonly Figure[]): PictureSource[] {
  const sources = new Map<string, { slug: string; title: string; ids: Set<string> }>();
  for (const { id, anchor } of figures) {
    const source = sources.get(anchor.sourceSlug) ?? {
      slug: anchor.sourceSlug,
      title: anchor.sourceTitle,
      ids: new Set(),
    };
    sources.set(anchor.sourceSlug, source);
    source.ids.add(id);
  }
  return [...sources.values()];
}

/** What a picture shows of the figures it was drawn from: all of them, or of too many those that have a mark. */
export function shownIn({ panels, thinned, left }: Chart, figures: readonly Figure[]): readonly Figure[] {
  if (thinned === null && left.length === 0) return figures;
  const drawn = new Set(panels.flatMap(({ points }) => points.map(({ id }) => id)));
  return figures.filter(({ id }) => drawn.has(id));
}

/** So many sources are named under a picture. */
const mostSources = 60;

/** The titles of the sources of figures in one line; of too many sources how many more there are. */
export function sourceTitles(figures: readonly Figure[], more: Plural, locale: Locale): string {
  const titles = sourcesOf(figures).map(({ title }) => title);
  const rest = titles.length - mostSources;
  return [...titles.slice(0, mostSources), ...(rest > 0 ? [fillPlural(more, rest, locale)] : [])].join(" · ");
}

export type Picture = {
  readonly chart: Chart;
  /** The chart as SVG markup of its own. */
  readonly drawing: string;
  readonly title: string;
  readonly sources: readonly PictureSource[];
  /** What stands for the sources that are too many to be named, with `{count}`. */
  readonly sourcesMore: Plural;
  /** What stands under everything: who made it, as of when, where it can be opened again. */
  readonly footer: readonly string[];
  readonly colours: { readonly paper: string; readonly ink: string; readonly faint: string };
  readonly font: string;
};

const margin = 16;
const line = 18;
const head = 44;
/** More numbers than these hide the points they stand at; the list below names the sources all the same. */
const mostNumbers = 80;
const numberFont = 9;

/** A chart that can travel alone: its title, its drawing, a number at each point and the source each number means. */
export function pictureSvg(picture: Picture): string {
  const { chart, drawing, title, sources, footer, colours, font } = picture;
  const width = chart.width + 2 * margin;
  const more = sources.length - mostSources;
  const listed = [
    ...sources.slice(0, mostSources).map(({ title: words }, index) => `[${index + 1}] ${words}`),
    ...(more > 0 ? [fillPlural(picture.sourcesMore, more, chart.locale)] : []),
  ].flatMap((words) => wrapped(words, chart.width, 13));
  const told = chart.eventsNumbered ? eventsOf(chart) : [];
  const notes = [...told, ...footer].flatMap((words) => wrapped(words, chart.width, 12));
  const top = head + chart.height + margin + line;
  const height = top + (listed.length + notes.length) * line + margin;
  const text = (words: string, y: number, size: number, fill: string, weight = 400) =>
    `<text x="${margin}" y="${y}" font-size="${size}" fill="${fill}" font-weight="${weight}">${escapeXml(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${escapeXml(font)}" role="img" aria-label="${escapeXml(`${title}. ${chart.summary.text}`)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    text(title, 30, 20, colours.ink, 600),
    `<svg x="${margin}" y="${head}" ${drawing.slice("<svg ".length)}`,
    `<g transform="translate(${margin} ${head})">${numbers(chart, sources, colours.ink)}</g>`,
    ...listed.map((words, index) => text(words, top + index * line, 13, colours.ink)),
    ...notes.map((words, index) => text(words, top + (listed.length + index) * line, 12, colours.faint)),
    "</svg>\n",
  ].join("\n");
}

/** The events that stand as bare numbers above the drawing, by their numbers. */
const eventsOf = ({ events }: Chart): string[] =>
  events.length === 0
    ? []
    : [events.map(({ number, name, date }) => `${number} ${name} (${date})`).join(" · ")];

function numbers({ panels }: Chart, sources: readonly PictureSource[], ink: string): string {
  const points = panels.reduce((sum, panel) => sum + panel.points.length, 0);
  if (points > mostNumbers) return "";
  const numberOf = (id: string) => `[${sources.findIndex(({ ids }) => ids.has(id)) + 1}]`;
  return panels
    .flatMap((panel) => placeNumbers(panel, numberOf, numberFont))
    .map(
      ({ x, y, anchor, text }) =>
        `<text x="${x}" y="${y}" font-size="${numberFont}" fill="${ink}" text-anchor="${anchor}">${text}</text>`,
    )
    .join("");
}
