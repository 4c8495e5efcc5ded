"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import { eventsWithin } from "@/domain/chart/event-marks";
import type { TimeWindow } from "@/domain/chart/panel";
import { msToDay } from "@/domain/chart/time";
import { fill, fillPlural } from "@/domain/format";
import { formatDay } from "@/domain/format-date";
import { ChartLeft } from "./chart-left";
import { ChartNotes } from "./chart-notes";
import { EventList } from "./event-list";
import { ExplorePanel } from "./explore-panel";
import { ExplorePreview } from "./explore-preview";
import type { ExploreProps } from "./explore-settings";
import { ExploreToggles } from "./explore-toggles";
import { useChartWidth } from "./use-chart-width";
import { useExploreView } from "./use-explore-view";
import { useExplored } from "./use-explored";
import { useStaged } from "./use-staged";
import { useTableInStep } from "./use-table-in-step";
import { closer, type Move, moves } from "./zoom";

/** The same marks from the same geometry, on Recharts, to zoom into and to sort out. */
export function ExploreChart(props: ExploreProps) {
  const { words, locale, title, hrefPattern, variant, events, onStop } = props;
  const [box, width] = useChartWidth(variant);
  const [now, change] = useExploreView(onStop);
  const { view, window } = now;
  const stop = useRef<HTMLButtonElement>(null);
  useEffect(() => stop.current?.focus(), []);

  const { plan, look, full, figures, late } = useExplored(props, now, width);
  const hrefOf = useCallback((id: string) => fill(hrefPattern, { id }), [hrefPattern]);
  const { layer, chart, busy } = useStaged(plan, look, hrefOf);
  const inView = useTableInStep(box, chart);
  const seen = window ?? full;
  const panels = useMemo(
    () =>
      chart.panels.map((panel, place) => (
        <ExplorePanel
          // biome-ignore lint/suspicious/noArrayIndexKey: a panel moves with the heights above it and is no other for it
          key={place}
          chart={chart}
          panel={panel}
          words={words}
          onZoom={(span) => full && change({ window: within(closer(span, full), full) })}
        />
      )),
    [chart, words, full, change],
  );
  const hasEvents = useMemo(() => full !== null && eventsWithin(events, full).length > 0, [events, full]);
  if (!full || !seen) return null;

  return (
    <div className="chart-explore">
      <ExploreToggles
        figures={props.figures}
        view={view}
        log={chart.log}
        apart={props.facets === true}
        hasEvents={hasEvents}
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
        aria-busy={busy || late}
        data-chart=""
      >
        <div className="chart-stack">
          <div className="chart-panels">{panels}</div>
          <div ref={layer} className="chart-drawing" />
        </div>
        {chart.empty && <p className="chart-note">{words.empty}</p>}
      </div>
      {chart.eventsNumbered && <EventList chart={chart} words={words} />}
      <ExplorePreview box={box} figures={figures} locale={locale} words={words} />
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
        {words.explore.hint} {fillPlural(words.explore.shown, inView, locale)}.
      </p>
      <ChartNotes chart={chart} words={words} scaleSaid />
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
