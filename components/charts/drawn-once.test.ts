import { expect, test } from "vitest";
import { seedCharts } from "@/domain/chart/figures.fixture";
import { wordsEn } from "./chart-words.fixture";
import { drawnOnce, drawnOnceAt, mostDrawings } from "./drawn-once";

const [figures] = Object.values(seedCharts);

const drawn = (keep: string) =>
  drawnOnce({
    metric: figures![0].metric,
    figures: figures!,
    keep: [keep],
    events: [],
    locale: "en",
    today: "2026-11-23",
    variant: "card",
    words: wordsEn,
  });

test("the same figures are drawn once, and of all that may be asked of them only so much is remembered", () => {
  const first = drawn("first");
  expect(drawn("first")).toBe(first);
  for (let other = 1; other < mostDrawings; other++) drawn(`other ${other}`);
  expect(drawn("first")).toBe(first);
  for (let other = 0; other < mostDrawings; other++) drawn(`another ${other}`);
  const again = drawn("first");
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});

test("a picture of them is drawn once for each width", () => {
  const at = (width: number) =>
    drawnOnceAt({
      metric: figures![0].metric,
      figures: figures!,
      events: [],
      locale: "en",
      today: "2026-11-23",
      variant: "page",
      words: wordsEn,
      width,
    });
  expect(at(1080)).toBe(at(1080));
  expect(at(640).width).toBe(640);
});
