import type { ReactElement, ReactNode } from "react";
import type { Chart } from "@/domain/chart/chart";
import { PointLink } from "./point-mark";
import { spansOf } from "./point-spans";
import { toMarkup } from "./to-markup";

/** Marks of a piece. */
const MOST = 60;

/**
 * Draws the marks of a chart into an element in pieces, so that frames may be shown between them: thousands at once
 * would hold up every frame until all stand. They are the server's own, written by the same code.
 */
export function* stageMarks(into: Element, chart: Chart, hrefOf: (id: string) => string): Generator<void> {
  for (const piece of piecesOf(chart, hrefOf)) {
    into.insertAdjacentHTML("beforeend", toMarkup(piece));
    yield;
  }
}

/**
 * What reaches beyond the dots, then the dots over it. Each piece is a drawing of its own, so that a browser paints none
 * of the others again for it.
 */
function* piecesOf({ panels, ...chart }: Chart, hrefOf: (id: string) => string): Generator<ReactElement> {
  for (const some of inPieces(panels.flatMap(spansOf))) yield pieceOf(chart, some, true);
  const walk = panels.length > 1;
  for (const some of inPieces(panels.flatMap(({ points }) => points)))
    yield pieceOf(
      chart,
      some.map((point) => <PointLink key={point.id} point={point} href={hrefOf(point.id)} walk={walk} />),
    );
}

function inPieces<T>(all: readonly T[]): T[][] {
  const pieces = Math.ceil(all.length / MOST);
  return Array.from({ length: pieces }, (_, at) => all.slice(at * MOST, (at + 1) * MOST));
}

const pieceOf = ({ variant, width, height }: Omit<Chart, "panels">, some: ReactNode, silent?: true) => (
  // biome-ignore lint/a11y/noSvgWithoutTitle: a part of a drawing, which says what it is
  <svg
    className={`chart-svg chart-svg-${variant} chart-w${width}`}
    viewBox={`0 0 ${width} ${height}`}
    aria-hidden={silent && "true"}
  >
    {some}
  </svg>
);

/** Puts new marks in the place of those that follow: what had the focus or an open receipt has it again. */
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
