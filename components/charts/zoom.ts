import type { TimeWindow } from "@/domain/chart/panel";

const DAY_MS = 86_400_000;
/** A stretch shorter than this shows nothing more. */
const SHORTEST = 7 * DAY_MS;

type Step = (seen: TimeWindow, full: TimeWindow) => TimeWindow;
export type Move = { readonly name: "closer" | "wider" | "earlier" | "later"; readonly move: Step };

/** A stretch of time kept long enough to read and within what there is. */
export function closer(wanted: TimeWindow, full: TimeWindow): TimeWindow {
  const length = Math.min(Math.max(wanted.to - wanted.from, SHORTEST), full.to - full.from);
  const middle = (wanted.from + wanted.to) / 2;
  const from = Math.min(Math.max(middle - length / 2, full.from), full.to - length);
  return { from, to: from + length };
}

const scaled =
  (by: number): Step =>
  (seen, full) => {
    const [middle, half] = [(seen.from + seen.to) / 2, ((seen.to - seen.from) / 2) * by];
    return closer({ from: middle - half, to: middle + half }, full);
  };

const shifted =
  (by: number): Step =>
  (seen, full) => {
    const way = (seen.to - seen.from) * by;
    return closer({ from: seen.from + way, to: seen.to + way }, full);
  };

export const moves: readonly Move[] = [
  { name: "closer", move: scaled(0.5) },
  { name: "wider", move: scaled(2) },
  { name: "earlier", move: shifted(-0.5) },
  { name: "later", move: shifted(0.5) },
];
