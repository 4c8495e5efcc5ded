import { describe, expect, test } from "vitest";
import type { Event, Figure, Metric } from "../figure";
import type { Chart, ChartInput } from "./chart";
import { textEn, textFr } from "./chart-text-words.fixture";
import { chartWidths, drawAtWidths } from "./chart-widths";
import { drawChart } from "./draw-chart";
import {
  agents,
  day,
  events,
  figure,
  many,
  metrics,
  month,
  seedCharts,
  specimens,
  unknownDate,
} from "./figures.fixture";
import { type Box, overlap } from "./labels";
import { bracketBoxes, markBoxes } from "./obstacles";
import type { Panel } from "./panel";
import { textWidth } from "./text-width";

function draw(metric: Metric, figures: readonly Figure[], change: Partial<ChartInput> = {}): Chart {
  return drawChart({
    metric,
    figures,
    events: [],
    width: 620,
    locale: "en",
    today: "2026-11-23",
    variant: "card",
    words: textEn,
    ...change,
  });
}

const only = (chart: Chart): Panel => {
  const [panel] = chart.panels;
  if (!panel) throw new Error("no panel");
  return panel;
};
const byId = (chart: Chart, id: string) => {
  const point = chart.panels.flatMap((panel) => panel.points).find((p) => p.id === id);
  if (!point) throw new Error(`no point ${id}`);
  return point;
};

const everything: [string, Metric, readonly Figure[], readonly Event[]][] = [
  ...Object.entries(seedCharts).map(
    ([name, figures]): [string, Metric, readonly Figure[], readonly Event[]] => [
      name,
      figures[0].metric,
      figures,
      events,
    ],
  ),
  ...Object.entries(specimens).map(([name, s]): [string, Metric, readonly Figure[], readonly Event[]] => [
    name,
    s.metric,
    s.figures,
    events,
  ]),
];

describe.each(everything)("%s", (_, metric, figures, eventList) => {
  const charts = (["fr", "en"] as const).flatMap((locale) =>
    (["card", "page"] as const).flatMap((variant) =>
      drawAtWidths({
        metric,
        figures,
        events: eventList,
        locale,
        today: "2026-11-23",
        variant,
        words: locale === "fr" ? textFr : textEn,
      }),
    ),
  );

  test("every figure is drawn once, inside its plot, in time order", () => {
    for (const chart of charts) {
      expect(chart.panels.flatMap((panel) => panel.points.map((p) => p.id)).sort()).toEqual(
        figures.map((f) => f.id).sort(),
      );
      for (const { plot, points } of chart.panels)
        for (const { x, y } of points) {
          expect(x).toBeGreaterThanOrEqual(plot.x);
          expect(x).toBeLessThanOrEqual(plot.x + plot.width);
          expect(y).toBeGreaterThanOrEqual(plot.y);
          expect(y).toBeLessThanOrEqual(plot.y + plot.height);
        }
    }
  });

  test("labels are neither clipped nor over marks, brackets or each other", () => {
    for (const chart of charts)
      for (const panel of chart.panels) {
        const font = chart.variant === "page" && chart.width >= 600 ? 13 : 12;
        const labels = panel.labels.map((label): Box => {
          const width = Math.max(
            textWidth(label.value, font),
            ...label.name.map((line) => textWidth(line, font, true)),
          );
          const x1 =
            label.anchor === "start"
              ? label.x
              : label.anchor === "end"
                ? label.x - width
                : label.x - width / 2;
          return { x1, x2: x1 + width, y1: label.y - font * 0.75, y2: label.y + label.name.length * 15 };
        });
        const marks = [
          ...panel.points.flatMap(markBoxes),
          ...panel.brackets.flatMap((b) => bracketBoxes(b, font)),
        ];
        for (const [i, label] of labels.entries()) {
          expect(label.x1).toBeGreaterThanOrEqual(0);
          expect(label.x2).toBeLessThanOrEqual(chart.width);
          for (const other of [...marks, ...labels.slice(i + 1)])
            expect(overlap(label, other), panel.labels[i]?.value).toBe(false);
        }
      }
  });

  test("is plain data, the same each time", () => {
    const [chart] = charts;
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    const again = drawChart({
      metric,
      figures: [...figures].reverse(),
      events: eventList,
      width: 340,
      locale: "fr",
      today: "2026-11-23",
      variant: "card",
      words: textFr,
    });
    expect(again.panels).toEqual(chart?.panels);
  });
});

