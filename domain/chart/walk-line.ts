import type { Panel } from "./panel";

/** Where the arrow keys lead from a point, as places among the points of the drawing; undefined where nowhere. */
export type Step = {
  /** Where time does not run in the order of the drawing, the claim after this one. */
  readonly next: number | undefined;
  readonly up: number | undefined;
  readonly down: number | undefined;
};

/**
 * All steps of a drawing in one line, a word for each point in the order they are drawn in: a page carries hundreds of
 * points several times over, and the names of three neighbours at each would weigh as much as its mark. `readWalk` reads it.
 */
export function writeWalk(panels: readonly Panel[]): string {
  const points = panels.flatMap((panel) => panel.points);
  const place = new Map(points.map(({ id }, index) => [id, index]));
  const at = (id: string | null) => (id === null ? "" : (place.get(id) ?? ""));
  const across = panels.length > 1;
  return points.map(({ next, up, down }) => [at(across ? next : null), at(up), at(down)].join()).join(" ");
}

/** The steps that `writeWalk` wrote. */
export const readWalk = (line: string): Step[] =>
  line.split(" ").map((word) => {
    const [next, up, down] = word.split(",").map((place) => (place === "" ? undefined : Number(place)));
    return { next, up, down };
  });
