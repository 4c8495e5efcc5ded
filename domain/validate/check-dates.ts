import type { Day } from "../figure";
import type { DateClaimInput, FigureInput } from "../inputs";
import { type Finding, finding } from "./finding";

const farDays = 30;

/** A period runs forwards, and is over by the day of the report unless it was announced. */
export function checkDates({ period, reportedOn, modality }: FigureInput): Finding[] {
  const { start } = period;
  if (start === null) return [];
  const end = period.end ?? start;
  if (end < start) return [finding("period_ends_before_it_starts", "period.end", { start, end })];
  const reported = reportedOn.end ?? reportedOn.start;
  if (reported === null) return [];
  if (modality !== "announced" && surelyBy(period, end, start) > reported)
    return [finding("period_after_report", "period.end", { start, end, reported })];
  const far = Math.max(daysBetween(end, reportedOn.start ?? reported), daysBetween(reported, start));
  return far > farDays
    ? [finding("report_far_from_period", "reportedOn.start", { start, end, reported, days: String(far) })]
    : [];
}

/** "In February", said on the 13th, does not lie after it: only a period of stated days must be over. */
const surelyBy = ({ precision }: DateClaimInput, end: Day, start: Day): Day =>
  precision === "day" ? end : start;

const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
