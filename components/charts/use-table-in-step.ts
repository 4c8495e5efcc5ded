import { type RefObject, useEffect } from "react";
import type { Chart } from "@/domain/chart/chart";

/** Keeps the rows of the table below to the claims in sight while they are explored. Returns how many claims those are. */
export function useTableInStep(box: RefObject<HTMLElement | null>, chart: Chart): number {
  useEffect(() => {
    // In a frame of its own: the marks have just had theirs, and a table is laid out anew with every row.
    const frame = requestAnimationFrame(() => {
      const ids = new Set(chart.panels.flatMap(({ points }) => points.map(({ id }) => id)));
      // A thinned chart draws some claims by others: of those that are not drawn the table stays silent on neither.
      const all = chart.thinned !== null || chart.panels.length === 0;
      hideRows(figureOf(box), (id) => !all && !ids.has(id));
    });
    return () => cancelAnimationFrame(frame);
  }, [box, chart]);
  useEffect(() => {
    const figure = figureOf(box); // when the explorer is left, the drawing is in it no more
    return () => hideRows(figure, () => false);
  }, [box]);
  return chart.thinned?.total ?? chart.panels.reduce((sum, panel) => sum + panel.points.length, 0);
}

const figureOf = (box: RefObject<HTMLElement | null>) => box.current?.closest(".chart-figure");

function hideRows(figure: Element | null | undefined, isHidden: (id: string) => boolean): void {
  for (const row of figure?.querySelectorAll<HTMLElement>("tr[data-figure]") ?? []) {
    const hidden = isHidden(row.dataset.figure ?? "");
    if (row.hidden !== hidden) row.hidden = hidden;
  }
}
