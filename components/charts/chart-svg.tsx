import type { Chart } from "@/domain/chart/chart";
import { placeNumbers } from "@/domain/chart/place-numbers";
import { writeWalk } from "@/domain/chart/walk-line";
import { fill } from "@/domain/format";
import type { ChartWords } from "./chart-words";
import { EventLinks } from "./event-links";
import { PanelOver, PanelUnder } from "./panel-layers";
import { PointLink } from "./point-mark";

export type ChartSvgProps = {
  readonly chart: Chart;
  readonly title: string;
  readonly words: Pick<ChartWords, "chartLabel" | "event">;
  readonly hrefOf: (id: string) => string;
  /** The figure whose receipt is open. */
  readonly selected?: string | null;
  /** Numbers at points, by figure, that are seen on paper alone. */
  readonly numbers?: ReadonlyMap<string, number> | undefined;
  /** For a file that stands alone (download, picture): the style sheet within. Never on a page, whose policy forbids it. */
  readonly css?: string;
};

/** As chart.css sets them. */
const numberFont = 10;

/** The drawing: a group of links in time order, over everything that is only for the eye. */
export function ChartSvg({ chart, title, words, hrefOf, selected, numbers, css }: ChartSvgProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no <fieldset> in SVG
    <svg
      xmlns={css === undefined ? undefined : "http://www.w3.org/2000/svg"}
      className={`chart-svg chart-svg-${chart.variant} chart-w${chart.width}`}
      viewBox={`0 0 ${chart.width} ${chart.height}`}
      width={chart.width}
      height={chart.height}
      role="group"
      data-chart=""
      data-walk={css === undefined ? writeWalk(chart.panels) : undefined}
      aria-label={fill(words.chartLabel, { title, summary: chart.summary.text })}
    >
      {css !== undefined && <style>{css}</style>}
      {chart.panels.map((panel) => (
        <g key={`${panel.plot.x},${panel.plot.y}`}>
          <PanelUnder panel={panel} />
          <EventLinks chart={chart} panel={panel} words={words} />
          {panel.points.map((point) => (
            <PointLink
              key={point.id}
              point={point}
              href={hrefOf(point.id)}
              selected={point.id === selected}
            />
          ))}
          <PanelOver panel={panel} />
          {numbers && (
            // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a <g> takes no focus
            <g className="chart-numbers" aria-hidden="true">
              {placeNumbers(panel, (id) => numbers.get(id)?.toString(), numberFont).map(
                ({ id, x, y, anchor, text }) => (
                  <text key={id} x={x} y={y} textAnchor={anchor}>
                    {text}
                  </text>
                ),
              )}
            </g>
          )}
        </g>
      ))}
    </svg>
  );
}
