import { expect, test } from "vitest";
import { textEn } from "./chart-text-words.fixture";
import { drawAtWidths } from "./chart-widths";
import { seedCharts } from "./figures.fixture";
import { readWalk, writeWalk } from "./walk-line";

const charts = Object.values(seedCharts).flatMap((figures) =>
  [false, true].flatMap((facets) =>
    drawAtWidths({
      metric: figures[0].metric,
      figures,
      events: [],
      locale: "en",
      today: "2026-11-23",
      variant: "page",
      facets,
      words: textEn,
    }),
  ),
);

test("the steps written are those of the points, whose order is the document's", () => {
  const several = charts.filter(({ panels }) => panels.length > 1);
  expect([several.length > 0, several.length < charts.length]).toEqual([true, true]);
  for (const { panels } of charts) {
    const points = panels.flatMap((panel) => panel.points);
    const steps = readWalk(writeWalk(panels));
    const ids = steps.map(({ next, up, down }) => [next, up, down].map((at) => points[at ?? -1]?.id ?? null));
    expect(ids).toEqual(points.map(({ next, up, down }) => [panels.length > 1 ? next : null, up, down]));
  }
});
