import { expect, test } from "vitest";
import { textEn } from "./chart-text-words.fixture";
import { drawChart, drawPlanned } from "./draw-chart";
import { specimens } from "./figures.fixture";
import { planChart } from "./plan-chart";

for (const [name, { metric, figures }] of Object.entries(specimens))
  test(`${name}: a plan looked at closer, and whole again, is drawn as if from the figures anew`, () => {
    const input = {
      metric,
      figures,
      events: [],
      locale: "en",
      today: "2026-11-23",
      variant: "page",
      words: textEn,
    } as const;
    const plan = planChart(input);
    const look = { width: 700 };
    const whole = drawPlanned(plan, look);
    expect(whole).toEqual(drawChart({ ...input, ...look }));
    const all = plan.whole!; // every specimen has something to place
    const close = { ...look, window: { from: all.from, to: (all.from + all.to) / 2 } };
    expect(drawPlanned(plan, close)).toEqual(drawChart({ ...input, ...close }));
    expect(drawPlanned(plan, look)).toEqual(whole);
  });
