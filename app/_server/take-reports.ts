import { longestReport, type PolicyReport, readPolicyReports } from "@/domain/csp-report";
import { takeFromAllowance } from "../api/v1/_server/allowance";
import { BrokenOff, readLimitedText } from "../api/v1/_server/limited-text";
import { networkAsking } from "./client";
import { TooLarge } from "./limited-form";
import { log } from "./log";

/** So many lines a minute are written, from whomever: one broken page must not fill the disk. */
const linesAMinute = 60;

const types = /^application\/(csp-report|reports\+json|json)\b/i;
/** Modules are loaded more than once in a Next process; there is one log. */
const shared = globalThis as { verbatimReports?: { minute: number; lines: number } };

/**
 * Takes in what browsers kept from a page, and answers nothing. No cookie is looked at and nothing is kept but lines of
 * the log, so that it does not matter who sends it.
 * @returns the status to answer
 */
export async function takeReports(request: Request, now = Date.now()): Promise<204 | 400 | 413 | 415 | 429> {
  if (!types.test(request.headers.get("content-type") ?? "")) return 415;
  const network = networkAsking(request.headers);
  if (takeFromAllowance(`reports of ${network}`, "deliveries", now) > 0) return 429;
  try {
    const reports = readPolicyReports(await readLimitedText(request, longestReport));
    if (reports === null) return 400;
    for (const report of reports) note(report, now);
    return 204;
  } catch (error) {
    if (error instanceof TooLarge) return 413;
    if (error instanceof BrokenOff) return 400;
    throw error;
  }
}

function note(report: PolicyReport, now: number): void {
  const minute = Math.floor(now / 60_000);
  if (shared.verbatimReports?.minute !== minute) shared.verbatimReports = { minute, lines: 0 };
  const count = ++shared.verbatimReports.lines;
  if (count <= linesAMinute) log("warn", "a browser kept something from a page", report);
  if (count === linesAMinute) log("warn", "no more such reports are written this minute");
}
