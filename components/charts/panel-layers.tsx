import { groupBy } from "@/domain/chart/group-by";
import { markPath } from "@/domain/chart/mark-path";
import type { Hold, Panel, PlacedLabel, PlacedText } from "@/domain/chart/panel";
import { markClass } from "./mark-class";
import { spansOf } from "./point-spans";

/** Everything of a panel but its points. The server's drawing and the explorer in the browser share it. */

/**
 * Axes, events and lines: what lies under the points. The points' own labels say all of it aloud.
 * @param bare without what of marks reaches beyond their dots
 */
export function PanelUnder({ panel, bare }: { panel: Panel; bare?: boolean }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a <g> takes no focus
    <g aria-hidden="true">
      <Axes panel={panel} />
      <Events panel={panel} />
      <Silence panel={panel} />
      <Holds panel={panel} />
      {!bare && spansOf(panel)}
      {panel.arrows.map(({ from, x1, y1, x2, y2 }) => (
        <path key={from} className="chart-hair" d={`M${x1},${y1}L${x2},${y2}${head(x1, y1, x2, y2)}`} />
      ))}
      {panel.brackets.map(({ ids, x, y1, y2, text }) => (
        <g key={ids.join()} className="chart-bracket">
          <path d={`M${x - 4},${y1}h4V${y2}h-4`} />
          {text && <Placed at={text} />}
        </g>
      ))}
    </g>
  );
}

/** Names and values beside the points. */
export function PanelOver({ panel }: { panel: Panel }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a <g> takes no focus
    <g aria-hidden="true" className="chart-labels">
      {panel.labels.map((label) => (
        <Label key={label.figureId} label={label} />
      ))}
    </g>
  );
}

function Label({ label: { x, y, anchor, name, value, colour } }: { label: PlacedLabel }) {
  return (
    <text x={x} y={y} textAnchor={anchor === "start" ? undefined : anchor}>
      {name.map((line, index) => (
        <tspan
          key={line}
          x={x}
          dy={index === 0 ? undefined : "1.25em"}
          className={`chart-name ${markClass(colour)}`}
        >
          {line}
        </tspan>
      ))}
      {name.length === 0 ? (
        value
      ) : (
        <tspan x={x} dy="1.25em">
          {value}
        </tspan>
      )}
    </text>
  );
}

const Placed = ({ at, className }: { at: PlacedText; className?: string }) => (
  <text className={className} x={at.x} y={at.y} textAnchor={at.anchor === "start" ? undefined : at.anchor}>
    {at.text}
  </text>
);

function Axes({ panel: { plot, title, x, y } }: { panel: Panel }) {
  const bottom = plot.y + plot.height;
  const grid = y.ticks.map((tick) => `M${plot.x},${tick.y}h${plot.width}`).join("");
  const ticks = x.ticks.map((tick) => `M${tick.tickX},${bottom}V${x.labelY - 11}`).join("");
  return (
    <>
      <path className="chart-grid" d={grid + ticks} />
      <path className="chart-base" d={`M${plot.x},${y.zeroY ?? bottom}h${plot.width}`} />
      {title && <Placed at={title} className="chart-title" />}
      {y.unitNote.text && <Placed at={y.unitNote} className="chart-unit" />}
      <g className="chart-axis" textAnchor="end">
        {y.ticks
          .filter((tick) => tick.labelled)
          .map((tick) => (
            <text key={tick.value} x={tick.labelX} y={tick.y} dy=".35em">
              {tick.text}
            </text>
          ))}
      </g>
      <g className="chart-axis" textAnchor="middle">
        {x.ticks.map((tick) => (
          <text
            key={tick.tickX}
            x={tick.x}
            y={tick.y}
            textAnchor={tick.anchor === "middle" ? undefined : tick.anchor}
          >
            {tick.text}
            {tick.year && (
              <tspan x={tick.x} dy="1.25em" className="chart-year">
                {tick.year}
              </tspan>
            )}
          </text>
        ))}
      </g>
    </>
  );
}

function Events({ panel: { events, plot } }: { panel: Panel }) {
  return (
    <g className="chart-events">
      {events.map(({ slug, x, y1, y2, extent, label }) => (
        <g key={slug}>
          {extent && (
            <rect x={extent.x1} y={plot.y} width={Math.max(0, extent.x2 - extent.x1)} height={plot.height} />
          )}
          <path d={`M${x},${y1}V${y2}`} />
          {label.text && <Placed at={label} />}
        </g>
      ))}
    </g>
  );
}

function Silence({ panel: { silence } }: { panel: Panel }) {
  return (
    <g className="chart-silence">
      {silence.rows.map((row) => (
        <g key={row.claimant ?? ""} className={markClass(row.colour)}>
          <path
            className={row.shape === "ring" ? "chart-open" : "chart-mark"}
            d={markPath(row.shape, row.glyphX, row.y, 3)}
          />
          <path className="chart-said" d={row.ticks.map((tick) => `M${tick.x},${row.y - 4}v8`).join("")} />
        </g>
      ))}
    </g>
  );
}

/** All holds of a claimant in one path: of thousands each would weigh more than the line it draws. */
function Holds({ panel: { holds } }: { panel: Panel }) {
  return [...groupBy(holds, ({ colour }) => colour)].map(([colour, theirs]) => {
    const doubted = theirs.map(({ x2, y, dashedTo }) => (dashedTo === null ? "" : `M${x2},${y}H${dashedTo}`));
    const ends = theirs.map(({ openEnd, y, ...hold }) => (openEnd ? `M${endOf(hold)},${y - 4}v8` : ""));
    return (
      <g key={colour} className={`chart-hold ${markClass(colour)}`}>
        <path d={theirs.map(solidPart).join("")} />
        {doubted.some(Boolean) && <path className="chart-doubt" d={doubted.join("")} />}
        {ends.some(Boolean) && <path className="chart-end" d={ends.join("")} />}
      </g>
    );
  });
}

const endOf = ({ dashedTo, x2 }: Pick<Hold, "dashedTo" | "x2">) => dashedTo ?? x2;

const solidPart = (hold: Hold): string =>
  (hold.x2 > hold.x1 ? `M${hold.x1},${hold.y}H${hold.x2}` : "") +
  (hold.riserTo === null ? "" : `M${endOf(hold)},${hold.y}V${hold.riserTo}`);

function head(x1: number, y1: number, x2: number, y2: number): string {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const wing = (turn: number) =>
    `${(x2 - 5 * Math.cos(angle + turn)).toFixed(1)},${(y2 - 5 * Math.sin(angle + turn)).toFixed(1)}`;
  return `M${wing(0.5)}L${x2},${y2}L${wing(-0.5)}`;
}
