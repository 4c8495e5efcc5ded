import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { drawAtWidths } from "@/domain/chart/chart-widths";
import { markColours, unattributedColour } from "@/domain/chart/claimant-mark";
import {
  agents,
  day,
  events,
  figure,
  metrics,
  place,
  seedCharts,
  specimens,
} from "@/domain/chart/figures.fixture";
import type { Event, Figure, Metric } from "@/domain/figure";
import { ChartFigure } from "./chart-figure";
import { ChartSvg } from "./chart-svg";
import { wordsEn, wordsFr } from "./chart-words.fixture";
import { standaloneCss } from "./standalone-css";

const css = readFileSync(new URL("./chart.css", import.meta.url), "utf8");
const marks = readFileSync(new URL("./marks.css", import.meta.url), "utf8");
const hrefOf = (id: string) => `/fr/figures/${id}`;

function draw(
  metric: Metric,
  figures: readonly Figure[],
  variant: "card" | "page" = "card",
  eventList: readonly Event[] = [],
) {
  return drawAtWidths({
    metric,
    figures,
    events: eventList,
    locale: "fr",
    today: "2026-11-23",
    variant,
    words: wordsFr,
  });
}
function render(metric: Metric, figures: readonly Figure[], variant: "card" | "page" = "card") {
  const charts = draw(metric, figures, variant, events);
  return renderToStaticMarkup(
    <ChartFigure
      charts={charts}
      figures={figures}
      name="territoire"
      aloneHref={(claimant) => `/en/metrics/x?claimant=${claimant}`}
      allHref="/fr/figures"
      title="Territoire"
      caption={<h2>Territoire</h2>}
      words={wordsFr}
      hrefOf={hrefOf}
    />,
  );
}
test("a country is told once where it is both whom and where the claim is about", () => {
  const at = { metric: metrics.drones, period: day("2025-03-04") };
  const country = { ...place, name: agents.moscow.name };
  const html = render(metrics.drones, [
    figure({ ...at, id: "a", value: "126", subject: agents.moscow, place: country }),
    figure({ ...at, id: "b", value: "130", subject: agents.ukraine, place }),
  ]);
  expect(html).toContain("<td>Moscou</td>");
  expect(html).toContain(`<td>Ukraine, ${place.name.fr}</td>`);
});

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]);

