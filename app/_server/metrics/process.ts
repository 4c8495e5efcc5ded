import { type IntervalHistogram, monitorEventLoopDelay, performance } from "node:perf_hooks";
import { type Family, family } from "./exposition";

const shared = globalThis as { verbatimLoop?: IntervalHistogram };

/** How often the delay of the event loop is looked at, in milliseconds; a waking that is on time is late by this much. */
const resolution = 20;

/** Begins to watch how late the event loop is. Once per process. */
export function watchLoop(): void {
  if (shared.verbatimLoop) return;
  shared.verbatimLoop = monitorEventLoopDelay({ resolution });
  shared.verbatimLoop.enable();
}

/** Processor, memory and event loop of this process, under the names that dashboards know. */
export function processFamilies(): Family[] {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const { active, idle } = performance.eventLoopUtilization();
  return [
    family("counter", "process_cpu_seconds_total", "Processor time spent.", [[{}, (user + system) / 1e6]]),
    family("gauge", "process_start_time_seconds", "When the process began.", [
      [{}, Math.round(performance.timeOrigin) / 1000],
    ]),
    family("gauge", "process_resident_memory_bytes", "Memory occupied.", [[{}, rss]]),
    family("gauge", "nodejs_heap_size_used_bytes", "Memory of JavaScript objects.", [[{}, heapUsed]]),
    family("gauge", "nodejs_heap_size_total_bytes", "Memory held for them.", [[{}, heapTotal]]),
    family("gauge", "nodejs_external_memory_bytes", "Memory of buffers.", [[{}, external]]),
    family("counter", "verbatim_event_loop_seconds_total", "Time of the event loop at work, and at rest.", [
      [{ state: "active" }, active / 1000],
      [{ state: "idle" }, idle / 1000],
    ]),
    ...loopFamilies(),
  ];
}

/** How late the event loop was since the last look. */
function loopFamilies(): Family[] {
  const loop = shared.verbatimLoop;
  if (loop === undefined || loop.count === 0) return [];
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - resolution / 1000);
  const quantiles = [0.5, 0.99].map(
    (quantile) => [{ quantile: String(quantile) }, late(loop.percentile(quantile * 100))] as const,
  );
  const most = late(loop.max);
  loop.reset();
  return [
    family("gauge", "verbatim_event_loop_lag_seconds", "How late the event loop was since the last scrape.", [
      ...quantiles,
      [{ quantile: "1" }, most],
    ]),
  ];
}
