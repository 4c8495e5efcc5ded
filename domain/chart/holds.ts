import { type ClaimMark, inTimeOrder } from "./claim-mark";
import { claimantMark } from "./claimant-mark";
import { seriesKey } from "./comparable";
import type { Hold, TimeWindow } from "./panel";
import { px } from "./round";
import type { TimeScale } from "./scale-time";
import type { ValueScale } from "./scale-value";
import { DAY_MS } from "./time";

type Frame = {
  readonly x: TimeScale;
  readonly y: ValueScale;
  readonly window: TimeWindow;
  /** End of today: nothing is known after it. */
  readonly now: number;
  /** Null for what is never held. */
  readonly longestSilenceDays: number | null;
  /** Where the dot of a figure was put, after dodging. */
  readonly dotX: ReadonlyMap<string, number>;
};

/**
 * Stocks stand until their claimant's next report on the same thing. Solid while the silence is usual, dashed for as
 * long again, then nothing: a line is a claim that the values in between exist. What nobody is named for is not held.
 */
export function holdsOf(marks: readonly ClaimMark[], frame: Frame): Hold[] {
  if (frame.longestSilenceDays === null) return [];
  return runsOf(marks).flatMap((run) =>
    run.flatMap((mark, index) => {
      const hold =
        mark.hasDot && mark.at < frame.window.to ? holdOf(mark, run[index + 1] ?? null, frame) : null;
      return hold ? [hold] : [];
    }),
  );
}

/** Figures of one claimant on one thing, in time order; of several for the same moment only the last is held. */
export function runsOf(marks: readonly ClaimMark[]): ClaimMark[][] {
  const runs = new Map<string, ClaimMark[]>();
  for (const mark of inTimeOrder(marks.filter((m) => m.current && m.figure.claimant !== null))) {
    const series = seriesKey(mark.figure);
    const run = runs.get(series);
    if (!run) runs.set(series, [mark]);
    else if (run.at(-1)?.at === mark.at) run[run.length - 1] = mark;
    else run.push(mark);
  }
  return [...runs.values()];
}

function holdOf(mark: ClaimMark, next: ClaimMark | null, frame: Frame): Hold | null {
  const { window, longestSilenceDays } = frame;
  const silence = (times: number) => mark.when.to + times * (longestSilenceDays ?? 0) * DAY_MS;
  const limit = Math.min(next?.at ?? Number.POSITIVE_INFINITY, frame.now, window.to);
  const [solid, dashed] = [Math.min(silence(1), limit), Math.min(silence(2), limit)];
  if (dashed <= Math.max(mark.at, window.from)) return null;
  const answered = next !== null && dashed === next.at;
  const { colour } = claimantMark(mark.figure.claimant);
  const x1 =
    mark.at < window.from ? frame.x(window.from) : (frame.dotX.get(mark.figure.id) ?? frame.x(mark.at));
  const end = answered && next ? (frame.dotX.get(next.figure.id) ?? frame.x(next.at)) : frame.x(dashed);
  const x2 = dashed > solid ? Math.max(frame.x(solid), x1) : end;
  if (end - x1 < 1) return null;
  return {
    figureId: mark.figure.id,
    claimant: mark.figure.claimant?.slug ?? "",
    colour,
    y: px(frame.y(mark.level)),
    x1: px(x1),
    x2: px(x2),
    dashedTo: dashed > solid ? px(end) : null,
    riserTo: answered && next?.hasDot ? px(frame.y(next.level)) : null,
    openEnd: !answered && dashed < window.to && (next === null || dashed < next.at),
  };
}
