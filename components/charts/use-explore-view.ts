import { useCallback, useEffect, useRef, useState } from "react";
import type { TimeWindow } from "@/domain/chart/panel";
import { DAY_MS, dayToMs, msToDay } from "@/domain/chart/time";
import { type ChartView, readChartView, viewParameters, writeChartView } from "@/domain/chart-view";
import { followAddress } from "./known-regions";

export type ExploreView = { readonly view: ChartView; readonly window: TimeWindow | null };

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

/** The view and the stretch of time the address says. */
function readAddress(): ExploreView {
  const params = new URLSearchParams(window.location.search);
  const [from, to] = [params.get("from"), params.get("to")];
  const stretch =
    isDay(from) && isDay(to) && from <= to ? { from: dayToMs(from), to: dayToMs(to) + DAY_MS } : null;
  return { view: readChartView(params), window: stretch };
}

function writeAddress({ view, window: stretch }: ExploreView): void {
  const url = new URL(window.location.href);
  for (const name of [...viewParameters, "from", "to"]) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(writeChartView(view))) url.searchParams.set(name, value);
  if (stretch !== null) {
    url.searchParams.set("from", msToDay(stretch.from));
    url.searchParams.set("to", msToDay(stretch.to - 1)); // the last day whose beginning is in view
  }
  window.history.pushState(null, "", url);
}

/** Milliseconds without a step after which what gives the page away follows: nobody shares in the middle of a stroke. */
const REST = 800;

/** What is explored, kept in the address: a change is a step that Back takes back, and a reload or a link shows it again. */
export function useExploreView(onLeft: () => void): [ExploreView, (change: Partial<ExploreView>) => void] {
  const [now, setNow] = useState(readAddress);
  const latest = useRef(now);
  useEffect(() => {
    const follow = () => {
      const said = readAddress();
      latest.current = said;
      if (said.view.explore) setNow(said);
      else onLeft();
    };
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, [onLeft]);
  const first = useRef(now);
  useEffect(() => {
    if (now === first.current) return; // the page was sent for it
    const { href } = window.location;
    // Where it cannot be had, they stay of the state before, and say so by their addresses.
    const rest = setTimeout(() => followAddress(href).catch(() => {}), REST);
    return () => clearTimeout(rest);
  }, [now]);
  // The same function at every step: what is drawn with it need not be drawn anew.
  const change = useCallback((part: Partial<ExploreView>) => {
    const next = { ...latest.current, ...part };
    latest.current = { ...next, view: { ...next.view, explore: true } };
    writeAddress(latest.current);
    setNow(latest.current);
  }, []);
  return [now, change];
}
