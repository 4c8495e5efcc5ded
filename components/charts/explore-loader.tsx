"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import type { ExploreProps, ExploreSettings } from "./explore-chart";

/** A button that fetches the explorer when it is wanted: nothing of Recharts is loaded before. */
export function ExploreLoader(settings: ExploreSettings) {
  const [Explorer, setExplorer] = useState<ComponentType<ExploreProps> | null>(null);
  const [phase, setPhase] = useState<"idle" | "loading" | "failed">("idle");
  const { words } = settings;
  const button = useRef<HTMLButtonElement>(null);
  const [left, setLeft] = useState(false);
  useEffect(() => {
    if (left) button.current?.focus(); // where the reader was before exploring
  }, [left]);

  async function start() {
    setPhase("loading");
    setLeft(false);
    try {
      const { ExploreChart } = await import("./explore-chart");
      setExplorer(() => ExploreChart);
      setPhase("idle");
    } catch {
      setPhase("failed");
    }
  }

  function stop() {
    setExplorer(null);
    setLeft(true);
  }

  if (Explorer) return <Explorer {...settings} onStop={stop} />;
  return (
    <p className="chart-explore-start">
      <button ref={button} type="button" onClick={start} aria-disabled={phase === "loading"}>
        {phase === "loading" ? words.explore.loading : words.explore.start}
      </button>
      <span role="status">{phase === "failed" && words.explore.failed}</span>
    </p>
  );
}
