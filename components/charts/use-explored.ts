import { useDeferredValue, useMemo } from "react";
import type { Look } from "@/domain/chart/draw-chart";
import type { TimeWindow } from "@/domain/chart/panel";
import { type ChartPlan, planChart } from "@/domain/chart/plan-chart";
import { inSight } from "@/domain/chart-view";
import type { Event } from "@/domain/figure";
import type { ExploreProps } from "./explore-settings";
import { useDetail } from "./use-detail";
import type { ExploreView } from "./use-explore-view";

type Explored = {
  readonly plan: ChartPlan;
  readonly look: Look;
  /** All of time there is to look at; null where nothing can be placed. */
  readonly full: TimeWindow | null;
  readonly figures: ExploreProps["figures"];
  /** What was asked for last is not in the plan yet. */
  readonly late: boolean;
};

const noEvents: readonly Event[] = [];

/** What is to be drawn, planned when the frame that answers the reader's hand is out. */
export function useExplored(props: ExploreProps, now: ExploreView, width: number): Explored {
  const asked = useDeferredValue(now);
  const full = useMemo(() => planChart(props).whole, [props]);
  const { at, detail } = useDetail(props, asked);
  const { view, window } = at;
  const plan = useMemo(
    () =>
      planChart({
        ...props,
        ...detail,
        figures: detail.population ? detail.figures : inSight(detail.figures, view),
        events: view.events ? props.events : noEvents,
        log: view.log,
        facets: view.facets || props.facets,
      }),
    [props, detail, view],
  );
  // Hiding a claimant must not move time: the stretch in view stays that of all.
  const stretch = window ?? (view.hide.length > 0 && full ? full : undefined);
  const look = useMemo(() => ({ width, window: stretch }), [width, stretch]);
  return { plan, look, full, figures: detail.figures, late: at !== now };
}
