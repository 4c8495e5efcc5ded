import type { Chart, KeyKind } from "@/domain/chart/chart";
import type { PlacedPoint } from "@/domain/chart/panel";
import { claimText } from "@/domain/claim-text";
import type { Figure } from "@/domain/figure";
import { fill } from "@/domain/format";
import type { ChartWords } from "./chart-words";
import { markClass } from "./mark-class";
import { PointSign, type Sign } from "./point-mark";

type KeyProps = { readonly chart: Chart; readonly figures: readonly Figure[]; readonly words: ChartWords };

/** The claimants, each with its mark: the one part of the key that must never be folded away. */
export function ChartClaimants({ chart }: { chart: Chart }) {
  return (
    <ul className="chart-claimants">
      {chart.claimants.map((claimant) => (
        <li key={claimant.slug ?? ""} className={markClass(claimant.colour)}>
          <svg className="chart-glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <PointSign sign={{ ...plainSign, shape: claimant.shape, x: 8, y: 8 }} />
          </svg>
          {claimant.name}
        </li>
      ))}
    </ul>
  );
}

/** What each mark in view means, in words, with an example from the data in view. */
export function ChartKey({ chart, figures, words }: KeyProps) {
  const points = new Map(chart.panels.flatMap((panel) => panel.points.map((point) => [point.id, point])));
  const claims = new Map(figures.map((figure) => [figure.id, figure]));
  const list = (
    <ul className="chart-key-list">
      {chart.key.map(({ kind, exampleFigureId }) => {
        const figure = exampleFigureId === null ? undefined : claims.get(exampleFigureId);
        const days = figure?.metric.longestSilenceDays ?? "";
        return (
          <li key={kind}>
            <KeyGlyph
              kind={kind}
              point={exampleFigureId === null ? undefined : points.get(exampleFigureId)}
            />
            <span>
              {fill(words.key[kind], { days })}{" "}
              {figure && hasExample(kind) && (
                <span className="chart-example">
                  {fill(words.example, { claim: claimText(figure, chart.locale, words) })}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
  return (
    <details className="chart-key">
      <summary>{words.keyTitle}</summary>
      {list}
    </details>
  );
}

/** Lines and ticks explain themselves; an example would only repeat the mark's. */
const hasExample = (kind: KeyKind) => !["hold", "hold_dashed", "silence", "event", "stem"].includes(kind);

const plainSign: Sign = {
  x: 14,
  y: 9,
  r: 5,
  shape: "circle",
  hollow: false,
  ghost: false,
  retracted: false,
  corrected: false,
  denied: false,
  arrow: null,
  hasDot: true,
  dateUnknown: false,
};

/** The sign of a kind, in the colour and shape of the example it is explained with. */
function KeyGlyph({ kind, point }: { kind: KeyKind; point: PlacedPoint | undefined }) {
  const colour = kind === "ghost" || !point ? "chart-mghost" : markClass(point.colour);
  const sign: Sign = { ...plainSign, shape: point?.shape ?? "circle" };
  return (
    <svg className={`chart-glyph ${colour}`} viewBox="0 0 28 18" width="28" height="18" aria-hidden="true">
      {glyphLines[kind] && <path className={glyphLines[kind].className} d={glyphLines[kind].d} />}
      {kind in glyphSigns && <PointSign sign={{ ...sign, ...glyphSigns[kind] }} />}
    </svg>
  );
}

const glyphSigns: Partial<Readonly<Record<KeyKind, Partial<Sign>>>> = {
  dot: {},
  unattributed: {},
  hollow: { hollow: true },
  arrow_up: { arrow: "up", y: 14, r: 3.5 },
  arrow_down: { arrow: "down", y: 4, r: 3.5 },
  whisker: { r: 4 },
  range_only: { hasDot: false },
  extent: {},
  bar: {},
  stem: { y: 5, r: 4 },
  date_unknown: { dateUnknown: true, r: 4 },
  ghost: { ghost: true },
  corrected: { corrected: true, r: 4, y: 11 },
  denied: { denied: true, r: 4 },
  retracted: { retracted: true, r: 4 },
};

const glyphLines: Partial<Readonly<Record<KeyKind, { readonly className: string; readonly d: string }>>> = {
  whisker: { className: "chart-whisker", d: "M11,1h6m-3,0V17m-3,0h6" },
  range_only: { className: "chart-whisker", d: "M11,1h6m-3,0V17m-3,0h6" },
  extent: { className: "chart-extent", d: "M1,9H27" },
  bar: { className: "chart-extent", d: "M1,9H27" },
  stem: { className: "chart-stem", d: "M14,5V18" },
  hold: { className: "chart-line", d: "M1,9H27" },
  hold_dashed: { className: "chart-line chart-doubt", d: "M1,9H25M25,5v8" },
  bracket: { className: "chart-hair", d: "M10,3h4V15h-4" },
  silence: { className: "chart-said", d: "M5,5v8M13,5v8M22,5v8" },
  event: { className: "chart-hair", d: "M14,1V17" },
};
