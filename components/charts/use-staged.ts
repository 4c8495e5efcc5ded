import { type RefObject, startTransition, useEffect, useMemo, useRef, useState } from "react";
import type { Chart } from "@/domain/chart/chart";
import { drawInSteps, drawPlanned, type Look } from "@/domain/chart/draw-chart";
import type { ChartPlan } from "@/domain/chart/plan-chart";
import { inFrames } from "./in-frames";
import { stageDrawing, takeOver } from "./stage-drawing";

type Staged = {
  /** Where the drawing goes. */
  readonly layer: RefObject<HTMLDivElement | null>;
  /** The chart that is seen, for all that is said and felt around its drawing. */
  readonly chart: Chart;
  /** Another is being drawn. */
  readonly busy: boolean;
};

type Shown = { readonly chart: Chart; readonly plan: ChartPlan; readonly look: Look };

/**
 * Draws a chart behind the one that is seen, some of it at each frame, and outside React, which would make and compare
 * thousands of elements at every step. When all of it stands it takes the place of the other in a frame of its own, and
 * what is around it follows in the next.
 */
export function useStaged(plan: ChartPlan, look: Look, hrefOf: (id: string) => string): Staged {
  const layer = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const isFirst = shown === null;
  // The first is there at once, its drawing follows: an empty place would let all below it jump.
  const first = useMemo(() => (isFirst ? drawPlanned(plan, look) : null), [isFirst, plan, look]);
  useEffect(() => {
    if (layer.current === null) return;
    const drawing = document.createElement("div");
    if (layer.current.hasChildNodes()) drawing.className = "chart-unseen"; // where there is none yet it is seen growing
    layer.current.prepend(drawing); // below what is seen, which answers the pointer until then
    let stands = false;
    const stop = inFrames(all(plan, look, drawing, hrefOf), (chart) => {
      stands = true;
      takeOver(drawing);
      startTransition(() => setShown({ chart, plan, look }));
    });
    return () => {
      stop();
      if (!stands) drawing.remove();
    };
  }, [plan, look, hrefOf]);
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
  yield* stageDrawing(into, chart, hrefOf);
  return chart;
}