describe.each([
  ...Object.values(seedCharts).map((figures) => ({
    metric: figures[0].metric,
    figures: figures as readonly Figure[],
  })),
  ...Object.values(specimens),
])("$metric.slug", ({ metric, figures }) => {
  const html = render(metric, figures);

  test("every figure is a link at every width, and a row of the table", () => {
    for (const { id } of figures) {
      const links = matches(
        html,
        new RegExp(`(<a href="/fr/figures/${id}" class="chart-pt[^>]*aria-label="[^"]+"[^>]*>)`, "g"),
      );
      expect(links).toHaveLength(2);
      expect(html).toContain(`<tr data-figure="${id}">`);
    }
  });

  test("keeps to the page's policy: no style, no script, no inline handler", () => {
    expect(html).not.toMatch(/<style|<script|\sstyle=|\son\w+=/);
  });

  test("says nothing aloud twice: what is for the eye is hidden from the ear", () => {
    for (const svg of matches(html, /<svg (class="chart-svg[\s\S]*?)<\/svg>/g)) {
      const heard = svg?.replace(/<g aria-hidden="true"[\s\S]*?(?=<a |<g aria-hidden|$)/g, "") ?? "";
      expect(heard.match(/<text(?! class="chart-corrected")/)).toBeNull();
    }
  });

  test("every class carries the prefix", () => {
    const classes = new Set(matches(html, /class="([^"]+)"/g).flatMap((list) => list?.split(" ") ?? []));
    for (const name of classes) expect(name).toMatch(/^chart-/);
  });
});

describe("a card of five points", () => {
  test("is under 2 kB compressed per width", () => {
    const five = specimens.states?.figures ?? [];
    for (const chart of draw(metrics.territory, five, "card", events)) {
      const svg = renderToStaticMarkup(
        <ChartSvg chart={chart} title="Territoire" words={wordsFr} hrefOf={hrefOf} />,
      );
      expect(gzipSync(svg).length).toBeLessThan(2048);
    }
  });
});

describe("words", () => {
  const html = render(metrics.territory, seedCharts.territory);

  test("points are heard in time order", () => {
    const labels = matches(html, /class="chart-pt[^>]*aria-label="([^"]+)"/g).slice(0, 3);
    expect(labels).toEqual([
      "août 2024 : 1\u202f400\u00a0km², affirmé par l’Ukraine",
      "13\u00a0févr. 2025 : au plus 500\u00a0km², sans attribution",
      "13\u00a0févr. 2025 : 500\u00a0km², affirmé par l’Ukraine",
    ]);
  });

  test("the key explains each mark with an example in view", () => {
    expect(html).toContain("Flèche vers le bas : « au plus » ou « moins de ».");
    expect(html).toContain("Ici : 13\u00a0févr. 2025 : au plus 500\u00a0km², sans attribution.");
    expect(html).toContain("Tirets : aucune nouvelle depuis 60 jours.");
    expect(html).not.toContain(wordsFr.key.ghost);
  });

  test("the table says how a date is known", () => {
    expect(render(metrics.villages, seedCharts.villages)).toContain("septembre 2024 (déduite)");
  });

  test("nothing to draw is said, not drawn", () => {
    const empty = render(metrics.villages, []);
    expect(empty).toContain(wordsFr.empty);
    expect(empty).not.toContain("<svg");
  });

  test("no hole of a template is left open in either language", () => {
    for (const words of [wordsEn, wordsFr])
      for (const { metric, figures } of Object.values(specimens)) {
        const charts = drawAtWidths({
          metric,
          figures,
          events,
          locale: "en",
          today: "2026-11-23",
          variant: "page",
          words,
        });
        const html = renderToStaticMarkup(
          <ChartFigure
            charts={charts}
            figures={figures}
            name="t"
            aloneHref={(claimant) => `/en/metrics/x?claimant=${claimant}`}
            allHref="/fr/figures"
            title="T"
            caption={null}
            words={words}
            hrefOf={hrefOf}
            selected="r1"
          />,
        );
        expect(html).not.toMatch(/\{\w+\}/);
      }
  });
});

test("the selected point says so", () => {
  const [chart] = draw(metrics.territory, seedCharts.territory);
  if (!chart) throw new Error("no chart");
  const svg = renderToStaticMarkup(
    <ChartSvg chart={chart} title="T" words={wordsFr} hrefOf={hrefOf} selected="t500" />,
  );
  expect(svg.match(/aria-current="true"/g)).toHaveLength(1);
});

describe("style sheets", () => {
  test("carry the colours of the marks by day and by night", () => {
    const [day = "", night = ""] = marks.split("@media");
    for (const [number, colour] of [...Object.entries(markColours), ["none", unattributedColour] as const]) {
      expect(day).toContain(`--mark-${number}: ${colour.light};`);
      expect(night).toContain(`--mark-${number}: ${colour.dark};`);
    }
  });

  test("show exactly one width at a time", () => {
    for (const name of ["card-340", "card-620", "page-340", "page-700", "page-1080"])
      expect(css).toContain(`.chart-at-${name}`);
  });

  test("a file that stands alone has no custom property left", () => {
    const alone = standaloneCss(css, "light", {
      paper: "#fff",
      ink: "#000",
      "ink-2": "#555",
      hairline: "#ddd",
      highlight: "#ff0",
      sans: "sans-serif",
      serif: "serif",
    });
    expect(alone).not.toMatch(/var\(|@container|@media/);
    expect(alone).toContain(".chart-m0 .chart-mark");
    expect(alone).toContain(markColours[0].light);
  });
});
