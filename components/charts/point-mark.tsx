import { markPath, markPoints } from "@/domain/chart/mark-path";
import type { PlacedPoint } from "@/domain/chart/panel";
import { markClass } from "./mark-class";

/** What a point's sign is made of, so that the key can show the same sign with the same code. */
export type Sign = Pick<
  PlacedPoint,
  | "x"
  | "y"
  | "r"
  | "shape"
  | "hollow"
  | "ghost"
  | "retracted"
  | "corrected"
  | "denied"
  | "arrow"
  | "hasDot"
  | "dateUnknown"
>;

/** The sign itself: the claimant's shape, and what is said of the claim. */
export function PointSign({ sign }: { sign: Sign }) {
  const { x, y, r, shape } = sign;
  const open = sign.hollow || sign.ghost;
  return (
    <>
      {sign.arrow && <path className="chart-arrow" d={arrowPath(sign)} />}
      {sign.hasDot && (
        <Shape
          className={shape === "ring" || open ? "chart-open" : "chart-mark"}
          {...{ shape, x, y }}
          r={shape === "ring" || open ? r - 0.5 : r}
        />
      )}
      {sign.hasDot && shape === "ring" && !open && (
        <circle className="chart-core" cx={x} cy={y} r={r * 0.36} />
      )}
      {!sign.hasDot && <path className="chart-caps" d={`M${x - r},${y}h${2 * r}`} />}
      {sign.dateUnknown && <circle className="chart-undated" cx={x} cy={y} r={r + 4} />}
      {sign.denied && <path className="chart-strike" d={strike(sign, -1)} />}
      {sign.retracted && <path className="chart-strike" d={strike(sign, 1) + strike(sign, -1)} />}
      {sign.corrected && (
        <text className="chart-corrected" x={x + r + 1} y={y - r + 1}>
          c
        </text>
      )}
    </>
  );
}

/**
 * A polygon where it has corners: `d` is a property to a browser, so that each path has a style of its own to work out,
 * `points` is none, so that all polygons of a claimant share one.
 */
function Shape({ shape, x, y, r, className }: Pick<Sign, "shape" | "x" | "y" | "r"> & { className: string }) {
  const points = markPoints(shape, x, y, r);
  return points === null ? (
    <path className={className} d={markPath(shape, x, y, r)} />
  ) : (
    <polygon className={className} points={points} />
  );
}

const one = (n: number) => Math.round(n * 10) / 10;

function arrowPath({ x, y, r, arrow }: Sign): string {
  const up = arrow === "up" ? -1 : 1;
  const tip = one(y + up * (r + 11));
  return `M${x},${one(y + up * r)}V${tip}m-3.5,${-up * 4}L${x},${tip}l3.5,${-up * 4}`;
}

const strike = ({ x, y, r }: Sign, tilt: number) =>
  `M${one(x - r - 2)},${one(y - tilt * (r + 2))}l${2 * r + 4},${tilt * (2 * r + 4)}`;

/** A mark smaller than this is one of a cloud. */
const SMALL = 3;

/** The area for a finger is where the marker's colour shows; one that gave way to a neighbour leaves that to a smaller disc. */
function HitArea({ point: { x, y, r, hit } }: { point: PlacedPoint }) {
  const isAside = hit.x !== x || hit.y !== y;
  return (
    <>
      <circle className={isAside ? "chart-hit chart-aside" : "chart-hit"} cx={hit.x} cy={hit.y} r={hit.r} />
      {isAside && <circle className="chart-halo" cx={x} cy={y} r={r + 4} />}
    </>
  );
}

/** A point of the chart: a link to its figure that a finger can hit and a keyboard can reach. */
export function PointLink({
  point,
  href,
  selected,
}: {
  point: PlacedPoint;
  href: string;
  selected?: boolean;
}) {
  return (
    <a
      href={href}
      className={`chart-pt ${point.r < SMALL ? "chart-small " : ""}${point.ghost ? "chart-mghost" : markClass(point.colour)}`}
      aria-label={point.label}
      aria-current={selected ? "true" : undefined}
      data-figure={point.id}
    >
      {/* In a cloud of small marks areas for a finger would cover one another: there each answers for itself. */}
      {point.r >= SMALL && <HitArea point={point} />}
      <PointSign sign={point} />
    </a>
  );
}
