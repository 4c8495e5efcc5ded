import { type PointerEvent, useState } from "react";
import { ComposedChart, Scatter, XAxis, YAxis } from "recharts";
import type { Chart } from "@/domain/chart/chart";
import type { Panel, PlacedPoint, TimeWindow } from "@/domain/chart/panel";
import { px } from "@/domain/chart/round";
import { timeScale } from "@/domain/chart/scale-time";
import { valueScale } from "@/domain/chart/scale-value";
import type { ChartWords } from "./chart-words";
import { EventLinks } from "./event-links";
import { PanelOver, PanelUnder } from "./panel-layers";
import { PointLink } from "./point-mark";

type PanelProps = {
  readonly chart: Chart;
  readonly panel: Panel;
  readonly words: Pick<ChartWords, "event">;
  readonly hrefOf: (id: string) => string;
  readonly onZoom: (span: TimeWindow) => void;
};

/** A stroke shorter than this is a click, not a stretch of time. */
const SHORTEST_DRAG = 8;

/**
 * One panel in Recharts: its scales have the domains of the server's axes and its margins leave the server's plot, so
 * that the same values fall on the same pixels.
 */
export function ExplorePanel({ chart, panel, words, hrefOf, onZoom }: PanelProps) {
  const { plot, x, y } = panel;
  const scaleX = timeScale(x.domain, plot.x, plot.x + plot.width);
  const scaleY = valueScale(y.domain, plot.y, plot.y + plot.height);
  // Recharts places logarithms on a plain axis: its own logarithmic scale rounds what ours does not.
  const value = (v: number) => (y.domain.log ? Math.log(v) : v);
  const data = panel.points.map((point) => ({
    t: scaleX.invert(point.x),
    v: value(scaleY.invert(point.y)),
    point,
  }));
  const margin = {
    left: plot.x,
    top: plot.y,
    right: chart.width - plot.x - plot.width,
    bottom: chart.height - plot.y - plot.height,
  };
  return (
    <ComposedChart
      className={`chart-svg chart-svg-${chart.variant} chart-w${chart.width}`}
      width={chart.width}
      height={chart.height}
      margin={margin}
      accessibilityLayer={false}
    >
      <XAxis type="number" dataKey="t" domain={[x.domain.from, x.domain.to]} allowDataOverflow hide />
      <YAxis
        type="number"
        dataKey="v"
        domain={[value(y.domain.min), value(y.domain.max)]}
        allowDataOverflow
        hide
      />
      <PanelUnder panel={panel} />
      <DragZoom
        panel={panel}
        onZoom={(x1, x2) => onZoom({ from: scaleX.invert(x1), to: scaleX.invert(x2) })}
      />
      <EventLinks chart={chart} panel={panel} words={words} />
      <Scatter
        data={data}
        isAnimationActive={false}
        legendType="none"
        shape={(drawn: { cx?: number; cy?: number; payload?: { point: PlacedPoint } }) => (
          <DrawnPoint drawn={drawn} hrefOf={hrefOf} walk={chart.panels.length > 1} />
        )}
      />
      <PanelOver panel={panel} />
    </ComposedChart>
  );
}

type Drawn = {
  readonly cx?: number;
  readonly cy?: number;
  readonly payload?: { readonly point: PlacedPoint };
};

/** The server's mark, where Recharts' own scales put it. */
function DrawnPoint({
  drawn: { cx, cy, payload },
  hrefOf,
  walk,
}: {
  drawn: Drawn;
  hrefOf: (id: string) => string;
  walk: boolean;
}) {
  if (!payload || cx === undefined || cy === undefined) return null;
  const { point } = payload;
  const [x, y] = [px(cx), px(cy)];
  const hit = { ...point.hit, x: px(point.hit.x + x - point.x), y: px(point.hit.y + y - point.y) };
  return <PointLink point={{ ...point, x, y, hit }} href={hrefOf(point.id)} walk={walk} />;
}

/** A surface over the plot to drag a stretch of time on. */
function DragZoom({ panel: { plot }, onZoom }: { panel: Panel; onZoom: (x1: number, x2: number) => void }) {
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null);
  const at = ({ currentTarget, clientX }: PointerEvent<SVGRectElement>) => {
    const box = currentTarget.getBoundingClientRect();
    const share = Math.min(Math.max((clientX - box.left) / box.width, 0), 1);
    return plot.x + share * plot.width;
  };
  const [left, right] = drag ? [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)] : [0, 0];
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a <g> takes no focus
    <g aria-hidden="true">
      {drag && <rect className="chart-drag" x={left} y={plot.y} width={right - left} height={plot.height} />}
      <rect
        className="chart-surface"
        x={plot.x}
        y={plot.y}
        width={plot.width}
        height={plot.height}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: at(event), to: at(event) });
        }}
        onPointerMove={(event) => {
          const to = at(event);
          setDrag((now) => now && { ...now, to });
        }}
        onPointerUp={() => {
          setDrag(null);
          if (right - left >= SHORTEST_DRAG) onZoom(left, right);
        }}
        onPointerCancel={() => setDrag(null)}
      />
    </g>
  );
}
