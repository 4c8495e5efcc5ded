"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import type { ChartWords } from "./chart-words";
import type { ExploreProps, ExploreSettings } from "./explore-settings";
import { fetchMarks } from "./fetch-marks";

type Props = {
  /** Where what the explorer draws is fetched from. */
  readonly marks: string;
  readonly words: ChartWords["explore"];
  /** The address says that the explorer is open. */
  readonly open: boolean;
};

type Ready = { readonly Explorer: ComponentType<ExploreProps>; readonly settings: ExploreSettings };

/** A button that fetches the explorer and its figures when they are wanted: nothing of Recharts is loaded before. */
export function ExploreLoader({ marks, words, open }: Props) {
  const [ready, setReady] = useState<Ready | null>(null);
  const [phase, setPhase] = useState<"idle" | "loading" | "failed">("idle");
  const button = useRef<HTMLButtonElement>(null);
  const [left, setLeft] = useState(false);
  useEffect(() => {
    if (left) button.current?.focus(); // where the reader was before exploring
  }, [left]);

  async function start() {
    setPhase("loading");
    setLeft(false);
    try {
      const [{ ExploreChart }, settings] = await Promise.all([
        import("./explore-chart"),
        fetchMarks(marksNow(marks)),
      ]);
      setReady({ Explorer: ExploreChart, settings });
      setPhase("idle");
      sayInAddress(true);
    } catch {
      setPhase("failed");
    }
  }

  function stop() {
    setReady(null);
    setLeft(true);
    sayInAddress(false);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page was opened
  useEffect(() => {
    if (open) void start();
  }, []);

  if (ready) return <ready.Explorer {...ready.settings} marksHref={marksNow(marks)} onStop={stop} />;
  return (
    <p className="chart-explore-start">
      <button ref={button} type="button" onClick={start} aria-disabled={phase === "loading"}>
        {phase === "loading" ? words.loading : words.start}
      </button>
      <span role="status">{phase === "failed" && words.failed}</span>
    </p>
  );
}

/** The slider of reports may have moved the page to another day since it was sent. */
function marksNow(href: string): string {
  const url = new URL(href, window.location.href);
  const knownOn = new URLSearchParams(window.location.search).get("known_on");
  if (knownOn === null) url.searchParams.delete("known_on");
  else url.searchParams.set("known_on", knownOn);
  return url.href;
}

function sayInAddress(open: boolean): void {
  const url = new URL(window.location.href);
  if (open) url.searchParams.set("explore", "1");
  else
    for (const name of ["explore", "from", "to", "hide", "log", "facets", "events"])
      url.searchParams.delete(name);
  window.history.replaceState(null, "", url);
}
