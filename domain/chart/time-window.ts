import type { FigureQuery } from "../figure-query";
import type { TimeWindow } from "./panel";
import { DAY_MS, dayToMs } from "./time";

/**
 * How much of time to show: all claims, the reports near them, and room to breathe. One lone claim gets some months
 * around it, so that its axis shows where in the year it stands. Null without any claim.
 */
export function timeWindow(
  claims: readonly TimeWindow[],
  reports: readonly TimeWindow[],
  holdDays: number | null,
): TimeWindow | null {
  if (claims.length === 0) return null;
  const said = spanOf(claims);
  const reach = Math.max((said.to - said.from) / 2, 120 * DAY_MS);
  const near = reports.filter((r) => r.from >= said.from - reach && r.to <= said.to + reach);
  const all = spanOf([said, ...near]);
  const span = all.to - all.from;
  const sparse = new Set(claims.map((claim) => claim.from)).size <= 3;
  const left = Math.max(span * 0.05, 5 * DAY_MS);
  const right = Math.max(span * 0.08, 5 * DAY_MS, holdRoom(span, holdDays));
  const missing = Math.max(0, (sparse ? 150 : 14) * DAY_MS - (span + left + right));
  return { from: all.from - left - missing / 2, to: all.to + right + missing / 2 };
}

/** The stretch of time the address asks for, where it gives both its ends. */
export const windowOf = ({ from, to }: FigureQuery): TimeWindow | undefined =>
  from === undefined || to === undefined ? undefined : { from: dayToMs(from), to: dayToMs(to) + DAY_MS };

/** Room after the last claim to see it held, then doubted. */
const holdRoom = (span: number, holdDays: number | null): number =>
  holdDays === null ? 0 : Math.min(holdDays * 2.2 * DAY_MS, Math.max(span * 0.5, 45 * DAY_MS));

function spanOf(stretches: readonly TimeWindow[]): TimeWindow {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const stretch of stretches) {
    from = Math.min(from, stretch.from);
    to = Math.max(to, stretch.to);
  }
  return { from, to };
}