describe("the first collection", () => {
  test("territory: held, doubted, then a gap; the bound points down; nothing joins the unattributed", () => {
    const chart = draw(metrics.territory, seedCharts.territory);
    expect(byId(chart, "t1400").extent).not.toBeNull();
    expect(byId(chart, "t500u")).toMatchObject({ arrow: "down", shape: "ring", claimant: null });
    expect(only(chart).holds.map((hold) => [hold.figureId, hold.openEnd, hold.riserTo])).toEqual([
      ["t1400", true, null],
      ["t500", false, null],
    ]);
    expect(only(chart).silence.rows.map((row) => row.ticks.flatMap((tick) => tick.ids))).toEqual([
      ["t1400", "t500"],
      ["t500u"],
    ]);
    expect(byId(chart, "t500").x - byId(chart, "t500u").x).toBeCloseTo(12, 0);
    expect(chart.summary).toMatchObject({
      claims: 3,
      claimants: 1,
      unattributed: 1,
      min: "t500",
      max: "t1400",
      latest: "t500",
      firstDay: "2024-08-01",
      lastDay: "2025-02-13",
    });
    expect(chart.summary.text).toBe(
      "2 claims by 1 claimant, 1 unattributed, August 2024 – 13\u00a0Feb 2025, from 500 to 1,400\u00a0km².",
    );
  });

  test("flows fill their period, events stand on a stem, both on zero", () => {
    const losses = byId(draw(metrics.losses, seedCharts.losses), "p1500");
    expect(losses).toMatchObject({ bar: true, stem: null });
    const drones = draw(metrics.drones, seedCharts.drones);
    expect(byId(drones, "d130").stem?.y0).toBe(only(drones).y.zeroY);
    expect(only(drones).holds).toEqual([]);
    expect(only(drones).brackets).toEqual([]);
    expect(only(drones).y.unitNote.text).toBe("drones, in total");
  });

  test("an unknown date stands at its report, beside its neighbour, and says so aloud", () => {
    const chart = draw(metrics.announced, seedCharts.announced);
    expect(byId(chart, "a4000")).toMatchObject({ dateUnknown: true, extent: null });
    expect(byId(chart, "a4000").label).toBe(
      "date unknown: 4,000\u00a0drones, announced by Helsing, placed at the day of the report, 13\u00a0Feb 2025",
    );
    expect(byId(chart, "a4000").x).not.toBe(byId(chart, "a6000").x);
    expect(chart.summary.latest).toBe("a6000");
  });

  test("a share has a percent axis from zero", () => {
    const { y } = only(draw(metrics.share, seedCharts.share));
    expect(y).toMatchObject({ startsAtZero: true, unitNote: { text: "" } });
    expect(y.ticks.at(-1)?.text).toMatch(/%$/);
  });
});

describe("signs and states", () => {
  test("the key explains what is there and no more, each with an example", () => {
    const chart = draw(specimens.states?.metric ?? metrics.territory, specimens.states?.figures ?? []);
    expect(chart.key).toEqual([
      { kind: "dot", exampleFigureId: "g4" },
      { kind: "hold", exampleFigureId: "g4" },
      { kind: "hold_dashed", exampleFigureId: "g4" },
      { kind: "ghost", exampleFigureId: "g1" },
      { kind: "corrected", exampleFigureId: "g2" },
      { kind: "denied", exampleFigureId: "g5" },
      { kind: "retracted", exampleFigureId: "g3" },
      { kind: "silence", exampleFigureId: "g4" },
    ]);
    expect(only(chart).arrows).toMatchObject([{ from: "g1", to: "g2" }]);
    expect(chart.summary).toMatchObject({ claims: 2, superseded: 1, retracted: 1 });
  });

  test("rivals are bracketed", () => {
    const chart = draw(metrics.territory, specimens.rivals?.figures ?? []);
    expect(only(chart).brackets[0]).toMatchObject({ ids: ["b2", "b1"], words: "300\u00a0km² apart, ×1.6" });
  });

  test("subjects are said only where there are several, and not of one who speaks of itself", () => {
    const about = (subject: typeof agents.kyiv, claimant = agents.monitor) =>
      figure({ metric: metrics.drones, period: day("2025-03-10"), value: "9", subject, claimant });
    const labels = draw(metrics.drones, [
      about(agents.kyiv),
      about(agents.moscow),
      about(agents.moscow, agents.moscow),
    ]);
    expect(
      only(labels)
        .points.map((p) => p.label.includes("("))
        .sort(),
    ).toEqual([false, true, true]);
  });
});

