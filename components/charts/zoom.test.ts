import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chartWidths } from "@/domain/chart/chart-widths";
import { widthFor } from "./use-chart-width";
import { closer, moves } from "./zoom";

const DAY = 86_400_000;
const full = { from: 0, to: 100 * DAY };
const move = (name: string, seen = full) => moves.find((m) => m.name === name)?.move(seen, full);

test("closer halves, wider doubles, and neither leaves what there is", () => {
  expect(move("closer")).toEqual({ from: 25 * DAY, to: 75 * DAY });
  expect(move("wider", { from: 25 * DAY, to: 75 * DAY })).toEqual(full);
  expect(move("wider")).toEqual(full);
});

test("earlier and later shift by half of what is seen, up to the end", () => {
  const seen = { from: 40 * DAY, to: 60 * DAY };
  expect(move("earlier", seen)).toEqual({ from: 30 * DAY, to: 50 * DAY });
  expect(move("later", { from: 75 * DAY, to: 95 * DAY })).toEqual({ from: 80 * DAY, to: 100 * DAY });
});

test("a stretch is never shorter than a week", () => {
  const span = closer({ from: 50 * DAY, to: 50 * DAY }, full);
  expect(span.to - span.from).toBe(7 * DAY);
});

test("the explorer draws at the width the style sheet shows", () => {
  expect([300, 559, 560].map((column) => widthFor("card", column))).toEqual([340, 340, 620]);
  expect([300, 620, 959, 960].map((column) => widthFor("page", column))).toEqual([340, 700, 700, 1080]);
  const css = readFileSync(new URL("./chart.css", import.meta.url), "utf8");
  for (const px of [560, 620, 960]) expect(css).toContain(`@container (min-width: ${px}px)`);
  for (const [variant, widths] of Object.entries(chartWidths))
    for (const width of widths) expect(css).toContain(`.chart-canvas-${variant}-${width}`);
});
