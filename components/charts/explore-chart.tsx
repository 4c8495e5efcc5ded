"use client";

import { type SyntheticEvent, useEffect, useMemo, useRef, useState } from "react";
import { drawChart } from "@/domain/chart/draw-chart";
import type { TimeWindow } from "@/domain/chart/panel";
import { msToDay } from "@/domain/chart/time";
import { inSight } from "@/domain/chart-view";
import type { Figure } from "@/domain/figure";
import { fill, fillPlural, formatDecimal } from "@/domain/format";
import { formatDay } from "@/domain/format-date";
import { ChartLeft } from "./chart-left";
import { EventList } from "./event-list";
import { ExplorePanel } from "./explore-panel";
import { ExplorePreview } from "./explore-preview";
import type { ExploreProps } from "./explore-settings";
import { ExploreToggles } from "./explore-toggles";
import { useChartWidth } from "./use-chart-width";
import { useDetail } from "./use-detail";
import { useExploreView } from "./use-explore-view";
import { useTableInStep } from "./use-table-in-step";
import { closer, type Move, moves } from "./zoom";

const noFigures: readonly Figure[] = [];

/** The same marks from the same geometry, drawn by Recharts, to zoom into and to sort out. */
export function ExploreChart(props: ExploreProps) {
  const { words, locale, title, hrefPattern, variant, events, onStop } = props;
  const [box, width] = useChartWidth(variant);
  const [{ view, window }, change] = useExploreView(onStop);
  const [preview, setPreview] = useState<string | null>(null);
  const stop = useRef<HTMLButtonElement>(null);
  useEffect(() => stop.current?.focus(), []);

  const whole = useMemo(() => drawChart({ ...props, width }), [props, width]);
  const full = whole.panels[0]?.x.domain;
  const detail = useDetail(props, view, window);
  const chart = useMemo(
    () =>
      drawChart({
        ...props,
        ...detail,
        figures: detail.population ? detail.figures : inSight(detail.figures, view),
        events: view.events ? events : [],
        log: view.log,
        facets: view.facets || props.facets,
        width,
        // Hiding a claimant must not move time: the stretch in view stays that of all.
        window: window ?? (view.hide.length > 0 ? full : undefined),
      }),
    [props, detail, events, view, window, width, full],
  );
  const seen = window ?? full;
  const shown = useTableInStep(box, chart);
  // Kept between previews: Recharts draws its points anew at every render, and a point that is replaced under the
  // pointer or the focus can be neither clicked nor walked on from.
  const panels = useMemo(
    () =>
      chart.panels.map((panel) => (
        <ExplorePanel
          key={`${panel.plot.x},${panel.plot.y}`}
          chart={chart}
          panel={panel}
          words={words}
          hrefOf={(id) => fill(hrefPattern, { id })}
          onZoom={(span) => full && change({ window: within(closer(span, full), full) })}
        />
      )),
    [chart, words, full, hrefPattern, change],
  );
  if (!full || !seen) return null;

  const notice = (event: SyntheticEvent) => {
    const point =
      event.target instanceof Element ? event.target.closest<SVGAElement>("a[data-figure]") : null;
    if (point) setPreview(point.dataset.figure ?? null);
  };
  const number = (count: number) => formatDecimal(String(count), locale);

  return (
    <div className="chart-explore">
      <ExploreToggles
        figures={props.figures}
        view={view}
        log={chart.log}
        apart={props.facets === true}
        hasEvents={whole.events.length > 0}
        locale={locale}
        words={words}
        onChange={(next) => change({ view: next })}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing, not a set of fields */}
      <div
        ref={box}
        className={`chart-canvas chart-canvas-${chart.variant}-${chart.width}`}
        role="group"
        aria-label={fill(words.chartLabel, { title, summary: chart.summary.text })}
        data-chart=""
        data-walk={chart.panels.length > 1 ? "" : undefined}
        onPointerOver={notice}
        onFocus={notice}
      >
        {panels}
        {chart.empty && <p className="chart-note">{words.empty}</p>}
      </div>
      {chart.eventsNumbered && <EventList chart={chart} words={words} />}
      <ExplorePreview
        figure={(preview === null ? noFigures : detail.figures).find(({ id }) => id === preview)}
        locale={locale}
        words={words}
      />
      <p className="chart-zoom">
        {moves.map(({ name, move }: Move) => (
          <button key={name} type="button" onClick={() => change({ window: within(move(seen, full), full) })}>
            {words.explore[name]}
          </button>
        ))}
        <button type="button" onClick={() => change({ window: null })} aria-disabled={window === null}>
          {words.explore.reset}
        </button>
        <button type="button" ref={stop} onClick={onStop}>
          {words.explore.stop}
        </button>
      </p>
      <p className="chart-note">
        {words.explore.hint} {fillPlural(words.explore.shown, shown, locale)}.
      </p>
      {chart.thinned && (
        <p className="chart-note">
          {fill(words.thinned, { drawn: number(chart.thinned.drawn), total: number(chart.thinned.total) })}
        </p>
      )}
      <ChartLeft chart={chart} words={words} aloneHref={addressOfAlone} />
      <p className="chart-note" role="status">
        {window &&
          fill(words.explore.showing, {
            from: formatDay(msToDay(window.from), locale),
            to: formatDay(msToDay(window.to - 1), locale),
          })}
      </p>
    </div>
  );
}

/** This page with one claimant, as the filters have it. */
function addressOfAlone(claimant: string): string {
  const url = new URL(window.location.href);
  for (const name of ["point", "hide"]) url.searchParams.delete(name);
  url.searchParams.set("claimant", claimant);
  return `${url.pathname}${url.search}`;
}

/** The stretch to show; all of it, said as none, where nothing would be cut off. */
const within = (next: TimeWindow, full: TimeWindow): TimeWindow | null =>
  next.from <= full.from && next.to >= full.to ? null : next;
