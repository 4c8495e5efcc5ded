import { type PointerEvent, useMemo, useState } from "react";
import { ComposedChart, useXAxisInverseScale, XAxis, YAxis } from "recharts";
import type { Chart } from "@/domain/chart/chart";
import type { Panel, TimeWindow } from "@/domain/chart/panel";
import type { ChartWords } from "./chart-words";
import { EventLinks } from "./event-links";

type PanelProps = {
  readonly chart: Chart;
  readonly panel: Panel;
  readonly words: Pick<ChartWords, "event">;
  readonly onZoom: (span: TimeWindow) => void;
};

/** A stroke shorter than this is a click, not a stretch of time. */
const SHORTEST_DRAG = 8;

/**
 * One panel in Recharts: its scales have the domains of the server's axes and its margins leave the server's plot, so
 * that the same values fall on the same pixels. The marks lie over all panels: see `useStaged`.
 */
export function ExplorePanel({ chart, panel, words, onZoom }: PanelProps) {
  const { plot, x, y } = panel;
  // Recharts places logarithms on a plain axis: its own logarithmic scale rounds what ours does not.
  const value = (v: number) => (y.domain.log ? Math.log(v) : v);
  const { x: left, y: top } = plot;
  const [right, bottom] = [chart.width - left - plot.width, chart.height - top - plot.height];
  // The same object while it says the same: Recharts tells all its parts of another.
  const margin = useMemo(() => ({ left, top, right, bottom }), [left, top, right, bottom]);
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
      <DragZoom panel={panel} onZoom={onZoom} />
      <EventLinks chart={chart} panel={panel} words={words} />
    </ComposedChart>
  );
}

/** A surface over the plot to drag a stretch of time on. */
function DragZoom({ panel: { plot }, onZoom }: Pick<PanelProps, "panel" | "onZoom">) {
  const timeAt = useXAxisInverseScale();
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
          if (timeAt && right - left >= SHORTEST_DRAG)
            onZoom({ from: Number(timeAt(left)), to: Number(timeAt(right)) });
        }}
        onPointerCancel={() => setDrag(null)}
      />
    </g>
  );
}
