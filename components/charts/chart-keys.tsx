"use client";

import { useEffect } from "react";

const ways: Readonly<Record<string, string>> = {
  ArrowLeft: "prev",
  ArrowRight: "next",
  ArrowUp: "up",
  ArrowDown: "down",
};

/**
 * Arrow keys between the points of the chart that has the focus: left and right through time, up and down to another
 * claimant nearby, Home and End. Put once on a page with charts; draws nothing.
 */
export function ChartKeys() {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (
        event.altKey ||
        event.ctrlKey ||
        event.metaKey ||
        event.shiftKey ||
        !(event.target instanceof Element)
      )
        return;
      const point = event.target.closest<SVGAElement>("a[data-figure]");
      const target = point && follow(point, event.key);
      if (!target) return;
      event.preventDefault();
      target.focus();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return null;
}

/** The point a key leads to, within the same chart. */
function follow(point: SVGAElement, key: string): SVGAElement | null {
  const chart = point.closest("[data-chart]");
  const points = [...(chart?.querySelectorAll<SVGAElement>("a[data-figure]") ?? [])];
  if (key === "Home") return points[0] ?? null;
  if (key === "End") return points.at(-1) ?? null;
  const way = ways[key];
  if (way === undefined) return null;
  const alone = chart !== null && !chart.hasAttribute("data-walk"); // time runs in the order of the document
  const at = points.indexOf(point);
  if (alone && way === "prev") return points[at - 1] ?? null;
  if (alone && way === "next") return points[at + 1] ?? null;
  const id = point.dataset[way];
  return points.find((other) => id !== undefined && other.dataset.figure === id) ?? null;
}
