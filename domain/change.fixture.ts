import type { Change } from "./change";
import { agents, day, figure, metrics } from "./chart/figures.fixture";
import type { Figure, FigureWithMentions } from "./figure";

/** A figure with its sentence as its only mention. */
export function state(said: Partial<FigureWithMentions> = {}): FigureWithMentions {
  const base: Figure = figure({
    metric: metrics.territory,
    period: day("2025-02-13"),
    value: "500",
    claimant: agents.ukraine,
    subject: agents.ukraine,
  });
  const whole = {
    ...base,
    note: null,
    retractedBecause: null,
    changedBecause: null,
    ...said,
    id: "936vk6e1",
  };
  return { ...whole, mentions: said.mentions ?? [whole.anchor] };
}

/** A correction of its day. */
export const correction = (said: Partial<Change> = {}): Change => ({
  revision: 4,
  at: new Date("2031-05-05T10:00:00Z"),
  kind: "correction",
  reason: "We misread the day",
  before: state(),
  after: state({ period: day("2025-02-12") }),
  ...said,
});
