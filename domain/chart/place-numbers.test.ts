import { describe, expect, test } from "vitest";
import type { Figure } from "../figure";
import { textFr } from "./chart-text-words.fixture";
import { drawChart } from "./draw-chart";
import { events, seedCharts } from "./figures.fixture";
import { type Box, overlap } from "./labels";
import { type PlacedNumber, placeNumbers } from "./place-numbers";
import { textWidth } from "./text-width";

const font = 10;

/** The box of a text on one line. */
function boxOf({ x, y, anchor }: Pick<PlacedNumber, "x" | "y" | "anchor">, text: string, size: number): Box {
  const width = textWidth(text, size, true);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { x1: left, y1: y - size * 0.75, x2: left + width, y2: y };
}

describe.each(Object.entries(seedCharts))("numbers at the points of %s", (_, seeds) => {
  const figures: readonly Figure[] = seeds;
  test.each([700, 1080])("stand on no word, no mark and no other number at %i px", (width) => {
    const chart = drawChart({
      metric: figures[0]!.metric, // no seed chart is empty
      figures,
      events,
      width,
      locale: "fr",
      today: "2026-11-23",
      variant: "page",
      words: textFr,
    });
    for (const panel of chart.panels) {
      const numbers = placeNumbers(panel, (id) => `[${figures.findIndex((one) => one.id === id) + 1}]`, font);
      expect(numbers.map(({ id }) => id)).toEqual(panel.points.map(({ id }) => id));
      const boxes = numbers.map((number) => ({ id: number.id, box: boxOf(number, number.text, font) }));
      for (const { id, box } of boxes) {
        for (const label of panel.labels) {
          const lines = [...label.name, label.value].map((line, at) =>
            boxOf({ ...label, y: label.y + at * 16 }, line, 13),
          );
          expect
            .soft(
              lines.some((line) => overlap(line, box)),
              `${id} on “${label.value}”`,
            )
            .toBe(false);
        }
        for (const { x, y, r, id: other } of panel.points) {
          const mark = { x1: x - r, y1: y - r, x2: x + r, y2: y + r };
          expect.soft(other !== id && overlap(mark, box), `${id} on the mark of ${other}`).toBe(false);
        }
        expect
          .soft(
            boxes.some((one) => one.id !== id && overlap(one.box, box)),
            `${id} on a number`,
          )
          .toBe(false);
      }
    }
  });
});

test("a point without a number gets none", () => {
  expect(placeNumbers({ points: [], labels: [], holds: [] }, () => "1", font)).toEqual([]);
});
