import type { ReactElement } from "react";
import type { Panel, PlacedPoint } from "@/domain/chart/panel";
import { markClass } from "./mark-class";

/** Of all marks of a panel that have any: stems, periods and ranges. */
export function spansOf({ points, plot, y }: Panel): ReactElement[] {
  return points
    .filter(({ extent, stem, whisker }) => extent || stem || whisker)
    .map((point) => <Spans key={point.id} point={point} zero={y.zeroY ?? plot.y + plot.height} />);
}

/** What of a mark reaches beyond its dot: stem, period, range. Outside the link, so that targets stay apart. */
function Spans({ point, zero }: { point: PlacedPoint; zero: number }) {
  const { x, y, extent, stem, bar, whisker } = point;
  const [top, bottom] = [Math.min(y, zero), Math.max(y, zero)];
  return (
    <g className={point.ghost ? "chart-mghost" : markClass(point.colour)}>
      {bar && extent && (
        <rect
          className="chart-bar"
          x={extent.x1}
          y={top}
          width={extent.x2 - extent.x1}
          height={bottom - top}
        />
      )}
      {stem && (
        <path
          className={point.dateUnknown ? "chart-stem chart-doubt" : "chart-stem"}
          d={`M${x},${y}V${stem.y0}`}
        />
      )}
      {extent && <path className="chart-extent" d={`M${extent.x1},${y}H${extent.x2}`} />}
      {whisker && (
        <path className="chart-whisker" d={`M${x - 4},${whisker.y1}h8m-4,0V${whisker.y2}m-4,0h8`} />
      )}
    </g>
  );
}
