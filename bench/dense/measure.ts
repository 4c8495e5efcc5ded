import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";
import { median, rounded } from "../shared/numbers";

/** What a frame may last at sixty a second; the clock of a browser ticks in tenths of a millisecond. */
const frame = 16.8;

export type Frames = {
  /** Milliseconds between frames while it went on: the middle one, and the share of those that kept the pace. */
  readonly median: number;
  readonly inPace: number;
  /** Milliseconds of processor time of the page for one step of it. */
  readonly cpu: number;
};

export type Opened = { readonly firstPaint: number; readonly cpu: number; readonly marks: number };

/** Processor time of the page's own thread, in milliseconds since it was opened. */
async function cpuOf(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
}

export async function watch(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  return cdp;
}

/** Milliseconds that a drawing is waited for. */
const longest = 60_000;

function orLate(error: unknown): false {
  if (error instanceof Error && error.name === "TimeoutError") return false;
  throw error;
}

/** Opens a page and waits for its marks. Null where they did not come in time. */
export async function open(page: Page, cdp: CDPSession, url: string, marks: string): Promise<Opened | null> {
  await page.goto("about:blank");
  const before = await cpuOf(cdp);
  const drawn = async () => {
    await page.goto(url, { waitUntil: "load", timeout: longest });
    await page.locator(marks).first().waitFor({ state: "attached", timeout: longest });
    await settled(page);
    return true;
  };
  const late = pause(longest, false);
  if (!(await Promise.race([drawn().catch(orLate), late]))) return null;
  const cpu = (await cpuOf(cdp)) - before;
  const firstPaint = await page.evaluate<number>(
    'performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0',
  );
  return { firstPaint: rounded(firstPaint), cpu: rounded(cpu), marks: await page.locator(marks).count() };
}

/** Two frames after the last work. */
const settled = (page: Page) =>
  page.evaluate(
    "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))",
  );

/** As text: what compiles this file would put names into a function that no page knows. */
const startCounting = `{
  const counting = { on: true, times: [] };
  window.counting = counting;
  let last = performance.now();
  const next = (now) => {
    counting.times.push(now - last);
    last = now;
    if (counting.on) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}`;

/** Milliseconds after which nothing more is tried: a page may be at work for minutes. */
const patience = 20_000;

/** Counts frames while something is done in so many steps. */
export async function framesWhile(
  page: Page,
  cdp: CDPSession,
  steps: number,
  step: (at: number) => Promise<void>,
): Promise<Frames> {
  await settled(page);
  await page.evaluate(startCounting);
  const before = await cpuOf(cdp);
  const ends = performance.now() + patience;
  let done = 0;
  while (done < steps && performance.now() < ends) {
    await step(done++);
    await settled(page);
  }
  const cpu = ((await cpuOf(cdp)) - before) / done;
  const times = await page.evaluate<number[]>("(counting.on = false, counting.times.slice(1))");
  return {
    median: rounded(median(times)),
    inPace: rounded(times.filter((time) => time <= frame).length / times.length),
    cpu: rounded(cpu),
  };
}
