import type { Card, MarkKind, Suggestion } from "./reading";

/** A card with nothing missing, for tests. */
export const card: Card = {
  value: "12",
  low: null,
  high: null,
  comparator: "=",
  cue: null,
  unit: "drone",
  statistic: "point",
  per: null,
  metric: "drones-launched",
  subject: null,
  place: null,
  attribution: [{ role: "claimed_by", agent: "harbour-office", asPrinted: "the harbour office" }],
  unattributed: false,
  modality: "claimed",
  hearsay: false,
  period: { start: "2025-03-04", end: "2025-03-04", precision: "day", basis: "stated", reasoning: null },
  reportedOn: { start: "2025-03-05", end: "2025-03-05", precision: "day", basis: "stated", reasoning: null },
};

/** Suggestions in a text of sentences of 100 characters, two numbers in each: 1 and 2, 3 and 4, and so on. */
export function suggestion(id: number, mark: MarkKind = "confident", change: Partial<Card> = {}): Suggestion {
  const start = Math.floor((id - 1) / 2) * 100;
  const number = start + (id % 2 === 1 ? 10 : 50);
  return {
    id,
    sentence: { start, end: start + 99 },
    number: { start: number, end: number + 2 },
    mark,
    reason: mark === "masked" ? "a date" : null,
    card: { ...card, ...change },
    guesses: {},
  };
}
