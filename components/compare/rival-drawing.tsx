import { claimantMark } from "@/domain/chart/claimant-mark";
import { drawRivals, type PlacedRival, type RivalScale } from "@/domain/chart/draw-rivals";
import { markPath } from "@/domain/chart/mark-path";
import { claimText } from "@/domain/claim-text";
import { fill } from "@/domain/format";
import type { Rivalry } from "@/domain/rivals";
import type { Locale } from "@/domain/vocabulary";
import type { ChartWords } from "../charts/chart-words";
import { markClass } from "../charts/mark-class";

type Props = {
  rivalry: Rivalry;
  scale: RivalScale;
  locale: Locale;
  words: ChartWords;
  /** `{upper}` and `{lower}`: what the drawing shows, for those who hear it. */
  label: string;
  hrefOf: (id: string) => string;
};

/** Where the two marks and their bracket lie, in pixels from the top. Across, everything is per cent. */
const lines = [14, 42] as const;
const bracketAt = 64;
const height = 74;
const radius = 5.5;

/** Whose mark is whose, where the drawing has no room for names. */
export function RivalKey({ rivalry: { earlier, later }, locale }: Pick<Props, "rivalry" | "locale">) {
  return (
    <ul className="chart-claimants rival-key">
      {[earlier, later].map(({ id, claimant }) => {
        const { colour, shape } = claimantMark(claimant);
        return (
          <li key={id} className={markClass(colour)}>
            <svg className="chart-glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path className="chart-mark" d={markPath(shape, 8, 8, radius)} />
            </svg>
            {claimant?.name[locale]}
          </li>
        );
      })}
    </ul>
  );
}

/** Two claims on one scale, each on its own line, and between the ends that face each other their bracket. */
export function RivalDrawing({ rivalry, scale, locale, words, label, hrefOf }: Props) {
  const drawing = drawRivals(rivalry, scale, { locale, words });
  if (drawing === null) return null;
  const { claims, bracket, zero } = drawing;
  const [upper, lower] = claims.map(({ figure }) => claimText(figure, locale, words));
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no <fieldset> in SVG
    <svg
      className="chart-svg rival-drawing"
      width="100%"
      height={height}
      role="group"
      aria-label={fill(label, { upper: upper ?? "", lower: lower ?? "" })}
    >
      <line className="chart-base" x1={`${zero}%`} x2={`${zero}%`} y1="0" y2={height} />
      <svg x={`${zero}%`} y={height} overflow="visible" aria-hidden="true">
        <text className="rival-zero" dx="4" dy="-3">
          0
        </text>
      </svg>
      {lines.map((y) => (
        <line key={y} className="chart-grid" x1={`${zero}%`} x2="100%" y1={y} y2={y} />
      ))}
      {bracket && <Bracket bracket={bracket} />}
      {claims.map((claim, line) => (
        <RivalMark
          key={claim.figure.id}
          claim={claim}
          y={lines[line] ?? 0}
          href={hrefOf(claim.figure.id)}
          label={claimText(claim.figure, locale, words)}
          name={claim.figure.claimant?.name[locale] ?? ""}
        />
      ))}
    </svg>
  );
}

/** The end that faces down from the upper line, the one from the lower, and what lies between. Dashed where it may be more. */
function Bracket({ bracket: { from, to, open } }: { bracket: { from: number; to: number; open: boolean } }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a <g> takes no focus
    <g aria-hidden="true" className={open ? "rival-bracket rival-bracket-open" : "rival-bracket"}>
      <line x1={`${to}%`} x2={`${to}%`} y1={lines[0]} y2={bracketAt} />
      <line x1={`${from}%`} x2={`${from}%`} y1={lines[1]} y2={bracketAt} />
      <line x1={`${from}%`} x2={`${to}%`} y1={bracketAt} y2={bracketAt} />
    </g>
  );
}

type MarkProps = { claim: PlacedRival; y: number; href: string; label: string; name: string };

function RivalMark({ claim, y, href, label, name }: MarkProps) {
  const { at, hasDot, hollow, arrow, whisker, mark, value, side } = claim;
  const [dx, anchor] = side === "left" ? ([-16, "end"] as const) : ([16, "start"] as const);
  const far = whisker && (side === "left" ? whisker.from : whisker.to);
  return (
    <g className={markClass(mark.colour)}>
      {whisker && (
        <line className="rival-whisker" x1={`${whisker.from}%`} x2={`${whisker.to}%`} y1={y} y2={y} />
      )}
      {/* biome-ignore lint/a11y/useAnchorContent: named by its label, as the points of every chart are */}
      <a href={href} className="chart-pt" aria-label={label} data-figure={claim.figure.id}>
        <svg x={`${at}%`} y={y} overflow="visible" aria-hidden="true">
          <circle className="chart-hit" r="12" />
          {arrow && <path className="chart-arrow" d={arrowPath(arrow)} />}
          {hasDot ? (
            <path
              className={hollow || mark.shape === "ring" ? "chart-open" : "chart-mark"}
              d={markPath(mark.shape, 0, 0, hollow ? radius - 0.5 : radius)}
            />
          ) : (
            <path className="chart-caps" d={`M0,${-radius}v${2 * radius}`} />
          )}
        </svg>
      </a>
      <svg x={`${far ?? at}%`} y={y} overflow="visible" aria-hidden="true">
        <text
          className="rival-label"
          x={arrow && arrow !== side ? dx * 1.4 : dx}
          dy=".35em"
          textAnchor={anchor}
        >
          {value}
          <tspan className="rival-name" dx="6">
            {name}
          </tspan>
        </text>
      </svg>
    </g>
  );
}

function arrowPath(arrow: "left" | "right"): string {
  const way = arrow === "right" ? 1 : -1;
  const tip = way * (radius + 11);
  return `M${way * radius},0H${tip}m${-way * 4},-3.5L${tip},0l${-way * 4},3.5`;
}
