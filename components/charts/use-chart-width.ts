import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { ChartVariant } from "@/domain/chart/chart";
import { chartWidths } from "@/domain/chart/chart-widths";

/** From which width of the column on each wider drawing is shown: the container queries of chart.css, in pixels. */
const thresholds: Readonly<Record<ChartVariant, readonly number[]>> = { card: [560], page: [620, 960] };

/** The width of the server's drawing that CSS shows in a column of this width, so that both drawings agree. */
export function widthFor(variant: ChartVariant, column: number): number {
  const widths = chartWidths[variant];
  const index = thresholds[variant].filter((threshold) => column >= threshold).length;
  return widths[index] ?? widths[0] ?? 340;
}

export function useChartWidth(variant: ChartVariant): [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(() => widthFor(variant, 0));
  useLayoutEffect(() => {
    const column = box.current?.closest(".chart-figure") ?? box.current?.parentElement;
    if (!column) return;
    const measure = () => setWidth(widthFor(variant, column.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(column);
    return () => observer.disconnect();
  }, [variant]);
  return [box, width];
}
