import { expect, test } from "vitest";
import { drawAtWidths } from "@/domain/chart/chart-widths";
import { seedCharts } from "@/domain/chart/figures.fixture";
import { wordsEn } from "./chart-words.fixture";
import { PointLink } from "./point-mark";
import { toMarkup } from "./to-markup";

const points = Object.values(seedCharts).flatMap((figures) =>
  drawAtWidths({
    metric: figures[0].metric,
    figures,
    events: [],
    locale: "en",
    today: "2026-11-23",
    variant: "page",
    words: wordsEn,
  }).flatMap(({ panels }) => panels.flatMap((panel) => panel.points)),
);

test("the marker's colour lies around the sign, where the area for a finger gave way to a neighbour too", () => {
  const [aside, alone] = [true, false].map((gaveWay) =>
    points.filter(({ x, y, hit }) => (hit.x !== x || hit.y !== y) === gaveWay),
  );
  expect(aside?.length).toBeGreaterThan(0);
  for (const point of aside ?? [])
    expect(toMarkup(<PointLink point={point} href="/" />)).toContain(
      `<circle class="chart-halo" cx="${point.x}" cy="${point.y}"`,
    );
  for (const point of alone ?? [])
    expect(toMarkup(<PointLink point={point} href="/" />)).not.toContain("chart-halo");
});
