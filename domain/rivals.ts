import type { RefusalReason } from "./chart/chart";
import { type ClaimGap, claimGap } from "./chart/claim-gap";
import { comparable } from "./chart/comparable";
import type { Day, Figure } from "./figure";

/** So many claims are held against others, the newest: 200,000 of one metric would make a million pairs. */
export const mostCompared = 20_000;
/** Of so many where a metric's own page tells the three widest, which no reader asked for. */
export const mostComparedBeside = 5_000;

/** What stands is also held against the nearest claim of another claimant within so many days. */
export const nearbyDays = 14;

export const rivalOrders = ["ratio", "gap"] as const;
/** The widest first: by how many times, or by how much within a metric. */
export type RivalOrder = (typeof rivalOrders)[number];

/** Two claims of different claimants about one thing at one time. */
export type Rivalry = {
  /** By what they are about. */
  readonly earlier: Figure;
  readonly later: Figure;
  /** Days between what the one and the other are about; 0 where they share a day. */
  readonly days: number;
  /** Since when the two claimants have differed on this; null where no pair of theirs does. */
  readonly since: Day | null;
  /** In how many pairs of claims. */
  readonly times: number;
};

export const gapOfRivals = ({ earlier, later }: Rivalry): ClaimGap | null => claimGap(earlier, later);

/** Why two claimants are never held against each other. `time`: they speak of the same thing, but never at one time. */
export type IncomparableReason = RefusalReason | "subject" | "place" | "time" | "silent";

/** The order in which reasons are given: the closer they come to a comparison, the later. */
const closeness: readonly IncomparableReason[] = [
  "metric",
  "unit",
  "statistic",
  "per",
  "subject",
  "place",
  "time",
];

/** The one difference that stands between the claims of two claimants that come closest; `silent` where one has none. */
export function whyIncomparable(ofA: readonly Figure[], ofB: readonly Figure[]): IncomparableReason {
  let closest = -1;
  for (const a of ofA)
    for (const b of ofB) closest = Math.max(closest, closeness.indexOf(differenceOf(a, b)));
  return closeness[closest] ?? "silent";
}

function differenceOf(a: Figure, b: Figure): IncomparableReason {
  const verdict = comparable(a, b);
  if (!verdict.ok) return verdict.reason;
  if (a.subject?.slug !== b.subject?.slug) return "subject";
  return a.place?.slug === b.place?.slug ? "time" : "place";
}
