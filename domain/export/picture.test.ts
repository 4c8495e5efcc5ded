import { describe, expect, test } from "vitest";
import type { Chart } from "../chart/chart";
import { day, figure, metrics } from "../chart/figures.fixture";
import { textWidth } from "../chart/text-width";
import { pictureSvg, shownIn, sourceTitles } from "./picture";

const chart = {
  width: 340,
  height: 200,
  panels: [{ points: [{ id: "aaaaaaa1", x: 10, y: 20, r: 4 }], labels: [], holds: [] }],
  events: [{ slug: "came", number: 1, name: "The storks <came>", date: "1 May 2031" }],
  eventsNumbered: true,
  summary: { text: "1 claim" },
} as unknown as Chart; // what a picture reads of it

const picture = {
  chart,
  drawing: '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>',
  title: "Storks & chicks",
  sources: [
    { slug: "other", title: "Another", ids: new Set<string>() },
    { slug: "report", title: 'A "long" title '.repeat(20).trim(), ids: new Set(["aaaaaaa1"]) },
  ],
  sourcesMore: { one: "and one more source", other: "and {count} more sources" },
  footer: ["As of revision 3"],
  colours: { paper: "#fff", ink: "#000", faint: "#555" },
  font: "sans-serif",
};

describe("a chart that travels alone", () => {
  const svg = pictureSvg(picture);
  test("numbers each point by its source and says what the number means", () => {
    expect(svg).toContain('<text x="4" y="16" font-size="9" fill="#000" text-anchor="end">[2]</text>');
    expect(svg).toContain(">[1] Another<");
    expect(svg).toMatch(/>\[2\] A &quot;long&quot; title/);
  });
  test("names the events that stand as numbers, and escapes all words", () => {
    expect(svg).toContain("1 The storks &lt;came&gt; (1 May 2031)");
    expect(svg).toContain("<title>Storks &amp; chicks</title>");
  });
  test("grows with what is written below it and keeps its lines within its width", () => {
    const taller = pictureSvg({ ...picture, footer: [...picture.footer, "x", "y"] });
    const height = (text: string) => Number(/ height="(\d+)"/.exec(text)?.[1]);
    expect(height(taller)).toBeGreaterThan(height(svg));
    for (const [, words = ""] of svg.matchAll(/font-size="13"[^>]*>([^<]*)</g))
      expect(textWidth(words.replaceAll("&quot;", '"'), 13)).toBeLessThanOrEqual(chart.width);
  });
});

describe("a picture of a dense metric", () => {
  const one = (id: string, slug: string) => {
    const plain = figure({ id, metric: metrics.territory, period: day("2031-05-01") });
    return { ...plain, anchor: { ...plain.anchor, sourceSlug: slug, sourceTitle: `Title of ${slug}` } };
  };
  const figures = [one("aaaaaaa1", "report"), one("aaaaaaa2", "other")];

  test("shows, and names the sources of, what has a mark in it, and of a sparse one all", () => {
    expect(shownIn({ ...chart, thinned: { drawn: 1, total: 2 }, left: [] }, figures)).toEqual([figures[0]]);
    expect(shownIn({ ...chart, thinned: null, left: [] }, figures)).toEqual(figures);
  });

  test("names sixty sources and how many more there are", () => {
    const many = Array.from({ length: 63 }, (_, n) => one(`aaaaaa${n}`, `s${n}`));
    const sources = many.map(({ id, anchor }) => ({
      slug: anchor.sourceSlug,
      title: anchor.sourceTitle,
      ids: new Set([id]),
    }));
    const svg = pictureSvg({ ...picture, chart: { ...chart, locale: "en" }, sources });
    expect(svg).toContain("[60] Title of s59");
    expect(svg).not.toContain("Title of s60");
    expect(svg).toContain("and 3 more sources");
    expect(sourceTitles(many, picture.sourcesMore, "en")).toMatch(/Title of s59 · and 3 more sources$/);
    expect(sourceTitles(figures, picture.sourcesMore, "en")).toBe("Title of report · Title of other");
  });
});
