import type { DateClaimForm } from "./schema";
import type { Say, SeedPath } from "./yaml-file";

/** Checks what the parts of a date claim say of each other. */
export function checkDateClaim(claim: DateClaimForm, path: SeedPath, say: Say): void {
  const { start, end, precision, basis, reasoning } = claim;
  if (basis !== "stated" && reasoning === null)
    say([...path, "reasoning"], `a date that is ${basis} says how or why`);
  if ((precision === "unknown") !== (basis === "unknown")) {
    say([...path, "basis"], "precision and basis are unknown together or not at all");
  }
  if (start === null || end === null) {
    if (start !== end)
      say([...path, start === null ? "start" : "end"], "start and end are both known or both null");
    else if (precision !== "unknown")
      say([...path, "start"], `a date of precision ${precision} has a start and an end`);
    return;
  }
  if (precision === "unknown") say([...path, "start"], "an unknown date has no start and no end");
  else if (start > end) say([...path, "end"], `must not lie before the start, ${start}`);
  else if (precision !== "season" && end !== lastDay(start, precision)) {
    say(
      [...path, "end"],
      `a ${precision} that starts on ${start} ends on ${lastDay(start, precision)}, not ${end}`,
    );
  } else if (precision !== "season" && start !== firstDay(start, precision)) {
    say([...path, "start"], `a ${precision} starts on ${firstDay(start, precision)}, not ${start}`);
  }
}

type Calendar = "day" | "month" | "year";

function firstDay(day: string, precision: Calendar): string {
  return precision === "day"
    ? day
    : precision === "month"
      ? `${day.slice(0, 7)}-01`
      : `${day.slice(0, 4)}-01-01`;
}

function lastDay(day: string, precision: Calendar): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  if (precision === "day") return day;
  if (precision === "year") return `${day.slice(0, 4)}-12-31`;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
