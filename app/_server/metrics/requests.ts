import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "../log";
import { type Distribution, type Family, family, histogram } from "./exposition";
import { routeOf } from "./routes";

/** Upper bounds of how long an answer took, in seconds: pages stand at the near end, whole tables at the far one. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120] as const;

type Durations = { counts: number[]; sum: number; count: number };
type Tally = { inFlight: number; answers: Map<string, number>; durations: Map<string, Durations> };

/** Modules are loaded more than once in a Next process; they count together. */
const shared = globalThis as { verbatimTally?: Tally };
const tally = (): Tally => {
  shared.verbatimTally ??= { inFlight: 0, answers: new Map(), durations: new Map() };
  return shared.verbatimTally;
};

/**
 * Begins to count requests: by kind of address, method and status, never by address, client or editor. Once per
 * process, before the first answer; where ACCESS_LOG is on, each ends in a line of the log that says no more than that.
 */
export function countRequests(env: Record<string, string | undefined> = process.env): void {
  if (shared.verbatimTally) return;
  const all = tally();
  const writes = env.ACCESS_LOG === "on";
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const began = performance.now();
    // Read now: Next writes addresses anew on their way to a page.
    const route = routeOf((request.url ?? "").split(/[?#]/)[0]!);
    const method = methodOf(request.method);
    all.inFlight++;
    response.once("close", () => {
      all.inFlight--;
      const seconds = (performance.now() - began) / 1000;
      // Who leaves before the end of an answer has no status of it.
      const status = response.writableFinished ? String(response.statusCode) : "left";
      note(all, { route, method, status }, seconds);
      if (writes) log("info", "request", { method, route, status, ms: Math.round(seconds * 1000) });
    });
  });
}

const methods: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const methodOf = (method = "") => (methods.includes(method) ? method : "other");

type Answer = { readonly route: string; readonly method: string; readonly status: string };

function note({ answers, durations }: Tally, answer: Answer, seconds: number): void {
  const key = JSON.stringify(answer);
  answers.set(key, (answers.get(key) ?? 0) + 1);
  const known = durations.get(answer.route) ?? { counts: bounds.map(() => 0), sum: 0, count: 0 };
  durations.set(answer.route, known);
  const within = bounds.findIndex((bound) => seconds <= bound);
  if (within >= 0) known.counts[within]!++;
  known.sum += seconds;
  known.count++;
}

/** What was counted, as families of metrics. */
export function requestFamilies(): Family[] {
  const { inFlight, answers, durations } = tally();
  const distributions = [...durations].map(([route, one]): Distribution => ({ labels: { route }, ...one }));
  return [
    family(
      "counter",
      "verbatim_requests_total",
      "Answers by kind of address, method and status; left: the client went before the end.",
      [...answers].map(([answer, count]) => [JSON.parse(answer) as Answer, count]), // written by us above
    ),
    histogram(
      "verbatim_request_duration_seconds",
      "From the first byte of a request to the last of its answer.",
      bounds,
      distributions,
    ),
    family("gauge", "verbatim_requests_in_flight", "Requests being answered.", [[{}, inFlight]]),
  ];
}
