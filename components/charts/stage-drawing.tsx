import type { ReactNode } from "react";
import type { Chart } from "@/domain/chart/chart";
import type { Panel } from "@/domain/chart/panel";
import { writeWalk } from "@/domain/chart/walk-line";
import { PanelOver, PanelUnder } from "./panel-layers";
import { PointLink } from "./point-mark";
import { spansOf } from "./point-spans";
import { toMarkup } from "./to-markup";

/** Marks that are added at once. */
const AT_ONCE = 30;
/** Marks of a piece. */
const MOST = 8 * AT_ONCE;

/**
 * Draws a chart into an element step by step, so that frames may be shown between them: all at once would hold up every
 * frame until it stands. It is the server's drawing, written by the same code. It is made of pieces, so that a browser
 * that paints one of them leaves the others alone, and of few, since each has its price at every frame.
 */
export function* stageDrawing(into: Element, chart: Chart, hrefOf: (id: string) => string): Generator<void> {
  const { panels } = chart;
  const points = panels.flatMap((panel) => panel.points);
  into.setAttribute("data-walk", writeWalk(panels));
  yield* add(
    newPiece(into, chart, true),
    panels.map((panel) => <PanelUnder key={keyOf(panel)} panel={panel} bare />),
    1,
  );
  for (const some of inParts(panels.flatMap(spansOf), MOST))
    yield* add(newPiece(into, chart, true), some, AT_ONCE);
  for (const some of inParts(points, MOST))
    yield* add(
      newPiece(into, chart),
      some.map((point) => <PointLink key={point.id} point={point} href={hrefOf(point.id)} />),
      AT_ONCE,
    );
  yield* add(
    newPiece(into, chart, true),
    panels.map((panel) => <PanelOver key={keyOf(panel)} panel={panel} />),
    1,
  );
}

const keyOf = ({ plot }: Panel) => `${plot.x},${plot.y}`;

/** A drawing as large as the chart, for a part of it. */
function newPiece(into: Element, { variant, width, height }: Chart, silent?: true): Element {
  const piece = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  piece.setAttribute("class", `chart-svg chart-svg-${variant} chart-w${width}`);
  piece.setAttribute("viewBox", `0 0 ${width} ${height}`);
  if (silent) piece.setAttribute("aria-hidden", "true");
  into.append(piece);
  return piece;
}

function* add(piece: Element, all: readonly ReactNode[], atOnce: number): Generator<void> {
  for (const some of inParts(all, atOnce)) {
    piece.insertAdjacentHTML("beforeend", toMarkup(some));
    yield;
  }
}

function inParts<T>(all: readonly T[], most: number): T[][] {
  const parts = Math.ceil(all.length / most);
  return Array.from({ length: parts }, (_, at) => all.slice(at * most, (at + 1) * most));
}

/** Puts a new drawing in the place of those that follow: what had the focus or an open receipt has it again. */
export function takeOver(fresh: Element): void {
  const again = (id: string | undefined) => fresh.querySelector<SVGAElement>(`[data-figure="${id}"]`);
  const { activeElement } = document;
  fresh.removeAttribute("class");
  while (fresh.nextElementSibling) {
    const seen = fresh.nextElementSibling;
    for (const open of seen.querySelectorAll<SVGAElement>("[aria-current]"))
      again(open.dataset.figure)?.setAttribute("aria-current", "true");
    if (activeElement instanceof SVGAElement && seen.contains(activeElement))
      again(activeElement.dataset.figure)?.focus({ preventScroll: true });
    seen.remove();
  }
}