describe("panels", () => {
  test("above three claimants, one each, with one value axis and one time axis", () => {
    const chart = draw(metrics.territory, specimens.five?.figures ?? [], { width: 1080, variant: "page" });
    expect(chart.panels.map((panel) => panel.title?.text)).toHaveLength(5);
    expect(new Set(chart.panels.map((panel) => JSON.stringify([panel.y.domain, panel.x.domain]))).size).toBe(
      1,
    );
    expect(chart.panels.every((panel) => new Set(panel.points.map((p) => p.claimant)).size === 1)).toBe(true);
  });

  test("definitions that must not share an axis are drawn apart, in a line of words", () => {
    const chart = draw(metrics.losses, specimens.mixed?.figures ?? []);
    expect(chart.panels).toHaveLength(2);
    expect(chart.refusals).toMatchObject([{ reason: "per", ids: ["x2", "x3"] }]);
    expect(chart.panels.map((panel) => panel.y.unitNote.text)).toEqual([
      "soldiers per day, on average",
      "soldiers, so far",
    ]);
  });
});

describe("whatever comes", () => {
  test("nothing", () => {
    expect(draw(metrics.villages, [])).toMatchObject({
      empty: true,
      panels: [],
      key: [],
      summary: { claims: 0, text: "" },
    });
  });

  test("what has no number or no date is left to the table", () => {
    const chart = draw(metrics.villages, [
      figure({ id: "words", metric: metrics.villages, period: day("2024-09-01") }),
      figure({ id: "dateless", metric: metrics.villages, period: unknownDate, value: "3" }),
      figure({ id: "one", metric: metrics.villages, period: day("2024-09-01"), value: "3" }),
    ]);
    expect(chart.unplaced).toEqual(["words", "dateless"]);
    expect(only(chart).points.map((p) => p.id)).toEqual(["one"]);
  });

  test.each(["0", "-40", "999999999999999999999", "0.0001"])("the value %s", (value) => {
    const panel = only(
      draw(metrics.territory, [figure({ metric: metrics.territory, period: day("2024-09-01"), value })]),
    );
    expect(panel.points).toHaveLength(1);
    expect(panel.y.ticks.length).toBeGreaterThan(1);
    expect(JSON.stringify(panel)).not.toContain("null,null,null,null,null");
    expect(panel.points.every((p) => Number.isFinite(p.x) && Number.isFinite(p.y))).toBe(true);
  });

  test("ten thousand points are thinned, quickly, and it is said", () => {
    const figures = many(10_000);
    const started = performance.now();
    const chart = draw(metrics.territory, figures);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(chart.thinned?.total).toBe(10_000);
    expect(chart.thinned?.drawn).toBeLessThan(1300);
    const ids = new Set(only(chart).points.map((p) => p.id));
    expect(ids.has(chart.summary.min ?? "") && ids.has(chart.summary.max ?? "")).toBe(true);
  });

  test("a season and a year", () => {
    const year = { ...month("2024-01"), end: "2024-12-31", precision: "year" as const };
    const panel = only(draw(metrics.losses, [figure({ metric: metrics.losses, period: year, value: "7" })]));
    expect((panel.points[0]?.extent?.x2 ?? 0) - (panel.points[0]?.extent?.x1 ?? 0)).toBeGreaterThan(300);
  });
});

test("a window zooms: what is outside is not drawn, values stay where they were", () => {
  const whole = draw(metrics.territory, specimens.rivals?.figures ?? []);
  const { from, to } = only(whole).x.domain;
  const zoomed = draw(metrics.territory, specimens.rivals?.figures ?? [], {
    window: { from, to: (from + to) / 2 },
  });
  expect(only(zoomed).points.map((p) => p.id)).toEqual(["b2", "b1"]);
  expect(byId(zoomed, "b1").y).toBe(byId(whole, "b1").y);
});

test("each variant has its widths, the narrowest first", () => {
  for (const widths of Object.values(chartWidths)) expect([...widths].sort((a, b) => a - b)).toEqual(widths);
});
