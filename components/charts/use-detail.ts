import { useEffect, useState } from "react";
import type { TimeWindow } from "@/domain/chart/panel";
import { msToDay } from "@/domain/chart/time";
import type { ChartView } from "@/domain/chart-view";
import type { ExploreProps } from "./explore-settings";
import { fetchMarks } from "./fetch-marks";

type Detail = Pick<ExploreProps, "figures" | "population">;

/**
 * The figures of the stretch in view. Those of a sparse metric are all here; of a dense one there is only an outline, so
 * that a closer look is fetched: until it comes, and where it cannot be had, the outline is what there is to see.
 */
export function useDetail(whole: ExploreProps, view: ChartView, window: TimeWindow | null): Detail {
  const [detail, setDetail] = useState<{ href: string; found: Detail } | null>(null);
  const href = whole.population ? hrefOf(whole.marksHref, view, window) : null;
  useEffect(() => {
    if (href === null) return;
    let wanted = true;
    fetchMarks(href).then(
      ({ figures, population }) => wanted && setDetail({ href, found: { figures, population } }),
      () => wanted && setDetail(null),
    );
    return () => {
      wanted = false;
    };
  }, [href]);
  return detail !== null && detail.href === href ? detail.found : whole;
}

function hrefOf(marks: string, view: ChartView, stretch: TimeWindow | null): string | null {
  if (stretch === null && view.hide.length === 0) return null;
  const url = new URL(marks);
  if (view.hide.length > 0) url.searchParams.set("hide", view.hide.join(","));
  if (stretch !== null) {
    url.searchParams.set("from", msToDay(stretch.from));
    url.searchParams.set("to", msToDay(stretch.to - 1));
  }
  return url.href;
}
