"use client";

import { useEffect } from "react";
import { readWalk } from "@/domain/chart/walk-line";

const ways: Readonly<Record<string, "prev" | "next" | "up" | "down">> = {
  ArrowLeft: "prev",
  ArrowRight: "next",
  ArrowUp: "up",
  ArrowDown: "down",
};

/**
 * Arrow keys between the points of the chart that has the focus: left and right through time and past its events, up
 * and down to another claimant nearby, Home and End. Put once on a page with charts; draws nothing.
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
      const point = event.target.closest<SVGAElement>(stops);
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

/** Where the keys can lead: claims and events. */
const stops = "a[data-figure], a[data-event]";

/** The claim or event a key leads to, within the same chart. */
function follow(from: SVGAElement, key: string): SVGAElement | null {
  const chart = from.closest("[data-chart]");
  if (chart === null) return null;
  // The explorer's events lie beside the drawing, and a new one may be in the making before it, which cannot be seen yet.
  const drawing = from.closest("[data-walk]") ?? [...chart.querySelectorAll("[data-walk]")].at(-1) ?? chart;
  const points = [...drawing.querySelectorAll<SVGAElement>("a[data-figure]")];
  if (key === "Home") return points[0] ?? null;
  if (key === "End") return points.at(-1) ?? null;
  const way = ways[key];
  if (way === undefined) return null;
  const steps = readWalk(drawing.getAttribute("data-walk") ?? "");
  const inOrder = steps.every(({ next }) => next === undefined);
  if (inOrder && (way === "prev" || way === "next")) return beside(inTime(chart, points), from, way);
  const at = points.indexOf(from);
  const to = way === "prev" ? steps.findIndex(({ next }) => next === at) : steps[at]?.[way];
  return points[to ?? -1] ?? null;
}

/** Points stand in the document in the order of time; each event goes before the point it names, or to the end. */
function inTime(chart: Element, points: readonly SVGAElement[]): SVGAElement[] {
  const events = [...chart.querySelectorAll<SVGAElement>("a[data-event]")];
  const before = (id: string | undefined) => events.filter(({ dataset }) => dataset.before === id);
  return [...points.flatMap((point) => [...before(point.dataset.figure), point]), ...before(undefined)];
}

const beside = (all: readonly SVGAElement[], from: SVGAElement, way: "prev" | "next") =>
  all[all.indexOf(from) + (way === "next" ? 1 : -1)] ?? null;
