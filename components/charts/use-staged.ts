import {
  type RefObject,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Chart } from "@/domain/chart/chart";
import { drawInSteps, drawPlanned, type Look } from "@/domain/chart/draw-chart";
import type { ChartPlan } from "@/domain/chart/plan-chart";
import { inFrames } from "./in-frames";
import { stageMarks, takeOver } from "./stage-marks";

type Staged = {
  /** Where the marks go. */
  readonly layer: RefObject<HTMLDivElement | null>;
  /** The chart whose marks are seen, for all that is drawn around them. */
  readonly chart: Chart;
  /** Another is being drawn. */
  readonly busy: boolean;
};

type Shown = {
  readonly chart: Chart;
  readonly plan: ChartPlan;
  readonly look: Look;
  readonly marks: Element;
};

/**
 * Draws a chart behind the one that is seen, some of it at each frame, and its marks outside React, which would make
 * and compare thousands of elements at every step. When all its marks stand it takes the place of the other at once.
 */
export function useStaged(plan: ChartPlan, look: Look, hrefOf: (id: string) => string): Staged {
  const layer = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const isFirst = shown === null;
  // The first is there at once, its marks follow: an empty place would let all below it jump.
  const first = useMemo(() => (isFirst ? drawPlanned(plan, look) : null), [isFirst, plan, look]);
  useEffect(() => {
    if (layer.current === null) return;
    const marks = document.createElement("div");
    marks.className = "chart-unseen";
    layer.current.prepend(marks); // below what is seen, which answers the pointer until then
    let stand = false;
    const stop = inFrames(all(plan, look, marks, hrefOf), (chart) => {
      stand = true;
      startTransition(() => setShown({ chart, plan, look, marks }));
    });
    return () => {
      stop();
      if (!stand) marks.remove();
    };
  }, [plan, look, hrefOf]);
  // In the very frame in which all that is drawn around them changes.
  useLayoutEffect(() => {
    if (shown) takeOver(shown.marks);
  }, [shown]);
  const chart = shown?.chart ?? first;
  if (chart === null) throw new Error("There is a first chart until there is another");
  return { layer, chart, busy: shown?.plan !== plan || shown.look !== look };
}

function* all(
  plan: ChartPlan,
  look: Look,
  into: Element,
  hrefOf: (id: string) => string,
): Generator<void, Chart> {
  const chart = yield* drawInSteps(plan, look);
  yield* stageMarks(into, chart, hrefOf);
  return chart;
}
