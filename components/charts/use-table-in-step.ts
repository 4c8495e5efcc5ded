import { type RefObject, useEffect } from "react";
import type { Chart } from "@/domain/chart/chart";

/** Keeps the rows of the table below to the claims in sight while they are explored. Returns how many claims those are. */
export function useTableInStep(box: RefObject<HTMLElement | null>, chart: Chart): number {
  const drawn = chart.panels.reduce((sum, panel) => sum + panel.points.length, 0);
  useEffect(() => {
    const [panel] = chart.panels;
    const ids = new Set(chart.panels.flatMap(({ points }) => points.map(({ id }) => id)));
    const rows =
      box.current?.closest(".chart-figure")?.querySelectorAll<HTMLElement>("tr[data-figure]") ?? [];
    // A thinned chart draws some claims by others: of those that are not drawn the table stays silent on neither.
    for (const row of rows)
      row.hidden = chart.thinned === null && panel !== undefined && !ids.has(row.dataset.figure ?? "");
    return () => {
      for (const row of rows) row.hidden = false;
    };
  }, [box, chart]);
  return chart.thinned?.total ?? drawn;
}
