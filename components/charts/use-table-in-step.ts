import { type RefObject, useEffect } from "react";
import type { Chart } from "@/domain/chart/chart";
import { inFrames } from "./in-frames";

/** Rows that come or go at once. */
const MOST = 20;

/** Keeps the rows of the table below to the claims in sight while they are explored. Returns how many claims those are. */
export function useTableInStep(box: RefObject<HTMLElement | null>, chart: Chart): number {
  useEffect(() => {
    const ids = new Set(chart.panels.flatMap(({ points }) => points.map(({ id }) => id)));
    // A thinned chart draws some claims by others: of those that are not drawn the table stays silent on neither.
    const all = chart.thinned !== null || chart.panels.length === 0;
    let stop = () => {};
    // Recharts has the next frame for what it does after the change.
    const frame = requestAnimationFrame(() => {
      stop = inFrames(
        hideRows(figureOf(box), (id) => !all && !ids.has(id)),
        () => {},
      );
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [box, chart]);
  useEffect(() => {
    const figure = figureOf(box); // when the explorer is left, the drawing is in it no more
    return () => {
      for (const row of rowsOf(figure)) row.hidden = false;
    };
  }, [box]);
  return chart.thinned?.total ?? chart.panels.reduce((sum, panel) => sum + panel.points.length, 0);
}

const figureOf = (box: RefObject<HTMLElement | null>) => box.current?.closest<HTMLElement>(".chart-figure");

const rowsOf = (figure: Element | null | undefined) => [
  ...(figure?.querySelectorAll<HTMLElement>("tr[data-figure]") ?? []),
];

function* hideRows(
  figure: HTMLElement | null | undefined,
  isHidden: (id: string) => boolean,
): Generator<void> {
  const wrong = rowsOf(figure).filter((row) => row.hidden !== isHidden(row.dataset.figure ?? ""));
  for (const [at, row] of wrong.entries()) {
    row.hidden = !row.hidden;
    if (at % MOST < MOST - 1) continue;
    void figure?.offsetHeight; // laid out at once, so that the time it takes is counted
    yield;
  }
}
