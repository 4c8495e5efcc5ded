"use client";

import { type SyntheticEvent, useEffect, useMemo, useRef, useState } from "react";
import type { ChartInput } from "@/domain/chart/chart";
import { drawChart } from "@/domain/chart/draw-chart";
import type { TimeWindow } from "@/domain/chart/panel";
import { msToDay } from "@/domain/chart/time";
import { fill } from "@/domain/format";
import { formatDay } from "@/domain/format-date";
import type { ChartWords } from "./chart-words";
import { EventList } from "./event-list";
import { ExplorePanel } from "./explore-panel";
import { ExplorePreview } from "./explore-preview";
import { useChartWidth } from "./use-chart-width";
import { closer, type Move, moves } from "./zoom";

/** What the server hands over: plain data only. */
export type ExploreSettings = Omit<ChartInput, "width" | "window" | "words"> & {
  readonly words: ChartWords;
  readonly title: string;
  /** Address of a figure with the hole `{id}`. */
  readonly hrefPattern: string;
};
export type ExploreProps = ExploreSettings & { readonly onStop: () => void };

/** The same marks from the same geometry, drawn by Recharts, to zoom into and to sort claimants out. */
export function ExploreChart(props: ExploreProps) {
  const { words, locale, figures, title, hrefPattern, variant, onStop } = props;
  const [box, width] = useChartWidth(variant);
  const [window, setWindow] = useState<TimeWindow | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [preview, setPreview] = useState<string | null>(null);
  const stop = useRef<HTMLButtonElement>(null);
  useEffect(() => stop.current?.focus(), []);

  const whole = useMemo(() => drawChart({ ...props, width }), [props, width]);
  const chart = useMemo(() => {
    if (window === null && hidden.size === 0) return whole;
    const shown = props.figures.filter((figure) => !hidden.has(figure.claimant?.slug ?? ""));
    // Hiding a claimant must not move time: the stretch in view stays that of all.
    return drawChart({ ...props, figures: shown, width, window: window ?? whole.panels[0]?.x.domain });
  }, [props, hidden, window, width, whole]);
  const full = whole.panels[0]?.x.domain;
  // Kept between previews: Recharts draws its points anew at every render, and a point that is replaced under the
  // pointer or the focus can be neither clicked nor walked on from.
  const panels = useMemo(
    () =>
      chart.panels.map((panel) => (
        <ExplorePanel
          key={`${panel.plot.x},${panel.plot.y}`}
          chart={chart}
          panel={panel}
          hrefOf={(id) => fill(hrefPattern, { id })}
          onZoom={(span) => full && setWindow(within(closer(span, full), full))}
        />
      )),
    [chart, full, hrefPattern],
  );
  if (!full) return null;
  const seen = window ?? full;

  const show = (next: TimeWindow) => setWindow(within(next, full));
  const notice = (event: SyntheticEvent) => {
    const point =
      event.target instanceof Element ? event.target.closest<SVGAElement>("a[data-figure]") : null;
    if (point) setPreview(point.dataset.figure ?? null);
  };

  return (
    <div className="chart-explore">
      <fieldset className="chart-toggles">
        <legend>{words.explore.claimants}</legend>
        {whole.claimants.map(({ slug, name }) => (
          <label key={slug ?? ""}>
            <input
              type="checkbox"
              checked={!hidden.has(slug ?? "")}
              onChange={() => setHidden((now) => toggled(now, slug ?? ""))}
            />{" "}
            {name}
          </label>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing, not a set of fields */}
      <div
        ref={box}
        className={`chart-canvas chart-canvas-${chart.variant}-${chart.width}`}
        role="group"
        aria-label={fill(words.chartLabel, { title, summary: chart.summary.text })}
        data-chart=""
        onPointerOver={notice}
        onFocus={notice}
      >
        {panels}
        {chart.empty && <p className="chart-note">{words.empty}</p>}
      </div>
      {chart.eventsNumbered && <EventList chart={chart} words={words} />}
      <ExplorePreview figure={figures.find(({ id }) => id === preview)} locale={locale} words={words} />
      <p className="chart-zoom">
        {moves.map(({ name, move }: Move) => (
          <button key={name} type="button" onClick={() => show(move(seen, full))}>
            {words.explore[name]}
          </button>
        ))}
        <button type="button" onClick={() => setWindow(null)} aria-disabled={window === null}>
          {words.explore.reset}
        </button>
        <button type="button" ref={stop} onClick={onStop}>
          {words.explore.stop}
        </button>
      </p>
      <p className="chart-note">{words.explore.hint}</p>
      <p className="chart-note" role="status">
        {window &&
          fill(words.explore.showing, {
            from: formatDay(msToDay(window.from), locale),
            to: formatDay(msToDay(window.to), locale),
          })}
      </p>
    </div>
  );
}

/** The stretch to show; all of it, said as none, where nothing would be cut off. */
const within = (next: TimeWindow, full: TimeWindow): TimeWindow | null =>
  next.from <= full.from && next.to >= full.to ? null : next;

function toggled(now: ReadonlySet<string>, slug: string): ReadonlySet<string> {
  const next = new Set(now);
  if (!next.delete(slug)) next.add(slug);
  return next;
}
