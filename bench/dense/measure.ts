import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";
import { median, rounded } from "../shared/numbers";

/** What a frame may last at sixty a second: 16.8 ms, since a browser's clock ticks in tenths, and what floats adds to it. */
const frame = 16.85;

export type Frames = {
  /** Milliseconds between frames while it went on: the middle one, and the share of those that kept the pace. */
  readonly median: number;
  readonly inPace: number;
  /** The longest frame of all. */
  readonly slowest: number;
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

export type Drawing = {
  /** Milliseconds of processor time to open the page, and the same page without the drawings. */
  readonly page: number;
  readonly without: number;
  /** What the drawings cost: the median of the differences, and the difference of the least, which other work blurs least. */
  readonly drawing: number;
  readonly least: number;
};

/** The drawings of a page, one for each width. */
const drawings = /(<div class="chart-at [^"]*"><div><svg[^>]*>).*?(<\/svg>)/gs;

/** Opens a page with and without its drawings in turn, and tells what of its processor time is theirs. */
export async function drawingOf(page: Page, cdp: CDPSession, url: string, rounds: number): Promise<Drawing> {
  const answer = await fetch(url);
  const whole = await answer.text();
  const policy = answer.headers.get("content-security-policy") ?? ""; // which names the scripts of this very answer
  const bare = whole.replace(drawings, "$1$2");
  if (bare.length === whole.length) throw new Error("The page has no drawing to leave out");
  let body = whole;
  await page.route(url, (route) =>
    route.fulfill({ contentType: "text/html", headers: { "content-security-policy": policy }, body }),
  );
  const cost = async (of: string) => {
    body = of;
    return (await open(page, cdp, url, "body"))?.cpu ?? Number.NaN;
  };
  const costs: { readonly page: number; readonly without: number }[] = [];
  for (let round = 0; round < rounds; round++)
    costs.push({ page: await cost(whole), without: await cost(bare) });
  await page.unroute(url);
  return {
    page: rounded(median(costs.map((one) => one.page))),
    without: rounded(median(costs.map((one) => one.without))),
    drawing: rounded(median(costs.map((one) => one.page - one.without))),
    least: rounded(Math.min(...costs.map((one) => one.page)) - Math.min(...costs.map((one) => one.without))),
  };
}

/** Two frames after the last work; what is drawn in pieces says that it is busy until the last of them. */
const settled = (page: Page) => page.evaluate(untilRest);
const untilRest = `new Promise((resolve) => {
  const drawing = document.querySelector("[aria-busy]");
  let calm = 0;
  const look = () => {
    calm = drawing?.ariaBusy === "true" ? 0 : calm + 1;
    if (calm < 2) requestAnimationFrame(look);
    else resolve();
  };
  requestAnimationFrame(look);
})`;

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
  step: (at: number) => Promise<unknown>,
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
    slowest: rounded(Math.max(...times)),
    cpu: rounded(cpu),
  };
}
