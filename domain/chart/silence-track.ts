import type { Agent } from "../figure";
import type { ClaimMark } from "./claim-mark";
import { claimantMark } from "./claimant-mark";
import type { SilenceRow, SilenceTrack, TimeWindow } from "./panel";
import { px } from "./round";
import type { TimeScale } from "./scale-time";
import { middleOf } from "./time";

type Frame = {
  readonly x: TimeScale;
  readonly window: TimeWindow;
  readonly top: number;
  readonly rowHeight: number;
  readonly glyphX: number;
};

/** From so many reports on, those within a pixel share a tick. */
const MANY = 300;

/** Who reported when: one row per claimant, one tick per day with a report. What is not said shows as a gap. */
export function silenceTrack(
  claimants: readonly (Agent | null)[],
  marks: readonly ClaimMark[],
  frame: Frame,
): SilenceTrack {
  const rows = claimants.map((agent, index): SilenceRow => {
    const theirs = marks.filter((mark) => !mark.retracted && mark.figure.claimant?.slug === agent?.slug);
    return {
      ...claimantMark(agent),
      claimant: agent?.slug ?? null,
      y: px(frame.top + (index + 0.5) * frame.rowHeight),
      glyphX: px(frame.glyphX),
      ticks: ticksOf(theirs, frame),
    };
  });
  return { y: px(frame.top), rows };
}

function ticksOf(marks: readonly ClaimMark[], { x, window }: Frame): SilenceRow["ticks"] {
  const ticks = new Map<number, string[]>();
  for (const { figure, said } of marks) {
    if (!said || said.to < window.from || said.from > window.to) continue;
    const at = marks.length > MANY ? Math.round(x(middleOf(said))) : px(x(middleOf(said)));
    const ids = ticks.get(at);
    if (ids) ids.push(figure.id);
    else ticks.set(at, [figure.id]);
  }
  return [...ticks].sort(([a], [b]) => a - b).map(([at, ids]) => ({ x: at, ids }));
}
